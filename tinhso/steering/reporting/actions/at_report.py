"""A report held while something is done about it: locked, the person's part in it known, the deed written."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.lib.text import paragraphs
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.reach import Right, acting_unit, in_name_of
from tinhso.steering.reporting.actions.at_round import require_going_on
from tinhso.steering.reporting.fetching import reports_with_rounds
from tinhso.steering.reporting.models import Report, ReportDeed
from tinhso.steering.reporting.refusals import NotYourReport, ReportNotAsked, ReportStands, RoundNotOpen
from tinhso.steering.reporting.rights import ReportPart, day_of, part_in_report

UNIT, HEAD, DEPARTMENT = "đơn vị báo cáo", "thủ trưởng đơn vị báo cáo", "cơ quan tổng hợp"


@dataclass(frozen=True, slots=True)
class Doing:
    """One action on one report by one person, inside its transaction."""

    report: Report
    hand: Hand
    part: ReportPart

    @property
    def day(self) -> date:
        """The day on which it is done."""
        return day_of(self.report.round, self.hand.today)

    def require(self, right: Right, *, what: str, whose: str) -> None:
        """Raises NotYourReport where the person has no such part, else ProgrammeClosed."""
        if not right.through:
            raise NotYourReport(what=what, whose=whose)
        require_going_on(self.report.round)

    def require_state(self, *states: str, what: str) -> None:
        """Raises ReportStands where the report is in none of the states."""
        if self.report.state not in states:
            raise ReportStands(state=self.report.get_state_display().lower(), what=what)

    def require_open(self) -> None:
        """Raises RoundNotOpen, ReportNotAsked."""
        if not self.report.round.is_open:
            raise RoundNotOpen(state=self.report.round.get_state_display().lower())
        if not self.report.required:
            raise ReportNotAsked

    def sent_before(self) -> ReportDeed | None:
        """What the same sending did the first time. Raises ReportStands where the key served for another report."""
        found = ReportDeed.objects.filter(once=self.hand.once).first()
        if found and (found.report_id != self.report.pk or found.account_id != self.hand.by.pk):
            raise ReportStands(state="đã nhận biểu mẫu này cho việc khác", what="gửi lại")
        return found

    def note(self, kind: ReportDeed.Kind, right: Right, words: str = "") -> ReportDeed:
        """The deed as a row, in whose name it is done."""
        by = self.hand.by
        unit = acting_unit(by, right.verb, right.through, day=self.hand.today)
        return ReportDeed.objects.create(
            report=self.report,
            kind=kind,
            account=by,
            unit_id=unit,
            in_name_of=in_name_of(self.hand, right.verb, unit),
            day=self.day,
            recorded_at=self.hand.at,
            words=paragraphs(words),
            once=self.hand.once,
        )

    def put(self, state: Report.State, **facts: object) -> None:
        """What holds from now on."""
        Report.objects.filter(pk=self.report.pk).update(state=state, **facts)
        self.report.state = state


@contextmanager
def at_report(report: Report, hand: Hand) -> Iterator[Doing]:
    """Hold the report. Raises NotAllowed, Stranger. ``report`` is refreshed when it is done."""
    standing(hand.by, hand.today).require(Verb.READ_PROGRAMMES)
    with transaction.atomic():
        Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
        held = reports_with_rounds().get(pk=report.pk)
        yield Doing(held, hand, part_in_report(held, hand.by, hand.today))
    report.refresh_from_db()
