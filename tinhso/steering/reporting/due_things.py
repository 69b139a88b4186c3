"""A report is due for its unit while its round is open."""

from collections.abc import Iterator

from django.urls import reverse

from tinhso.steering.following.due import Asked, DueThing
from tinhso.steering.reporting.fetching import reports_with_rounds
from tinhso.steering.reporting.models import Report, Round


def thing_of(report: Report) -> DueThing:
    """The report as something that its unit owes; no query where the round's programmes are known."""
    programme = min(ask.programme_id for ask in report.round.asks.all())
    return DueThing(
        key=f"report:{report.pk}",
        what=report.round.title,
        title=report.round.title,
        unit=report.unit_id,
        due_on=report.due_on,
        address=reverse("reports:report", args=(programme, report.pk)),
        programme=programme,
        version=report.version,
        is_done=report.is_with_department,
    )


def _owed(asked: Asked) -> Iterator[DueThing]:
    """Two queries. What was sent stands in calendars as done; what was returned is owed again."""
    owed = reports_with_rounds().filter(round__state=Round.State.OPEN, required=True)
    owed = owed.filter(due_on__gte=asked.first, due_on__lte=asked.last)
    for report in owed if asked.units is None else owed.of_units(asked.units):
        if all(ask.programme.is_running for ask in report.round.asks.all()):
            yield thing_of(report)


DUE_THINGS = (_owed,)
