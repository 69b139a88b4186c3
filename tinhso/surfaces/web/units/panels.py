"""What other parts of the tree tell of a unit: an app declares ``PANELS`` and ``FOLLOWING`` in ``unit_panels.py``."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.declared import modules


@dataclass(frozen=True, slots=True)
class UnitAsked:
    """Which unit is looked at, by whom, and on which day: that of the roster."""

    unit: UnitVersion
    account: Account
    roster: Roster


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of a unit's page: ``content`` gives what the ``template`` shows as ``panel``, None when there is nothing.

    It costs a constant number of queries. ``order`` as in the navigation.
    """

    title: str
    order: int
    template: str
    content: Callable[[UnitAsked], object | None]


@dataclass(frozen=True, slots=True)
class Following:
    """Open work that follows when units end: ``counted(units, day, account)`` gives its number by unit, in a constant
    number of queries, for what this person may see on that day."""

    label: str
    order: int
    counted: Callable[[Collection[int], date, Account], Mapping[int, int]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A panel as it stands on one page."""

    title: str
    template: str
    content: object


def panels(asked: UnitAsked) -> list[Shown]:
    """The panels that have something to tell."""
    declared: Iterable[Panel] = chain.from_iterable(module.PANELS for module in modules("unit_panels"))
    in_order = sorted(declared, key=lambda panel: panel.order)
    found = ((panel, panel.content(asked)) for panel in in_order)
    return [Shown(panel.title, panel.template, content) for panel, content in found if content is not None]


def following() -> list[Following]:
    """Every declared kind of open work, in its order."""
    declared: Iterable[Following] = chain.from_iterable(module.FOLLOWING for module in modules("unit_panels"))
    return sorted(declared, key=lambda each: each.order)
