"""A look at a sheet's XML before it is read: how far it goes, and which cells are not what their value says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from io import BytesIO
from xml.parsers import expat

from lxml import etree

from tinhso.lib.numbers import write_number
from tinhso.lib.workbook.parts import Limits, Unfit

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
#: Formats of Excel itself that show a number as a percentage.
_PERCENT_FORMATS = frozenset({9, 10})
#: Parts of a cell: its value, its formula, its own text.
_PARTS = frozenset({"v", "f", "is"})
Place = tuple[int, int]
"""Row and column from 0."""


@dataclass(slots=True)
class Scan:
    """A walk over a sheet. ``instead`` has what cells say that the reader would not tell: an error, a formula that
    nobody computed, a percentage as the person sees it."""

    limits: Limits
    percent_styles: frozenset[int]
    instead: dict[Place, str] = field(default_factory=dict)
    _row: int = -1
    _column: int = -1
    _cells: int = 0
    _elements: int = 0
    _cell: Mapping[str, str] = field(default_factory=dict)
    _parts: dict[str, str] = field(default_factory=dict)
    _part: str = ""

    def walk(self, sheet: bytes) -> "Scan":
        """Itself, when all was seen. Raises Unfit beyond the limits, ExpatError."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = self._data, _refuse_declarations
        parser.ParseFile(BytesIO(sheet))
        return self

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition(":")[2]
        self._elements += 1
        if self._elements > self.limits.elements:
            raise Unfit("trang tính có quá nhiều dòng trống; hãy xóa các dòng trống ở cuối rồi lưu lại.")
        if name == "row":
            self._row, self._column = int(attributes.get("r") or self._row + 2) - 1, -1
        elif name == "c":
            self._cell, self._parts, self._column = attributes, {}, self._column + 1
        elif name in _PARTS:
            self._part, self._parts[name] = name, ""

    def _data(self, text: str) -> None:
        if self._part:
            self._parts[self._part] += text

    def _end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name in _PARTS:
            self._part = ""
        elif name == "c":
            self._told_cell()

    def _told_cell(self) -> None:
        place = _place(self._cell.get("r", "")) or (self._row, self._column)
        self._column = place[1]
        if not self._parts:
            return
        self._cells += 1
        self._refuse_beyond(place)
        if told := self._told():
            self.instead[place] = told

    def _told(self) -> str:
        kind, value = self._cell.get("t", "n"), self._parts.get("v", "")
        if kind == "e":
            return value or "#N/A"
        if "f" in self._parts and not value and kind != "str":
            return f"={self._parts['f']}"
        if kind == "n" and value and int(self._cell.get("s") or 0) in self.percent_styles:
            return f"{write_number((Decimal(value) * 100).normalize())}%"
        return ""

    def _refuse_beyond(self, place: Place) -> None:
        if place[0] >= self.limits.rows:
            raise Unfit(f"bảng dài hơn {write_number(self.limits.rows)} dòng.")
        if place[1] >= self.limits.columns:
            raise Unfit(f"bảng rộng hơn {self.limits.columns} cột.")
        if self._cells > self.limits.cells:
            raise Unfit(f"bảng có hơn {write_number(self.limits.cells)} ô.")


def _refuse_declarations(*_declared: object) -> None:
    raise Unfit("tệp chứa khai báo lạ, không phải do Excel ghi.")


def percent_styles(styles: bytes) -> frozenset[int]:
    """The numbers of the styles that show percentages. Raises XMLSyntaxError."""
    root = _root(styles)
    own = {int(each.get("numFmtId") or 0) for each in root.iter("{*}numFmt") if "%" in each.get("formatCode", "")}
    formats = [int(each.get("numFmtId") or 0) for each in root.iterfind("{*}cellXfs/{*}xf")]
    return frozenset(place for place, number in enumerate(formats) if number in own | _PERCENT_FORMATS)


def sheet_parts(workbook: bytes, relations: bytes) -> Mapping[str, str]:
    """Name of a sheet → the part that holds it. Raises XMLSyntaxError."""
    targets = {each.get("Id"): each.get("Target", "") for each in _root(relations).iterfind("{*}Relationship")}
    found = {}
    for sheet in _root(workbook).iterfind("{*}sheets/{*}sheet"):
        keys = [str(value) for name, value in sheet.attrib.items() if str(name).endswith("}id")]
        target = targets.get(keys[0], "") if keys else ""
        found[sheet.get("name", "")] = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    return found


def _root(part: bytes) -> etree._Element:
    return etree.fromstring(
        part, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    )


def _place(reference: str) -> Place | None:
    """ "B5" → (4, 1)."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1
