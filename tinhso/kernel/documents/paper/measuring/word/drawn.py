"""Lines that are drawn in a .docx: shapes of both its drawing languages, borders of paragraphs. Lengths in points."""

import re
from collections.abc import Iterator

from lxml import etree

from tinhso.kernel.documents.paper.measuring.word.styles import Owners, first_attribute, number

COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_EMU_A_POINT = 12700
_LINES = frozenset(("line", "straightConnector1"))
_WIDTH = re.compile(r"(?:^|;)\s*width:\s*([\d.]+)pt")
#: The numbers of the old shapes that are lines.
_OLD_LINES = re.compile(r"_x0000_t(?:20|32)\b")
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75}
_LENGTH = re.compile(r"(-?[\d.]+)(pt|in|cm|mm|px)?")


def drawings(drawing: etree._Element) -> Iterator[float]:
    """The lengths of the lines in a drawing."""
    yield from _new(drawing)
    for line in drawing.iter(f"{_V}line"):
        begin, end = _across(line.get("from", "")), _across(line.get("to", ""))
        yield abs(end - begin)
    for shape in drawing.iter(f"{_V}shape"):
        found = _WIDTH.search(shape.get("style", ""))
        if found and _OLD_LINES.search(shape.get("type", "")):
            yield number(found[1], 0.0)


def border_of(owners: Owners, column: float | None) -> float | None:
    """The length of the line that a paragraph's upper or lower border draws in a column of that width."""
    stated = (first_attribute(owners, ("pPr", "pBdr", edge), "val") for edge in ("bottom", "top"))
    if column is None or all(value in {None, "none", "nil"} for value in stated):
        return None
    beside = [first_attribute(owners, ("pPr", "ind"), *names) for names in (("left", "start"), ("right", "end"))]
    return max(0.0, column - sum(number(each, 0.0) for each in beside) / 20)


def _new(drawing: etree._Element) -> Iterator[float]:
    for geometry in drawing.iter(f"{_A}prstGeom"):
        extent = next(drawing.iter(f"{_WP}extent"), None)
        if geometry.get("prst") in _LINES and extent is not None:
            yield number(extent.get("cx"), 0.0) / _EMU_A_POINT


def _across(point: str) -> float:
    found = _LENGTH.match(point.strip())
    return number(found[1], 0.0) * _UNITS[found[2] or "px"] if found else 0.0
