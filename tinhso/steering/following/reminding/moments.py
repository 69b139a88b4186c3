"""The days on which a thing is told, counted from its due day; and the latest of them that has come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from tinhso.lib.calendar.working import Calendar

#: A moment that passed longer ago is not made up for: the machine was off, or the thing is new here.
MADE_UP_FOR = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Plan:
    """So many working days ``before`` and ``after`` the due day, on the day itself, then weekly for so many ``weeks``;
    the head is told too from so many working days after it (None: never)."""

    before: tuple[int, ...] = (7, 3, 1)
    on_the_day: bool = True
    after: tuple[int, ...] = (1, 5)
    weeks: int = 8
    head_after: int | None = 1


#: What holds where nobody has decided otherwise.
USUAL = Plan()


class Moment(NamedTuple):
    """``code`` names it among those of one due day; ``for_head``: also the head of the unit is told."""

    day: date
    code: str
    for_head: bool = False


def moments(plan: Plan, due_on: date, calendar: Calendar) -> list[Moment]:
    """All of them, in order. On a due day that is a day off nothing is told: the working day before it said so."""
    return sorted(_moments(plan, due_on, calendar))


def latest(plan: Plan, due_on: date, *, today: date, calendar: Calendar) -> Moment | None:
    """The last one that has come, unless that was long ago; those before it are not told any more."""
    come = [each for each in moments(plan, due_on, calendar) if each.day <= today]
    return come[-1] if come and today - come[-1].day <= MADE_UP_FOR else None


def farthest(plan: Plan) -> tuple[timedelta, timedelta]:
    """How long before the due day the first moment can lie, and how long after it the last one still counts."""
    before, after = max(plan.before, default=0), max(plan.after, default=0)
    return _wide(before), _wide(after) + timedelta(weeks=plan.weeks + 2) + MADE_UP_FOR


def _moments(plan: Plan, due_on: date, calendar: Calendar) -> Iterator[Moment]:
    for count in plan.before:
        yield Moment(calendar.add_working_days(due_on, -count), f"b{count}")
    if plan.on_the_day and calendar.is_working_day(due_on):
        yield Moment(due_on, "d")
    last = due_on
    for count in plan.after:
        last = max(last, calendar.add_working_days(due_on, count))
        yield Moment(calendar.add_working_days(due_on, count), f"a{count}", _for_head(plan, count))
    for week in range(1, plan.weeks + 1):
        day = calendar.working_day_on_or_after(last + timedelta(weeks=week))
        yield Moment(day, f"w{week}", plan.head_after is not None)


def _for_head(plan: Plan, count: int) -> bool:
    return plan.head_after is not None and count >= plan.head_after


def _wide(working_days: int) -> timedelta:
    """So many working days never take longer than this, Tết included."""
    return timedelta(days=working_days * 2 + 14)
