"""Open a count: a page of the records that it counted, as they stand now, each compared with what it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.metrics.columns import label_of, written
from tinhso.kernel.metrics.models import Count, Pile
from tinhso.kernel.metrics.packing import mark_of, marks, unpacked
from tinhso.kernel.metrics.recipes import Metric, Records

HIDDEN = "•••"


class Place(NamedTuple):
    """Where a page begins: after the record of this unit and key."""

    unit: int = 0
    key: int = 0


#: Before the first record.
START = Place()


class State(StrEnum):
    """What became of a record since it was counted."""

    SAME = ""
    CHANGED = "changed"
    GONE = "gone"
    CLOSED = "closed"
    """It stands, and the person may not open it."""


@dataclass(frozen=True, slots=True)
class Opened:
    """One record that was counted; ``cells`` in the order of the columns, empty where there is nothing to show."""

    unit: int
    key: int
    cells: tuple[str, ...]
    address: str
    state: State


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of records, and where the next begins; None on the last."""

    columns: tuple[str, ...]
    records: Sequence[Opened]
    after: Place | None


class _Kept(NamedTuple):
    unit: int
    key: int
    mark: bytes


def open_records(
    metric: Metric, count: Count, side: str, *, by: Account, unit: int | None = None, after: Place = START, most: int
) -> Leaf:
    """A page of a side's records, of all units or of one, by unit and key: three queries beside the standing, however
    many they are.

    Raises NotAllowed. The columns are those of the version by which it was counted, else of the last one.
    """
    standing(by).require(metric.reader)
    recipe = metric.version(count.version) or metric.versions[-1]
    records = recipe.sides.get(side)
    if records is None:
        return Leaf((), [], None)
    kept = _kept(count, side, unit=unit, after=after, most=most + 1)
    shown = kept[:most]
    last = shown[-1] if len(kept) > most else None
    return Leaf(
        tuple(label_of(records.model, column) for column in records.columns),
        _opened(records, shown, by),
        Place(last.unit, last.key) if last else None,
    )


def _kept(count: Count, side: str, *, unit: int | None, after: Place, most: int) -> list[_Kept]:
    """No pile is empty, so that as many piles as records are enough, with one of which the last record was shown."""
    piles = Pile.objects.filter(of__count=count, side=side).order_by("of__unit_id").select_related("of")
    if unit is not None:
        piles = piles.filter(of__unit=unit)
    found: list[_Kept] = []
    for pile in piles.filter(of__unit__gte=after.unit)[: most + 1]:
        kept = zip(unpacked(bytes(pile.keys)), marks(bytes(pile.marks)), strict=True)
        rows = (_Kept(pile.of.unit_id, key, mark) for key, mark in kept)
        found += [row for row in rows if (row.unit, row.key) > after]
        if len(found) >= most:
            break
    return found[:most]


def _opened(records: Records, kept: Sequence[_Kept], by: Account) -> list[Opened]:
    keys = [each.key for each in kept]
    rows = records.model._default_manager.filter(pk__in=keys)
    present = {row["pk"]: row for row in rows.values(*dict.fromkeys(("pk", *records.columns, *records.page[1:])))}
    open_to = set(present)
    if records.reach is not None:
        open_to = set(records.reach(by, rows).values_list("pk", flat=True))
    return [_one(records, each, present.get(each.key), may_open=each.key in open_to) for each in kept]


def _one(records: Records, kept: _Kept, row: dict[str, Any] | None, *, may_open: bool) -> Opened:
    if row is None or not may_open:
        return Opened(kept.unit, kept.key, (), "", State.GONE if row is None else State.CLOSED)
    now = mark_of(row[column] for column in records.columns if column not in records.personal)
    return Opened(
        kept.unit,
        kept.key,
        tuple(_cell(records, column, row[column]) for column in records.columns),
        reverse(records.page[0], args=[row[column] for column in records.page[1:]]) if records.page else "",
        State.SAME if now == kept.mark else State.CHANGED,
    )


def _cell(records: Records, column: str, value: object) -> str:
    return HIDDEN if column in records.personal else written(records.model, column, value)
