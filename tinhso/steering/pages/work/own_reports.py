"""The reports of open rounds that concern a person: to write, to approve, to take, late or on their way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.calendar.remaining import time_left
from tinhso.lib.dates import write_date
from tinhso.lib.numbers import write_number
from tinhso.steering.programmes.models import Programme
from tinhso.steering.reporting.desk import OnDesk, RoundOnDesk, reports_on_desk, rounds_on_desk
from tinhso.steering.reporting.models import Report, Round, RoundDue


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
    """What waits for the person first; two queries, and none for who reports for no unit; four more for who takes the
    reports of others."""
    seen = list(programmes)
    rows = [_round_row(each, seen, day=day) for each in rounds_on_desk(account, day, seen)]
    return sorted([*rows, *_report_rows(account, day, seen)], key=lambda row: not row.waits)


def _report_rows(account: Account, day: date, seen: list[Programme]) -> list[DeskRow]:
    laid = reports_on_desk(account, day, seen)
    named = Roster.on(day)
    versions = named.versions_of([each.report.unit_id for each in laid])
    return [_row(each, named.called(versions[each.report.unit_id]), seen, day=day) for each in laid]


def _row(each: OnDesk, unit: str, programmes: list[Programme], *, day: date) -> DeskRow:
    report, programme = each.report, _shown_in(each.report.round, programmes)
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


def _round_row(each: RoundOnDesk, programmes: list[Programme], *, day: date) -> DeskRow:
    """What the department in charge has of a round: to take, and still missing."""
    due = next((due.last_on for due in each.round.dues.all() if due.sender == RoundDue.Sender.DEPARTMENT), None)
    missing = f"{write_number(each.missing)} đơn vị còn thiếu"
    return DeskRow(
        each.round.title,
        f"{write_number(each.to_take)} báo cáo chờ tiếp nhận",
        f"{missing}, {write_number(each.late)} đã quá hạn" if each.late else missing,
        f"hạn tổng hợp {write_date(due)}, {time_left(office_calendar(), today=day, last_day=due)}" if due else "",
        "Mở bảng của kỳ",
        reverse("rounds:board", args=(_shown_in(each.round, programmes), each.round.pk)),
        late=due is not None and due < day,
        waits=each.waits,
    )


def _shown_in(round_: Round, programmes: list[Programme]) -> int:
    asked = {ask.programme_id for ask in round_.asks.all()}
    return next(shown.pk for shown in programmes if shown.pk in asked)


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
