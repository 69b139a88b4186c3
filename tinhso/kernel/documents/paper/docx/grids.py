"""Tables: grid lines, a head repeated on every page, rows that are not split, sections over the whole width."""

from collections.abc import Sequence

from tinhso.kernel.documents.paper.docx.elements import Element, Inline, line, made, paragraph, twips
from tinhso.kernel.documents.paper.words import Column, Grid, Row, Side, Words

_JUSTIFIED = {Side.LEFT: "left", Side.CENTRE: "center", Side.RIGHT: "right"}


def table(grid: Grid, inline: Inline, wide: float) -> Element:
    """The table over that width (mm)."""
    whole = sum(column.share for column in grid.columns)
    widths = [twips(wide * column.share / whole) for column in grid.columns]
    properties = made(
        "tblPr", made("tblStyle", val="Bang"), made("tblW", w=sum(widths), type="dxa"), made("tblLayout", type="fixed")
    )
    measured = made("tblGrid", *(made("gridCol", w=each) for each in widths))
    heads = [line("DauBang", column.head) for column in grid.columns]
    rows = [_row(heads, widths, made("tblHeader"))]
    for row in grid.rows:
        cells = _band(row, inline) if row.band else _cells(row, grid.columns, inline)
        rows.append(_row(cells, widths))
    return made("tbl", properties, measured, *rows)


def _band(row: Row, inline: Inline) -> list[Element]:
    return [paragraph("MucBang", *inline.runs(row.cells[0]))]


def _cells(row: Row, columns: Sequence[Column], inline: Inline) -> list[Element]:
    return [_set(words, column.side, inline) for words, column in zip(row.cells, columns, strict=True)]


def _row(cells: Sequence[Element], widths: Sequence[int], *properties: Element) -> Element:
    """A row of a cell for each width; a single cell goes over all of them."""
    if len(cells) == 1:
        placed = [_cell(sum(widths), cells[0], made("gridSpan", val=len(widths)))]
    else:
        placed = [_cell(wide, cell) for wide, cell in zip(widths, cells, strict=True)]
    return made("tr", made("trPr", made("cantSplit"), *properties), *placed)


def _set(words: Words, side: Side, inline: Inline) -> Element:
    return paragraph("OBang", *inline.runs(words), properties=[made("jc", val=_JUSTIFIED[side])])


def _cell(wide: int, content: Element, *properties: Element) -> Element:
    return made("tc", made("tcPr", made("tcW", w=wide, type="dxa"), *properties), content)
