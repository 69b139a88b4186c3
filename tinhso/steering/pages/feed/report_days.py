"""Reports that the plan asks for, on each of their days within the programme's period."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.urls import reverse

from tinhso.lib.calendar.remaining import last_day_in_time
from tinhso.steering.pages.feed.dated import Dated
from tinhso.steering.programmes.models import Duty, Programme

Frequency = Duty.Frequency
#: How often → the months in which it is due.
_MONTHS = {
    Frequency.MONTHLY: tuple(range(1, 13)),
    Frequency.QUARTERLY: (3, 6, 9, 12),
    Frequency.HALF_YEARLY: (6, 12),
    Frequency.YEARLY: (12,),
}


def report_days(programmes: Iterable[Programme], units: Iterable[int]) -> Iterator[Dated]:
    """Of duties whose sender is one of the units, or is not told by name (every unit)."""
    named = Duty.objects.current().filter(programme__in=programmes).select_related("programme")
    for duty in named.prefetch_related("assignments").order_by("pk"):
        if _concerns(duty, frozenset(units)):
            yield from (_dated(duty, day) for day in days_of(duty))


def days_of(duty: Duty) -> list[date]:
    """The last days in time: one for a duty due once, each of a rhythm within the programme's period."""
    programme = duty.programme
    named = [duty.due_on] if duty.due_on else list(_rhythm(duty))
    counts = not programme.named_day_is_late
    return [last_day_in_time(day, before=duty.before, due_day_counts=counts) for day in named]


def _rhythm(duty: Duty) -> Iterator[date]:
    first, last, number = duty.programme.starts_on, duty.programme.ends_on, duty.day
    months = _MONTHS.get(Frequency(duty.frequency), ()) if number else ()
    for year in range(first.year, last.year + 1):
        for month in months:
            day = _existing(year, month, number or 0)
            if day is not None and first <= day <= last:
                yield day


def _existing(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _concerns(duty: Duty, units: frozenset[int]) -> bool:
    senders = [each for each in duty.assignments.all() if each.role == "sender" and each.withdrawn_at is None]
    meant = {each.unit_id for each in senders if each.unit_id}
    return not meant or not units.isdisjoint(meant)


def _dated(duty: Duty, day: date) -> Dated:
    return Dated(
        f"report-{duty.pk}-{day:%Y%m%d}",
        day=day,
        title=f"Hạn báo cáo: {duty.what}",
        words=f"{duty.what}\n{duty.due}\n{duty.programme.name}",
        address=reverse("pages:board", args=(duty.programme_id,)),
        version=duty.version,
    )
