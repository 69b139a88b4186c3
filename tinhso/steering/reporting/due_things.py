"""A report is due for its unit while its round is open."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.urls import reverse

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.organisations.naming import body_name
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.following.due import Asked, DueGroup, DueThing
from tinhso.steering.reporting.fetching import reports_with_rounds
from tinhso.steering.reporting.models import Report, Round


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
        programme=programme,
        version=report.version,
        is_done=report.is_with_department,
        group=DueGroup(f"reports:{round_.pk}", round_.title, f"{board}?tinh_trang=thieu"),
    )


def _owed(asked: Asked) -> Iterator[DueThing]:
    """Two queries. What was sent stands in calendars as done; what was returned is owed again."""
    owed = reports_with_rounds().filter(round__state=Round.State.OPEN, required=True)
    owed = owed.filter(due_on__gte=asked.first, due_on__lte=asked.last)
    reports = owed if asked.units is None else owed.of_units(asked.units)
    running = (report for report in reports if all(ask.programme.is_running for ask in report.round.asks.all()))
    yield from things_of(running, asked.today)


DUE_THINGS = (_owed,)
