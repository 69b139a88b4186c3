"""What a change of the calendar moves. An app declares it in ``calendar_effects.py``: ``EFFECTS = (function, …)``."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from tinhso.lib.calendar.working import Calendar
from tinhso.lib.declared import modules


@dataclass(frozen=True, slots=True)
class Moved:
    """Something that is due, with the time left as it is told now and as it would be told."""

    what: str
    address: str
    due_on: date
    was: str
    becomes: str


Effect = Callable[[Calendar, Calendar, date], Sequence[Moved]]
"""Given the calendar before and after, and today: what would be told otherwise."""


def moved(before: Calendar, after: Calendar, today: date) -> list[Moved]:
    """By everybody who declares effects, the next due day first."""
    effects: Iterable[Effect] = chain.from_iterable(module.EFFECTS for module in modules("calendar_effects"))
    found = chain.from_iterable(effect(before, after, today) for effect in effects)
    return sorted(found, key=lambda each: (each.due_on, each.what))
