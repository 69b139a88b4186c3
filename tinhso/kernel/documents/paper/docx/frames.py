"""Tables without borders that hold parts of the form beside each other."""

from collections.abc import Sequence

from tinhso.kernel.documents.paper.docx.elements import Element, made, twips


def side_by_side(columns: Sequence[float], *rows: Sequence[Sequence[Element]]) -> Element:
    """A table without borders of columns that wide (mm); a row is what stands in each of its cells."""
    frame = made("tbl", _properties(columns), made("tblGrid", *(made("gridCol", w=twips(each)) for each in columns)))
    for cells in rows:
        placed = [_cell(content, wide) for content, wide in zip(cells, columns, strict=True)]
        frame.append(made("tr", made("trPr", made("cantSplit")), *placed))
    return frame


def _properties(columns: Sequence[float]) -> Element:
    edges = made("tblCellMar", made("left", w=0, type="dxa"), made("right", w=0, type="dxa"))
    return made(
        "tblPr",
        made("tblW", w=twips(sum(columns)), type="dxa"),
        made("tblInd", w=0, type="dxa"),
        made("tblLayout", type="fixed"),
        edges,
    )


def _cell(content: Sequence[Element], wide: float) -> Element:
    return made("tc", made("tcPr", made("tcW", w=twips(wide), type="dxa")), *content)
