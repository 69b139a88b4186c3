"""A cell of a page: what it says, and what of it stands in columns of its own."""

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

from tinhso.lib.workbook.writing import Value
from tinhso.surfaces.web.carrying.words import classes, is_lifted, said, value_of

#: What is told under the words of a cell, for whoever gave it no name.
_FURTHER = "ghi thêm"
#: Numerator and denominator.
_MADE_OF = re.compile(r"([0-9.,]+ ?%) \(([0-9.,]+/[0-9.,]+)\)")
_PAIR = re.compile(r"\(?([0-9.,]+) ?/ ?([0-9.,]+)\)?(?: đơn vị)?")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and what of it stands in columns of its own."""

    value: Value
    apart: dict[str, Value] = field(default_factory=dict)


def read_cell(cell: _Element, head: str) -> Cell:
    numeric = any("number" in classes(each) for each in cell.iter())
    apart: dict[str, list[str]] = {}
    for each in cell.iterdescendants():
        if is_lifted(each):
            apart.setdefault(each.get("data-column") or f"{head}: {_FURTHER}", []).append(said(each))
    told = said(cell)
    values: dict[str, Value] = {}
    for name, words in apart.items():
        values |= _valued(name, "\n".join(filter(None, words)), numeric=numeric)
    if figure := cell.get("data-value"):
        values, told = {f"{head}: {_FURTHER}": "\n".join(filter(None, [told, *map(str, values.values())]))}, figure
    main = _valued(head, told, numeric=numeric)
    value = main.pop(head, None)
    # "(–)", "/" and the like only joined what stands apart.
    is_joint = bool(values) and not any(sign.isalnum() for sign in told)
    return Cell(None if is_joint else value, main | values)


def _valued(name: str, words: str, *, numeric: bool) -> dict[str, Value]:
    """What words are; of "812/1.000" both numbers, each under its own name, of "81,2 % (812/1.000)" all three."""
    if made_of := _MADE_OF.fullmatch(words):
        share, parts = made_of.groups()
        return {name: value_of(share, numeric=numeric)} | _valued(f"{name}: gồm", parts, numeric=True)
    pair = _PAIR.fullmatch(words) if numeric else None
    if pair is None:
        return {name: value_of(words, numeric=numeric)}
    names = name.split("/") if name.count("/") == 1 else [f"{name}: tử số", f"{name}: mẫu số"]
    return {_headed(each): value_of(part, numeric=True) for each, part in zip(names, pair.groups(), strict=True)}


def _headed(name: str) -> str:
    """With a capital at the front; those within ("TTHC") stay."""
    said = name.strip()
    return said[:1].upper() + said[1:]
