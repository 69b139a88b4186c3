"""The reports of open rounds that concern a person: to write, to approve, late or on their way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.calendar.remaining import time_left
from tinhso.steering.programmes.models import Programme
from tinhso.steering.reporting.desk import OnDesk, reports_on_desk
from tinhso.steering.reporting.models import Report


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A report in words, with what this person does next."""

    title: str
    unit: str
    state: str
    left: str
    verb: str
    address: str
    late: bool
    waits: bool


def desk_rows(account: Account, day: date, programmes: Iterable[Programme]) -> list[DeskRow]:
    """What waits for the person first; two queries, and none for who reports for no unit."""
    seen = list(programmes)
    laid = reports_on_desk(account, day, seen)
    named = Roster.on(day)
    versions = named.versions_of([each.report.unit_id for each in laid])
    return [_row(each, named.called(versions[each.report.unit_id]), seen, day=day) for each in laid]


def _row(each: OnDesk, unit: str, programmes: list[Programme], *, day: date) -> DeskRow:
    report = each.report
    asked = {ask.programme_id for ask in report.round.asks.all()}
    programme = next(shown.pk for shown in programmes if shown.pk in asked)
    return DeskRow(
        report.round.title,
        unit,
        report.get_state_display().lower(),
        _left(report, day),
        _verb(each),
        reverse("reports:report", args=(programme, report.pk)),
        late=each.late,
        waits=each.waits,
    )


def _verb(each: OnDesk) -> str:
    if each.to_approve:
        return "Xem và duyệt"
    if each.to_write:
        return "Lập báo cáo" if each.report.state == Report.State.UNOPENED else "Viết tiếp"
    return "Xem"


def _left(report: Report, day: date) -> str:
    if report.sent_on is not None:
        return "gửi trễ hạn" if report.was_late else "gửi đúng hạn"
    return time_left(office_calendar(), today=day, last_day=report.due_on)
