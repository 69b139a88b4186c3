"""The report that an address names, as this person may see it."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from tinhso.kernel.organisations.naming import body_name
from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.calendar.remaining import time_left
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.reporting.actions.at_report import UNIT
from tinhso.steering.reporting.fetching import reports_with_rounds
from tinhso.steering.reporting.models import Report, Round
from tinhso.steering.reporting.refusals import NotYourReport
from tinhso.steering.reporting.rights import ReportPart, day_of, part_in_report

#: State → tone of its chip.
TONES = {
    Report.State.UNOPENED: "neutral",
    Report.State.IN_WORK: "info",
    Report.State.AT_HEAD: "info",
    Report.State.HEAD_RETURNED: "warn",
    Report.State.SENT: "good",
    Report.State.RETURNED: "bad",
    Report.State.ACCEPTED: "good",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """A report with what this person is to it."""

    asked: Asked
    report: Report
    part: ReportPart
    unit: str

    @property
    def round(self) -> Round:
        """The round that asks for it."""
        return self.report.round

    @property
    def tone(self) -> str:
        """Of its state."""
        return TONES[Report.State(self.report.state)]

    @property
    def may_write(self) -> bool:
        """Whether this person may write it now."""
        return bool(self.part.writes.through) and self.report.may_be_written and self.is_taken

    @property
    def may_approve(self) -> bool:
        """Whether it waits for this person as its head."""
        return bool(self.part.heads.through) and self.report.state == Report.State.AT_HEAD and self.is_taken

    @property
    def may_take_back(self) -> bool:
        """Whether this person may go on writing what lies with the head."""
        return bool(self.part.writes.through) and self.report.state == Report.State.AT_HEAD and self.is_taken

    @property
    def may_take(self) -> bool:
        """Whether this person takes what was sent, or gives it back."""
        return bool(self.part.takes.through) and self.report.is_with_department and self.asked.programme.is_running

    @property
    def is_taken(self) -> bool:
        """Whether the round takes it at all."""
        return self.round.is_open and self.report.required and self.asked.programme.is_running

    @property
    def left(self) -> str:
        """How much time is left, or by how much it is late, in words; nothing once it is sent."""
        if self.report.sent_on is not None or not self.report.required:
            return ""
        return time_left(office_calendar(), today=day_of(self.round), last_day=self.report.due_on)

    @property
    def is_overdue(self) -> bool:
        """Whether it should have been sent by now."""
        return self.report.is_overdue(day_of(self.round))


def seen_report(request: HttpRequest, programme: int, report: int) -> Seen:
    """Every official of the programme sees every report; to anybody else it does not exist (404)."""
    about = asked(request, programme)
    found = reports_with_rounds().filter(pk=report, round__asks__programme=about.programme).first()
    if found is None:
        raise Http404
    version = Roster.on(found.round.last_day).versions_of([found.unit_id]).get(found.unit_id)
    part = part_in_report(found, about.account, about.today)
    return Seen(about, found, part, body_name(version) if version else found.unit.key)


def writers_report(request: HttpRequest, programme: int, report: int, *, what: str) -> Seen:
    """As ``seen_report``, for who writes it, whether or not it may be written now. Raises NotYourReport."""
    seen = seen_report(request, programme, report)
    if not seen.part.writes.through:
        raise NotYourReport(what=what, whose=UNIT)
    return seen
