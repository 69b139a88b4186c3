"""Writes the tables into the database: once, in one transaction; a second time it changes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from django.db import transaction

from tinhso.kernel.organisations.errors import NoSuchUnit
from tinhso.kernel.organisations.loading import tables
from tinhso.kernel.organisations.models import Alias, DecidedDay, Group, GroupRule, Post, Reorganisation, Unit
from tinhso.kernel.organisations.reorganising.apply import put_into_force, refuse_broken_tree
from tinhso.kernel.organisations.reorganising.book import Book
from tinhso.lib.text import fold

Row = TypeVar("Row", Unit, Group)


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many things were new."""

    units: int
    reorganisations: int
    groups: int
    aliases: int
    days: int


def load(folder: Path) -> Loaded:
    """Load every table of a folder. Raises UnreadableTable, or what a decision may be refused for."""
    with transaction.atomic():
        return Loaded(
            units=_load_units(folder),
            reorganisations=_load_orders(folder),
            groups=_load_groups(folder),
            aliases=_load_aliases(folder),
            days=_load_days(folder),
        )


def _load_units(folder: Path) -> int:
    book = Book()
    fresh = [(day, step) for day, step in tables.first_units(folder) if step.unit not in book.units]
    book.add_units(step.unit for _, step in fresh)
    for day, step in fresh:
        book.begin(step, day, None)
    for day in {day for day, _ in fresh}:
        refuse_broken_tree(book, day)
    book.write()
    _load_further_posts(folder, book, {step.unit for _, step in fresh})
    return len(fresh)


def _load_further_posts(folder: Path, book: Book, fresh: set[str]) -> None:
    Post.objects.bulk_create(
        Post(
            unit=book.unit(line["unit"]),
            title=line["title"],
            rank=line["rank"],
            valid_from=book.versions[line["unit"]][0].valid_from,
        )
        for line in tables.lines(folder, "posts.csv")
        if line["unit"] in fresh
    )


def _load_orders(folder: Path) -> int:
    known = set(Reorganisation.objects.values_list("key", flat=True))
    fresh = [order for order in tables.orders(folder) if order.reorganisation.key not in known]
    if fresh:
        put_into_force(*fresh)
    return len(fresh)


def _load_groups(folder: Path) -> int:
    known = set(Group.objects.values_list("key", flat=True))
    fresh = [row for row in tables.groups(folder) if row["key"] not in known]
    Group.objects.bulk_create(
        Group(key=row["key"], name=row["name"], members=row["members"], note=row["note"], folded=fold(row["name"]))
        for row in fresh
    )
    groups, units = _by_key(Group.objects.all()), _by_key(Unit.objects.all())
    GroupRule.objects.bulk_create(
        GroupRule(
            group=groups[row["key"]],
            kind=rule.get("kind", ""),
            unit=_named(units, rule["unit"]) if "unit" in rule else None,
            subgroup=_named(groups, rule["subgroup"]) if "subgroup" in rule else None,
            effect=rule.get("effect", GroupRule.Effect.INCLUDE),
        )
        for row in fresh
        for rule in row["rules"]
    )
    return len(fresh)


def _load_aliases(folder: Path) -> int:
    groups, units = _by_key(Group.objects.all()), _by_key(Unit.objects.all())
    known = {(alias.folded, alias.unit_id, alias.group_id) for alias in Alias.objects.all()}
    named = {
        (fold(alias.text), alias.unit_id, alias.group_id): alias
        for alias in (
            Alias(
                text=line["text"],
                folded=fold(line["text"]),
                unit=_named(units, line["key"]) if line["target"] == "unit" else None,
                group=_named(groups, line["key"]) if line["target"] == "group" else None,
            )
            for line in tables.lines(folder, "aliases.csv")
        )
    }
    fresh = [alias for place, alias in named.items() if place not in known]
    Alias.objects.bulk_create(fresh, batch_size=200)
    return len(fresh)


def _load_days(folder: Path) -> int:
    known = set(DecidedDay.objects.values_list("day", flat=True))
    fresh = [decided for decided in tables.decided_days(folder) if decided.day not in known]
    DecidedDay.objects.bulk_create(fresh, batch_size=200)
    return len(fresh)


def _by_key(rows: Iterable[Row]) -> dict[str, Row]:
    return {row.key: row for row in rows}


def _named(rows: dict[str, Row], key: str) -> Row:
    if key not in rows:
        raise NoSuchUnit(key=key)
    return rows[key]
