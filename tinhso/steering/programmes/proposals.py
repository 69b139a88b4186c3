"""What a page or command offers before a programme is started: name, period, the unit in charge."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from tinhso.kernel.organisations.models import Post, Unit
from tinhso.steering.intake.reading import Reading
from tinhso.steering.programmes.archive import revived
from tinhso.steering.programmes.making.people import names_in
from tinhso.steering.programmes.models import PlanDocument, Programme
from tinhso.steering.programmes.owners import Meaning, meanings_of
from tinhso.steering.programmes.period import Period, naming_day, period_of


@dataclass(frozen=True, slots=True)
class Proposed:
    """The start as the document suggests it; a person may change each part."""

    name: str
    period: Period
    coordinating_unit: Unit | None


def proposed(document: PlanDocument, *, today: date) -> Proposed:
    """Title, years named, and the unit to which the plan's reports are sent."""
    reading = revived(document.reading)
    period = period_of(reading, today=today)
    return Proposed(document.title, period, unit_in_charge(reading, naming_day(reading, period)))


def unit_in_charge(reading: Reading, day: date) -> Unit | None:
    """The unit that watches and leads most, first of all one that the plan's reports are sent to.

    The committee or chair above it receives reports too, and leads nothing.
    """
    receivers = [name for duty in reading.duties for name in names_in(duty.to)]
    busy = [name for indicator in reading.indicators for name in indicator.watchers]
    busy += [name for task in reading.tasks for name in task.leads]
    meanings = meanings_of({*receivers, *busy}, day)
    received, led = _units_named(receivers, meanings), _units_named(busy, meanings)
    busiest = max(led, key=lambda unit: (unit in received, led[unit]), default=None)
    return Unit.objects.filter(pk=busiest).first() if busiest else None


def likely_programmes(document: PlanDocument) -> list[Programme]:
    """Programmes that the document may be a corrected version of: same kind and subject, or same symbol and year."""
    candidates = Programme.objects.select_related("document").exclude(document=document)
    return [programme for programme in candidates if _same_plan(programme.document, document)]


def _same_plan(one: PlanDocument, other: PlanDocument) -> bool:
    if other.supersedes_id == one.pk:
        return True
    if one.symbol and (one.symbol, one.number, one.issued_year) == (other.symbol, other.number, other.issued_year):
        return True
    return bool(one.subject) and (one.kind, one.subject, one.issued_year) == (
        other.kind,
        other.subject,
        other.issued_year,
    )


def _units_named(names: list[str], meanings: dict[str, list[Meaning]]) -> Counter[int]:
    """How often each unit is named, itself or through its post."""
    columns = [meaning.columns for name in names for meaning in meanings[name]]
    posts = Post.objects.in_bulk({column["post_id"] for column in columns if "post_id" in column})
    keys = (posts[column["post_id"]].unit_id if "post_id" in column else column.get("unit_id") for column in columns)
    return Counter(key for key in keys if key is not None)
