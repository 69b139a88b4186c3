"""Reads the tables of samples/organisations into values; a wrong line is refused with file and number."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from tinhso.kernel.organisations.errors import MissingTable, UnreadableTable
from tinhso.kernel.organisations.models import DecidedDay, Reorganisation
from tinhso.kernel.organisations.reorganising.steps import Action, Follow, Order, Step

UNIT_TABLES = ("units-administrative.csv", "units-bodies.csv")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table by column; a day or number that is none is refused with its place."""

    file: str
    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        if column not in self.cells:
            raise UnreadableTable(file=self.file, line=self.number, reason=f"thiếu cột {column}")
        return self.cells[column]

    def day(self, column: str) -> date | None:
        """The day in a column, None where it is empty."""
        try:
            return date.fromisoformat(self[column]) if self[column] else None
        except ValueError as fault:
            raise UnreadableTable(file=self.file, line=self.number, reason=f"ngày “{self[column]}”") from fault

    def first_day(self, column: str) -> date:
        """The day in a column that must have one."""
        day = self.day(column)
        if day is None:
            raise UnreadableTable(file=self.file, line=self.number, reason=f"thiếu ngày ở cột {column}")
        return day

    def share(self, column: str) -> Decimal | None:
        """The number in a column, None where it is empty."""
        try:
            return Decimal(self[column]) if self[column] else None
        except InvalidOperation as fault:
            raise UnreadableTable(file=self.file, line=self.number, reason=f"số “{self[column]}”") from fault


def lines(folder: Path, name: str) -> Iterator[Line]:
    """The lines of a table below its head."""
    with _place(folder, name).open(encoding="utf-8", newline="") as table:
        for number, cells in enumerate(csv.DictReader(table), start=2):
            yield Line(name, number, {column: (value or "").strip() for column, value in cells.items()})


def first_units(folder: Path) -> list[tuple[date, Step]]:
    """The units that the data begin with, parents before children, each with its first day."""
    found = [(line.first_day("valid_from"), line) for name in UNIT_TABLES for line in lines(folder, name)]
    return [(day, _step("establish", line, key="key")) for day, line in found]


def orders(folder: Path) -> list[Order]:
    """The decisions with their steps and successions, in order of effect."""
    steps, follows = list(lines(folder, "steps.csv")), list(lines(folder, "successions.csv"))
    return [
        Order(
            _reorganisation(line),
            tuple(_step(_action(step), step, key="unit") for step in steps if step["event"] == line["key"]),
            tuple(_follow(follow) for follow in follows if follow["event"] == line["key"]),
        )
        for line in lines(folder, "reorganisations.csv")
    ]


def decided_days(folder: Path) -> list[DecidedDay]:
    """Days off and worked by decision, not saved."""
    return [
        DecidedDay(
            day=line.first_day("day"),
            effect=line["effect"],
            occasion=line["occasion"],
            reason=line["reason"],
            decision=line["decision"],
            decided_on=line.day("decided_on"),
        )
        for line in lines(folder, "decided-days.csv")
    ]


def groups(folder: Path) -> list[dict[str, Any]]:
    """The groups with their rules."""
    found: list[dict[str, Any]] = json.loads(_place(folder, "groups.json").read_text(encoding="utf-8"))
    return found


def _place(folder: Path, name: str) -> Path:
    if not (folder / name).is_file():
        raise MissingTable(folder=folder, file=name)
    return folder / name


def _step(action: Action, line: Line, *, key: str) -> Step:
    return Step(
        action,
        line[key],
        name=line["name"],
        short_name=line["short_name"],
        kind=line["kind"],
        official_code=line["code"],
        parent=line["parent"],
        head_title=line["head_title"],
    )


def _action(line: Line) -> Action:
    known: dict[str, Action] = {"establish": "establish", "amend": "amend", "end": "end"}
    if line["action"] not in known:
        raise UnreadableTable(file=line.file, line=line.number, reason=f"việc “{line['action']}”")
    return known[line["action"]]


def _reorganisation(line: Line) -> Reorganisation:
    return Reorganisation(
        key=line["key"],
        title=line["title"],
        number=line["number"],
        issuer=line["issuer"],
        issued_on=line.day("issued_on"),
        effective_on=line.first_day("effective_on"),
        source=line["source"],
    )


def _follow(line: Line) -> Follow:
    return Follow(line["manner"], line["predecessor"], line["successor"], line.share("share"), line["function"])
