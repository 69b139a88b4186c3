"""Which rule of reminding holds in a programme on a day."""

from dataclasses import replace
from datetime import date

from tinhso.steering.following.models import ReminderRule
from tinhso.steering.following.reminding.moments import USUAL, Plan
from tinhso.steering.programmes.fetching import programmes_shown
from tinhso.steering.programmes.models import Programme

#: Reminders are few: so many of a kind at most, none farther from the due day than so many working days.
MOST, FARTHEST, LONGEST = 5, 60, 26


def plan_on(programme: int | None, day: date) -> Plan:
    """What holds in the programme on the day; one query. Without a programme, what is usual."""
    rule = ReminderRule.objects.in_force(day).filter(programme=programme).first() if programme else None
    return as_plan(rule) if rule else usual(programmes_shown().get(programme or 0))


def usual(programme: Programme | None) -> Plan:
    """Without a rule: the first time so long before as the programme's settings say, else as everywhere."""
    if programme is None:
        return USUAL
    first = programme.reminder_days
    return replace(USUAL, before=(first, *(days for days in USUAL.before[1:] if days < first)))


def as_plan(rule: ReminderRule) -> Plan:
    """A row as the arithmetic knows it."""
    return Plan(tuple(rule.before), rule.on_the_day, tuple(rule.after), weeks=rule.weeks, head_after=rule.head_after)
