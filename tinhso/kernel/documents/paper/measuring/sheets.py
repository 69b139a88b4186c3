"""Pages: their size, their margins, their number."""

from collections.abc import Iterator

from tinhso.kernel.documents.paper import form
from tinhso.kernel.documents.paper.form import FACES, Measure, Part
from tinhso.kernel.documents.paper.measuring.facts import Facts, Sheet, Zone
from tinhso.kernel.documents.paper.measuring.findings import Finding, decimal, spanned

#: Word keeps lengths in twentieths of a point and offices type centimetres with one digit.
_WITHIN = 0.6
_MARGINS = (
    ("top", form.MARGIN_TOP),
    ("bottom", form.MARGIN_BOTTOM),
    ("left", form.MARGIN_LEFT),
    ("right", form.MARGIN_RIGHT),
)


def check_sheets(facts: Facts, *, annexes: int) -> Iterator[Finding]:
    """Every section of a .docx, every page of a .pdf; alike ones are told once. ``annexes``: how many there are, each
    with a first page of its own."""
    told: set[tuple[str, str]] = set()
    for sheet in facts.sheets:
        for finding in (*_size(sheet), *_margins(sheet, max(_WITHIN, facts.place_error))):
            if (finding.part, finding.found) not in told:
                told.add((finding.part, finding.found))
                yield finding
    yield from _numbered(facts, firsts=1 + annexes)


def _size(sheet: Sheet) -> Iterator[Finding]:
    wide, high = sorted((sheet.width, sheet.height))
    if abs(wide - form.PAGE_WIDTH.taken) > _WITHIN or abs(high - form.PAGE_HEIGHT.taken) > _WITHIN:
        found = f"{decimal(sheet.width)} × {decimal(sheet.height)} mm"
        yield Finding("Khổ giấy", sheet.where, found, "A4 (210 × 297 mm)", form.PAGE_WIDTH.source)


def _margins(sheet: Sheet, within: float) -> Iterator[Finding]:
    for edge, measure in _MARGINS:
        measured = getattr(sheet, edge)
        if measured is not None and measure.allowed and not measure.allowed.holds(measured, within=within):
            yield _margin(sheet, measure, measured)


def _margin(sheet: Sheet, measure: Measure, measured: float) -> Finding:
    asked = f"{spanned(measure.allowed)} mm" if measure.allowed else ""
    return Finding(measure.name.capitalize(), sheet.where, f"{decimal(measured)} mm", asked, measure.source)


def _numbered(facts: Facts, *, firsts: int) -> Iterator[Finding]:
    name, source = FACES[Part.PAGE_NUMBER].name, FACES[Part.PAGE_NUMBER].source
    if not facts.numbers and (facts.pages is None or facts.pages > firsts):
        yield Finding(name, "", "không thấy", "số Ả Rập, canh giữa ở lề trên, từ trang thứ hai", source)
    for line in facts.numbers:
        if line.zone is Zone.FOOT:
            yield Finding(name, line.where, "ở chân trang", "ở lề trên", source)
    if facts.numbered_first:
        yield Finding(name, "trang 1", "hiển thị ở trang thứ nhất", "không hiển thị ở trang thứ nhất", source)
