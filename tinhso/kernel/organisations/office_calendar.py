"""The office's calendar: the rules of law with the decided days of the database."""

from tinhso.kernel.organisations.edition import kept_for_edition
from tinhso.kernel.organisations.models import DecidedDay
from tinhso.lib.calendar.working import Calendar, DayDecision, DecisionOccasion

_OCCASIONS: dict[str, DecisionOccasion] = {
    "tet": "tet",
    "national_day": "national_day",
    "swap": "swap",
    "other": "other",
}


@kept_for_edition
def office_calendar() -> Calendar:
    """The calendar by everything decided so far, in one query; kept until a day is decided anew."""
    return Calendar(tuple(as_decision(row) for row in DecidedDay.objects.all()))


def as_decision(row: DecidedDay) -> DayDecision:
    """A row as the calendar knows it."""
    worked = row.effect == DecidedDay.Effect.WORKED
    return DayDecision(row.day, "worked" if worked else "off", _OCCASIONS[row.occasion], row.reason, row.decision)
