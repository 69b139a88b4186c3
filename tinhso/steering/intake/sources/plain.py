"""Plain text: lines joined to paragraphs, tab-separated lines to table rows."""

import re
from collections.abc import Iterator

from tinhso.steering.intake.manuscript import CELL_BREAK, Manuscript, Paragraph
from tinhso.steering.intake.markers import read_markers


def read_plain(text: str) -> Manuscript:
    """The manuscript of a text that is already decoded and normalised letter by letter."""
    paragraphs = tuple(_paragraphs(text.split("\n")))
    tables = 1 + max((p.table for p in paragraphs if p.table is not None), default=-1)
    return Manuscript(paragraphs, "text/plain", tables)


def _paragraphs(lines: list[str]) -> Iterator[Paragraph]:
    table, row, width = -1, 0, 0
    pending: str | None = None
    cells: list[str] | None = None
    for raw in lines:
        line = raw.rstrip("\r ")
        if cells is not None:
            if line.strip() and "\t" not in line and len(cells) < width:
                cells[-1] += CELL_BREAK + line.strip()
                continue
            if line.strip() and "\t" in line and len(cells) < width:
                first, *rest = [c.strip() for c in line.split("\t")]
                cells[-1] += CELL_BREAK + first
                cells += rest
                continue
            yield _row(cells, table, row)
            row, cells = row + 1, None
        if "\t" in line:
            if pending is not None:
                yield Paragraph(pending)
                pending, width = None, 0
            parts = [c.strip() for c in line.split("\t")]
            if not width:
                table, row, width = table + 1, 0, len(parts)
            cells = parts
            continue
        words = re.sub(r"\s+", " ", line).strip()
        if not words:
            continue
        if pending is not None and _goes_on(pending, words):
            pending += " " + words
        else:
            if pending is not None:
                yield Paragraph(pending)
            pending, width = words, 0
    if cells is not None:
        yield _row(cells, table, row)
    if pending is not None:
        yield Paragraph(pending)


def _row(cells: list[str], table: int, row: int) -> Paragraph:
    tidy = tuple(re.sub(r"[^\S\u2028]+", " ", c).strip() for c in cells)
    return Paragraph("\t".join(tidy), "row", tidy, table, row)


def _goes_on(above: str, line: str) -> bool:
    if above[-1] in ".;:!?" or read_markers(line):
        return False
    return line[0].islower()
