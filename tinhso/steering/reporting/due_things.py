"""A report is due for its unit while its round is open, the gathering of all for the department in charge."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q
from django.urls import reverse

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.organisations.naming import body_name
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.text import in_sentence
from tinhso.steering.following.due import Asked, DueGroup, DueThing
from tinhso.steering.reporting.fetching import reports_with_rounds, rounds_with_asks
from tinhso.steering.reporting.models import Report, Round, RoundDue

_OPEN, _CLOSED = Round.State.OPEN, Round.State.CLOSED
_SENT = (Report.State.SENT, Report.State.ACCEPTED)


def things_of(reports: Iterable[Report], today: date) -> Iterator[DueThing]:
    """The reports as things that their units owe, in their order; one query where units have ended."""
    wanted = list(reports)
    versions = Roster.on(today).versions_of({report.unit_id for report in wanted})
    for report in wanted:
        version = versions.get(report.unit_id)
        yield _thing(report, body_name(version) if version else report.unit.key)


def thing_of(report: Report, today: date) -> DueThing:
    """One of them."""
    return next(things_of([report], today))


def gathering(round_: Round, due_on: date) -> DueThing:
    """What the department in charge owes: the report made of all, when the round is closed it is done."""
    programmes = [ask.programme for ask in round_.asks.all()]
    programme = min(each.pk for each in programmes)
    return DueThing(
        key=f"round:{round_.pk}",
        what=f"Tổng hợp {in_sentence(round_.title)}",
        title="; ".join(each.name for each in programmes),
        unit=round_.coordinating_unit_id,
        due_on=due_on,
        address=reverse("rounds:board", args=(programme, round_.pk)),
        verb=Verb.TAKE_REPORTS,
        programme=programme,
        version=round_.version,
        is_done=not round_.is_open,
    )


def _thing(report: Report, unit: str) -> DueThing:
    """Of its officers; of their head while it waits for him."""
    round_, programmes = report.round, [ask.programme for ask in report.round.asks.all()]
    programme = min(each.pk for each in programmes)
    board = reverse("rounds:board", args=(programme, round_.pk))
    return DueThing(
        key=f"report:{report.pk}",
        what=f"{round_.title} của {unit}",
        title="; ".join(each.name for each in programmes),
        unit=report.unit_id,
        due_on=report.due_on,
        address=reverse("reports:report", args=(programme, report.pk)),
        verb=Verb.APPROVE_REPORT if report.state == Report.State.AT_HEAD else Verb.REPORT,
        by_those_above=True,
        programme=programme,
        version=report.version,
        is_done=report.is_with_department,
        again="bị trả lại, hãy gửi lại" if report.sent_on else "",
        group=DueGroup(f"reports:{round_.pk}", round_.title, f"{board}?tinh_trang=thieu"),
    )


def _owed(asked: Asked) -> Iterator[DueThing]:
    """Two queries. What was sent stands in calendars as done, also of a closed round; what was returned is owed
    again."""
    owed = reports_with_rounds().filter(Q(round__state=_OPEN) | Q(round__state=_CLOSED, state__in=_SENT), required=True)
    owed = owed.filter(due_on__gte=asked.first, due_on__lte=asked.last)
    reports = owed if asked.units is None else owed.of_units(asked.units)
    yield from things_of((report for report in reports if _runs(report.round)), asked.today)


def _gathered(asked: Asked) -> Iterator[DueThing]:
    """Three queries. Rounds that name no day for the department are owed on none."""
    dues = RoundDue.objects.filter(sender=RoundDue.Sender.DEPARTMENT, last_on__gte=asked.first, last_on__lte=asked.last)
    days = dict(dues.order_by().values_list("round", "last_on"))
    for round_ in rounds_with_asks().filter(pk__in=days, state__in=(_OPEN, _CLOSED)):
        if _runs(round_):
            yield gathering(round_, days[round_.pk])


def _runs(round_: Round) -> bool:
    return bool(round_.going_on)


DUE_THINGS = (_owed, _gathered)
