"""The lines of a .docx in their order, each with how it is set."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from tinhso.kernel.documents.paper.form import SINGLE_LINE, Set
from tinhso.kernel.documents.paper.measuring.facts import Letters, Line, Zone
from tinhso.kernel.documents.paper.measuring.limits import LIMITS
from tinhso.kernel.documents.paper.measuring.unfit import Unfit
from tinhso.kernel.documents.paper.measuring.word.drawn import border_of
from tinhso.kernel.documents.paper.measuring.word.halves import halves_of
from tinhso.kernel.documents.paper.measuring.word.letters import inline_of
from tinhso.kernel.documents.paper.measuring.word.looks import Looks, said_by
from tinhso.kernel.documents.paper.measuring.word.styles import (
    Owners,
    Styles,
    first_attribute,
    first_value,
    number,
    size_of,
    value,
)
from tinhso.kernel.documents.paper.widths import longest_line
from tinhso.lib.ooxml import W
from tinhso.lib.text import fold

_SIDES = {
    "left": Set.LEFT,
    "start": Set.LEFT,
    "center": Set.CENTRE,
    "right": Set.RIGHT,
    "end": Set.RIGHT,
    "both": Set.BOTH,
    "distribute": Set.BOTH,
}
_WRAPPERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
#: Words that only the frame of a document holds: a table with them sets it in columns.
_FRAME = re.compile(r"cong hoa xa hoi chu nghia|doc lap - tu do|noi nhan:|(^|\n)so ?:|(^|\n)(tm|kt|tl|tuq|q)\. ?\w")
_MOST_OF_A_FRAME = 2_000
#: So many paragraphs may hold a letterhead that is set by tabs.
_HEAD = 15
_FRAMES = (Zone.LEFT, Zone.RIGHT)
_TWIPS_A_MILLIMETRE = 1440 / 25.4
_AUTOMATIC = 14.0
_EDGE = 108


@dataclass(slots=True)
class LineReader:
    """Reads the parts of a document into lines. ``column`` is the width (points) of the text, None where unknown."""

    styles: Styles
    column: float | None
    zone: Zone = Zone.WHOLE
    lines: list[Line] = field(default_factory=list)
    _count: int = 0
    _table: Owners = ()
    _looks: Looks = field(init=False)
    _known: dict[tuple[bytes, Owners, Zone], Line] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._looks = Looks(self.styles)

    def read(self, parent: etree._Element) -> None:
        """Take the paragraphs and tables of a part. Raises Unfit when they are too many."""
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tbl":
                self._read_table(child)
            elif child.tag in _WRAPPERS:
                self.read(child)

    def set(self, paragraph: etree._Element) -> Line:
        """How a paragraph is set, without its letters."""
        return self._set(paragraph, self.styles.of_paragraph(paragraph, self._table))

    def _paragraph(self, paragraph: etree._Element) -> None:
        self._count += 1
        if self._count > LIMITS.paragraphs:
            raise Unfit(f"tệp có hơn {LIMITS.paragraphs} đoạn.")
        owners = self.styles.of_paragraph(paragraph, self._table)
        inline = inline_of(paragraph, owners, self._looks)
        plain = self._set(paragraph, owners)
        for letters in inline.lines:
            self._add(plain, tuple(letters), owners)
        drawn = [*inline.drawn, *filter(None, [border_of(owners, self.column)])]
        self.lines += [replace(plain, letters=(), drawn=length) for length in drawn]
        for box in inline.boxes:
            self.read(box)

    def _add(self, plain: Line, letters: tuple[Letters, ...], owners: Owners) -> None:
        line = replace(plain, letters=letters)
        if not line.text:
            return
        halves = halves_of(letters) if self.zone is Zone.WHOLE and self._count <= _HEAD else ()
        if halves:
            free = replace(plain, side=None, first_line=None)
            self.lines += [replace(free, letters=half, zone=zone) for zone, half in halves]
            return
        if letters[0].text.startswith("\t"):
            line = replace(line, first_line=None)
        if self.zone in _FRAMES or line.side is Set.CENTRE:
            line = replace(line, wide=longest_line(line.text, size_of_line(letters), self.column or float("inf")))
        self.lines.append(line)

    def _set(self, paragraph: etree._Element, owners: Owners) -> Line:
        """Found once for all paragraphs that say the same on the same styles."""
        key = said_by(paragraph, "pPr"), owners[1:], self.zone
        if key not in self._known:
            self._known[key] = _set_by(paragraph, owners, self.zone)
        return replace(self._known[key], where=f"đoạn {self._count}")

    def _read_table(self, table: etree._Element) -> None:
        outer = self.zone, self.column, self._table
        style = value(table, "tblPr", "tblStyle") or ""
        grid = [number(each.get(f"{W}w"), 0.0) for each in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        frame, self._table = _is_frame(table), (*self.styles.chain(style), *self._table)
        for row in _found(table, f"{W}tr"):
            cells = list(_found(row, f"{W}tc"))
            for place, cell in enumerate(cells):
                self.zone = _zone(place, len(cells), frame=frame)
                stated = grid[place] if len(grid) == len(cells) else 0.0
                self.column = _width(cell, (table, *self.styles.chain(style)), stated) if frame else None
                self.read(cell)
        self.zone, self.column, self._table = outer


def _set_by(paragraph: etree._Element, owners: Owners, zone: Zone) -> Line:
    centred = first_attribute(owners, ("pPr", "framePr"), "xAlign") == "center"
    side = "center" if centred else first_value(owners, "pPr", "jc") or "left"
    return Line(
        letters=(),
        where="",
        zone=zone,
        side=_SIDES.get(side),
        first_line=_first_line(paragraph, owners),
        before=_space(owners, "before"),
        after=_space(owners, "after"),
        leading=_leading(owners, size_of(owners)),
    )


def size_of_line(letters: tuple[Letters, ...]) -> float:
    """The size of most of its letters."""
    return max(letters, key=lambda each: len(each.text.strip())).size if letters else 0.0


def _found(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _found(child, tag)


def _is_frame(table: etree._Element) -> bool:
    paragraphs = ("".join(each.text or "" for each in p.iter(f"{W}t")) for p in table.iter(f"{W}p"))
    text = ""
    for paragraph in paragraphs:
        text += fold(paragraph) + "\n"
        if len(text) > _MOST_OF_A_FRAME:
            return False
    return bool(_FRAME.search(text))


def _zone(place: int, cells: int, *, frame: bool) -> Zone:
    if not frame:
        return Zone.CELL
    if cells < 2:
        return Zone.WHOLE
    return Zone.LEFT if place * 2 < cells - 1 or place == 0 else Zone.RIGHT


def _width(cell: etree._Element, owners: Owners, stated: float) -> float | None:
    """Points between the edges of a cell, of its own width, else of its column's (twips)."""
    width = cell.find(f"{W}tcPr/{W}tcW")
    if width is not None and width.get(f"{W}type", "dxa") == "dxa":
        stated = number(width.get(f"{W}w"), stated)
    edges = (number(first_attribute(owners, ("tblPr", "tblCellMar", edge), "w"), _EDGE) for edge in ("left", "right"))
    wide = (stated - sum(edges)) / 20
    return wide if wide > 0 else None


def _first_line(paragraph: etree._Element, owners: Owners) -> float | None:
    """Millimetres; None where letters, numbering or a frame decide it."""
    if any(owner.find(f"{W}pPr/{W}numPr") is not None for owner in owners):
        return None
    if first_attribute(owners, ("pPr", "ind"), "firstLineChars", "hangingChars") not in {None, "0"}:
        return None
    if hanging := first_attribute(owners, ("pPr", "ind"), "hanging"):
        return -number(hanging, 0.0) / _TWIPS_A_MILLIMETRE
    return number(first_attribute(owners, ("pPr", "ind"), "firstLine"), 0.0) / _TWIPS_A_MILLIMETRE


def _space(owners: Owners, name: str) -> float:
    """Points before or after a paragraph."""
    if first_attribute(owners, ("pPr", "spacing"), f"{name}Autospacing") in {"1", "true", "on"}:
        return _AUTOMATIC
    return number(first_attribute(owners, ("pPr", "spacing"), name), 0.0) / 20


def _leading(owners: Owners, size: float) -> float:
    """The distance of lines, in single lines of the face."""
    stated = number(first_attribute(owners, ("pPr", "spacing"), "line"), 240.0)
    rule = first_attribute(owners, ("pPr", "spacing"), "lineRule") or "auto"
    if rule == "auto":
        return stated / 240
    lines = stated / 20 / (size * SINGLE_LINE) if size else 1.0
    return max(1.0, lines) if rule == "atLeast" else lines
