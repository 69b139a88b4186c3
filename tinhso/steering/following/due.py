"""What is due: each part that has due days declares them in its ``due_things.py``, as ``DUE_THINGS = (function,)``.

The function takes ``Asked`` and gives ``DueThing``s; reminders (page and letters) and calendars are made from them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from tinhso.kernel.accounts.roles import Verb
from tinhso.lib.declared import modules


@dataclass(frozen=True, slots=True)
class Asked:
    """Things whose last day in time lies in these days, the ends included, as they stand on ``today``; of ``units``
    alone where they are named (a part may give more: what is none of theirs is left out)."""

    first: date
    last: date
    today: date
    units: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class DueGroup:
    """Things that are one matter for who stands in for those that owe them: "Báo cáo quý II/2022" of many bodies, and
    where those still missing are listed. ``key`` as of a thing."""

    key: str
    what: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DueThing:
    """One thing that one unit owes.

    ``key`` is the same for the same thing whenever asked ("round:7:u12"): what is told is told once under it.
    ``what`` begins a sentence and names one thing: "Báo cáo quý II/2022 của UBND huyện Yên Thế". ``unit`` is the unit
    as named, of whatever time: who answers for it today is found by whoever tells. ``due_on`` is the last day in time.
    ``address`` is the path at which it is done. ``verb`` is the right of those who do it; ``by_those_above`` where the
    nearest unit above does it for one that has nobody here. ``is_done`` things stand in calendars only. ``again`` is
    told in place of the day where it had come and was given back. Whoever stands in for bodies that have nobody here
    is told once of a ``group``.
    """

    key: str
    what: str
    unit: int
    due_on: date
    address: str
    verb: Verb = Verb.REPORT
    by_those_above: bool = False
    title: str = ""
    programme: int | None = None
    task: int | None = None
    version: int = 1
    is_done: bool = False
    again: str = ""
    group: DueGroup | None = None


Source = Callable[[Asked], Iterable[DueThing]]


def declared() -> tuple[Source, ...]:
    """Every source that a part declares."""
    return tuple(chain.from_iterable(module.DUE_THINGS for module in modules("due_things")))


def due_things(asked: Asked, sources: Iterable[Source] | None = None) -> list[DueThing]:
    """Of every declared source, or of these, by day."""
    found = chain.from_iterable(source(asked) for source in (declared() if sources is None else sources))
    wanted = (thing for thing in found if asked.first <= thing.due_on <= asked.last)
    ours = (thing for thing in wanted if asked.units is None or thing.unit in asked.units)
    return sorted(ours, key=lambda thing: (thing.due_on, thing.key, thing.unit))
