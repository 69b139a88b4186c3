"""The letters of a PDF page as PDFium gives them: pieces of one face in a row, and the lines that are drawn."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

from tinhso.kernel.documents.paper.measuring.facts import Letters

#: Letters further apart than this share of their size are of two pieces: columns, cells.
_APART = 1.6
#: A blank, where PDFium reports one and where it does not; it also reports some between letters that touch.
_REPORTED, _BLANK = 0.06, 0.2
_THIN = 3.0
_HYPHENS = {2: "-", 0xFFFE: "-"}
_HEAVY, _SLANTED = 600, 64
_MOST_OBJECTS, _MOST_POINTS, _DEEPEST_FORM = 20_000, 12, 4


@dataclass(slots=True)
class Piece:
    """Letters of a row without a wide gap; places in points from the upper left corner of the page."""

    left: float
    right: float
    top: float
    bottom: float
    base: float
    size: float
    letters: list[Letters] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its letters."""
        return "".join(each.text for each in self.letters)

    @property
    def middle(self) -> float:
        """Its middle from the left."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn line: ``lies`` from ``begin`` to ``end`` at that height, or stands at that distance from the left."""

    lies: bool
    at: float
    begin: float
    end: float


@dataclass(slots=True)
class Page:
    """A page: pieces as they come, strokes; width and height in points."""

    width: float
    height: float
    pieces: list[Piece] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Face:
    name: str
    size: float
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class _Sign:
    """One letter with its box, from the upper left corner."""

    text: str
    face: _Face
    colour: str
    left: float
    right: float
    top: float
    bottom: float
    parted: bool
    """Whether PDFium saw a blank before it."""


def read_page(document: pypdfium2.PdfDocument, place: int, most: int) -> Page:
    """A page of an open document; at most so many letters of it."""
    source = document[place]
    try:
        page = Page(*source.get_size())
        letters = source.get_textpage()
        try:
            for sign in _signs(letters.raw, page.height, most):
                _join(page, sign)
        finally:
            letters.close()
        page.strokes = list(_strokes(_objects(source.raw), page.height))
    finally:
        source.close()
    return page


def _signs(text_page: object, height: float, most: int) -> Iterator[_Sign]:
    faces: dict[int, _Face] = {}
    parted = False
    for place in range(min(pdfium.FPDFText_CountChars(text_page), most)):
        code = pdfium.FPDFText_GetUnicode(text_page, place)
        text = _HYPHENS.get(code) or (chr(code) if code else " ")
        if text.isspace():
            parted = True
            continue
        box = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(text_page, place, box)
        yield _Sign(
            text,
            _face(text_page, place, faces),
            _colour(text_page, place),
            box.left,
            box.right,
            height - box.top,
            height - box.bottom,
            parted,
        )
        parted = False


def _face(text_page: object, place: int, faces: dict[int, _Face]) -> _Face:
    source = pdfium.FPDFText_GetTextObject(text_page, place)
    address = ctypes.cast(source, ctypes.c_void_p).value or 0
    if address not in faces:
        faces[address] = _face_of(source) if address else _Face("", 12.0, bold=False, italic=False)
    return faces[address]


def _face_of(source: object) -> _Face:
    font = pdfium.FPDFTextObj_GetFont(source)
    held = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, held, 128)
    name, size, matrix = held.value.decode("utf-8", "replace"), ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(source, size)
    pdfium.FPDFPageObj_GetMatrix(source, matrix)
    scale = (matrix.b**2 + matrix.d**2) ** 0.5 or 1.0
    low = name.lower()
    return _Face(
        name,
        round(size.value * scale, 1),
        bold="bold" in low or pdfium.FPDFFont_GetWeight(font) >= _HEAVY,
        italic="italic" in low or "oblique" in low or bool(pdfium.FPDFFont_GetFlags(font) & _SLANTED),
    )


def _colour(text_page: object, place: int) -> str:
    parts = [ctypes.c_uint() for _part in range(4)]
    if not pdfium.FPDFText_GetFillColor(text_page, place, *parts):
        return "000000"
    return "".join(f"{part.value:02X}" for part in parts[:3])


def _join(page: Page, sign: _Sign) -> None:
    """To the last piece where it goes on in the row, else a new one."""
    face, base = sign.face, sign.bottom
    last = page.pieces[-1] if page.pieces else None
    letters = Letters(sign.text, face.name, face.size, bold=face.bold, italic=face.italic, colour=sign.colour)
    same_row = last is not None and abs(last.base - base) < 0.35 * max(last.size, face.size)
    if last is None or not same_row or not -0.8 * face.size < sign.left - last.right < _APART * face.size:
        page.pieces.append(Piece(sign.left, sign.right, sign.top, sign.bottom, base, face.size, [letters]))
        return
    blank = " " if sign.left - last.right > (_REPORTED if sign.parted else _BLANK) * face.size else ""
    _append(last, letters, blank)
    last.right, last.top, last.bottom = (
        max(last.right, sign.right),
        min(last.top, sign.top),
        max(last.bottom, sign.bottom),
    )
    last.size = max(last.size, face.size)


def _append(piece: Piece, letters: Letters, blank: str) -> None:
    last = piece.letters[-1]
    alike = (last.face, last.size, last.bold, last.italic, last.colour)
    if alike == (letters.face, letters.size, letters.bold, letters.italic, letters.colour):
        piece.letters[-1] = Letters(
            last.text + blank + letters.text, last.face, last.size, last.bold, last.italic, colour=last.colour
        )
    else:
        text = blank + letters.text
        piece.letters.append(
            Letters(text, letters.face, letters.size, letters.bold, letters.italic, colour=letters.colour)
        )


def _objects(page: object) -> Iterator[object]:
    count = pdfium.FPDFPage_CountObjects(page)
    waiting = [(pdfium.FPDFPage_GetObject(page, place), 0) for place in range(min(count, _MOST_OBJECTS))]
    for drawn, depth in waiting:
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield drawn
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM and len(waiting) < _MOST_OBJECTS:
            parts = range(min(pdfium.FPDFFormObj_CountObjects(drawn), _MOST_OBJECTS))
            waiting += [(pdfium.FPDFFormObj_GetObject(drawn, part), depth + 1) for part in parts]


def _strokes(paths: Iterator[object], height: float) -> Iterator[Stroke]:
    """The thin boxes and straight lines; of a box with an outline its sides."""
    edges = [ctypes.c_float() for _edge in range(4)]
    for path in paths:
        if not pdfium.FPDFPageObj_GetBounds(path, *edges):
            continue
        left, bottom, right, top = (edge.value for edge in edges)
        wide, high = right - left, top - bottom
        if high <= _THIN < wide:
            yield Stroke(lies=True, at=height - (top + bottom) / 2, begin=left, end=right)
        elif wide <= _THIN < high:
            yield Stroke(lies=False, at=(left + right) / 2, begin=height - top, end=height - bottom)
        elif pdfium.FPDFPath_CountSegments(path) <= _MOST_POINTS and wide > _THIN and high > _THIN:
            yield from (Stroke(lies=False, at=at, begin=height - top, end=height - bottom) for at in (left, right))
