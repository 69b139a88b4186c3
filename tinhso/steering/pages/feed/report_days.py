"""Reports that the plan asks for, on each of their days within the programme's period."""

from collections.abc import Collection, Iterator
from datetime import date

from django.urls import reverse

from tinhso.kernel.organisations.answering import answered_by
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.calendar.remaining import last_day_in_time
from tinhso.steering.figures.executing import naming_day, units_meant
from tinhso.steering.pages.feed.dated import Dated
from tinhso.steering.programmes.models import Duty, Programme
from tinhso.steering.reporting.fetching import rounds_with_asks
from tinhso.steering.reporting.models import Round, RoundDue

Frequency = Duty.Frequency
#: How often → the kind of round that asks for it.
_KINDS = {
    Frequency.MONTHLY: Round.Kind.MONTH,
    Frequency.QUARTERLY: Round.Kind.QUARTER,
    Frequency.HALF_YEARLY: Round.Kind.HALF_YEAR,
    Frequency.YEARLY: Round.Kind.YEAR,
}
#: How often → the months in which it is due.
_MONTHS = {
    Frequency.MONTHLY: tuple(range(1, 13)),
    Frequency.QUARTERLY: (3, 6, 9, 12),
    Frequency.HALF_YEARLY: (6, 12),
    Frequency.YEARLY: (12,),
}


def report_days(programmes: Collection[Programme], units: Collection[int], day: date) -> Iterator[Dated]:
    """Of duties whose senders mean one of the units, or whoever they follow; of every unit where no sender is told.

    Once a round takes reports for a day, it stands in calendars as what is due in the round.
    """
    ours, rounds = answered_by(units, day), _rounds(programmes)
    named = Duty.objects.current().filter(programme__in=programmes).select_related("programme")
    for duty in named.prefetch_related("assignments__post").order_by("pk"):
        meant = _meant(duty, day)
        if meant and ours.isdisjoint(meant):
            continue
        by_department = meant == {duty.programme.coordinating_unit_id}
        for each in _named_days(duty):
            if not any(_asks(round_, duty, each, by_department=by_department) for round_ in rounds):
                yield _dated(duty, _last(duty, each))


def days_of(duty: Duty) -> list[date]:
    """The last days in time: one for a duty due once, each of a rhythm within the programme's period."""
    return [_last(duty, day) for day in _named_days(duty)]


def _named_days(duty: Duty) -> list[date]:
    return [duty.due_on] if duty.due_on else list(_rhythm(duty))


def _last(duty: Duty, named: date) -> date:
    return last_day_in_time(named, before=duty.before, due_day_counts=not duty.programme.named_day_is_late)


def _rounds(programmes: Collection[Programme]) -> list[Round]:
    """Those that take or took reports; three queries."""
    begun = rounds_with_asks().filter(asks__programme__in=programmes, state__in=(Round.State.OPEN, Round.State.CLOSED))
    return list(begun.distinct())


def _asks(round_: Round, duty: Duty, named: date, *, by_department: bool) -> bool:
    """Whether the round asks for what the duty orders by the named day: of the units, of the department if it has a day
    in the round as well."""
    month = (round_.last_day.year, round_.last_day.month)
    if round_.kind != _KINDS.get(Frequency(duty.frequency)) or month != (named.year, named.month):
        return False
    orders = {ask.duty_id for ask in round_.asks.all() if ask.programme_id == duty.programme_id}
    if by_department:
        return bool(orders) and any(due.sender == RoundDue.Sender.DEPARTMENT for due in round_.dues.all())
    return not orders.isdisjoint({None, duty.pk})


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


def _meant(duty: Duty, day: date) -> frozenset[int]:
    """The units that the senders mean: themselves, those of their posts and groups, on the day within the programme."""
    roster = Roster.on(naming_day(duty.programme, day))
    senders = [each for each in duty.assignments.all() if each.role == "sender" and each.withdrawn_at is None]
    return frozenset(version.unit_id for row in senders for version in units_meant(row, roster))


def _dated(duty: Duty, day: date) -> Dated:
    return Dated(
        f"report-{duty.pk}-{day:%Y%m%d}",
        day=day,
        title=f"Hạn báo cáo: {duty.what}",
        words=f"{duty.what}\n{duty.due}\n{duty.programme.name}",
        address=reverse("pages:board", args=(duty.programme_id,)),
        version=duty.version,
    )
