"""Tables as data of the page: widths, heads, rows, and which rows are too high to stay on one page."""

from math import ceil
from typing import Any

from tinhso.kernel.documents.paper import form
from tinhso.kernel.documents.paper.form import FACES, Part
from tinhso.kernel.documents.paper.measures import POINTS_A_MILLIMETRE
from tinhso.kernel.documents.paper.pdf.faces import letters
from tinhso.kernel.documents.paper.pdf.pieces import Piece, pieces
from tinhso.kernel.documents.paper.words import Grid, Row, Run, Side, plain

#: Above and below the words of a cell, above and below a table (points).
CELL_SPACE, TABLE_SPACE = 2, 6
Json = dict[str, Any]
_SIDES = {Side.LEFT: "left", Side.CENTRE: "center", Side.RIGHT: "right"}
#: Millimetres between a line of the table and the words; of a very narrow column not more than this part of it.
_INSET, _MOST_INSET = 1.5, 0.15
#: A row that may be as high as this (mm) is split: it might not fit below the head on the shortest page.
_HIGHEST_ROW = 100.0


def table(grid: Grid, wide: float) -> Json:
    """The table in lines of so many millimetres."""
    whole = sum(column.share for column in grid.columns)
    widths = [wide * column.share / whole for column in grid.columns]
    inset = min(_INSET, *(each * _MOST_INSET for each in widths))
    rooms = [each - 2 * inset for each in widths]
    return {
        "kind": "table",
        "widths": widths,
        "inset": inset,
        "sides": [_SIDES[column.side] for column in grid.columns],
        "heads": [_head(column.head, room) for column, room in zip(grid.columns, rooms, strict=True)],
        "rows": [_row(row, [wide - 2 * inset] if row.band else rooms) for row in grid.rows],
    }


def _head(text: str, room: float) -> list[Piece]:
    return pieces((Run(text),), room=room * POINTS_A_MILLIMETRE, size=FACES[Part.CELL_HEAD].size)


def _row(row: Row, rooms: list[float]) -> Json:
    size = FACES[Part.CELL].size
    return {
        "band": row.band,
        "split": _height(row, rooms) > _HIGHEST_ROW,
        "cells": [
            pieces(words, room=room * POINTS_A_MILLIMETRE, size=size)
            for words, room in zip(row.cells, rooms, strict=True)
        ],
    }


def _height(row: Row, rooms: list[float]) -> float:
    """How high the row may be, in millimetres: lines that are filled to two thirds."""
    size = FACES[Part.CELL].size
    measured = letters(bold=True)
    texts = [plain(words) for words in row.cells]
    lines = [
        ceil(1.5 * measured.width(text, size) / POINTS_A_MILLIMETRE / room) + text.count("\n") if text else 0
        for text, room in zip(texts, rooms, strict=True)
    ]
    return max(lines, default=0) * size * form.SINGLE_LINE / POINTS_A_MILLIMETRE
