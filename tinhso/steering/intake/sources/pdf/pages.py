"""Pages of a PDF as PDFium gives them: words, ruling lines, whether a picture stands on the page."""

import ctypes
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pypdfium2
import pypdfium2.raw as pdfium

from tinhso.steering.intake.sources.pdf.boxes import Box, Frame, Rule

#: More drawings or letters than this on one page belong to a picture, not to a table or a text.
_MOST_OBJECTS = 20_000
_MOST_SEGMENTS = 200
_MOST_RULES = 4_000
_MOST_LETTERS = 100_000
_DEEPEST_FORM = 4
_THIN = 3.0
#: Letters further apart than this share of their size stand in two words; PDFium also reports blanks of its own
#: making between letters that touch, which part nothing.
_SPACE, _TOUCHING = 0.22, 0.06
_HYPHENS = {2: "-", 0xFFFE: "-"}


@dataclass(slots=True)
class Word:
    """Letters without a blank between them, in the order they are read."""

    text: str
    box: Box
    size: float
    font: str
    bold: bool
    lefts: list[float] = field(default_factory=list)
    """Where each letter begins."""

    def cut(self, x: float) -> "tuple[Word, Word] | None":
        """The word in two where two letters meet at ``x``, as when columns leave no blank; None elsewhere."""
        place = bisect_left(self.lefts, x - 1.0)
        if not 0 < place < len(self.lefts) or self.lefts[place] > x + 0.5 * self.size:
            return None
        edge = self.lefts[place]
        first = replace(
            self, text=self.text[:place], box=replace(self.box, right=min(x, edge)), lefts=self.lefts[:place]
        )
        rest = replace(self, text=self.text[place:], box=replace(self.box, left=edge), lefts=self.lefts[place:])
        return first, rest


@dataclass(slots=True)
class Page:
    """One page, measured in points from its upper left corner. ``turned`` are letters set at an angle."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    turned: str = ""
    pictured: bool = False


@dataclass(frozen=True, slots=True)
class _Face:
    """How the letters of one text object are set."""

    font: str
    bold: bool
    size: float


def read_page(document: pypdfium2.PdfDocument, number: int) -> Page:
    """A page of an open document; ``number`` from 1."""
    source = document[number - 1]
    try:
        frame = Frame(source.get_cropbox(), source.get_rotation() // 90 % 4)
        page = Page(number, frame.width, frame.height)
        letters = source.get_textpage()
        try:
            _Letters(letters.raw, frame, page).read()
        finally:
            letters.close()
        _Drawings(frame, page).read(source.raw)
    finally:
        source.close()
    return page


@dataclass(slots=True)
class _Letters:
    """Collects a page's letters into words."""

    text_page: object
    frame: Frame
    page: Page
    _faces: dict[int, _Face] = field(default_factory=dict)
    _word: Word | None = None
    _blank: bool = False

    def read(self) -> None:
        turned: list[str] = []
        for place in range(min(pdfium.FPDFText_CountChars(self.text_page), _MOST_LETTERS)):
            sign = _sign(pdfium.FPDFText_GetUnicode(self.text_page, place))
            if sign.isspace():
                self._blank = True
            elif self._is_turned(place):
                turned.append(sign)
            else:
                self._take(place, sign)
        self.page.turned = "".join(turned)

    def _take(self, place: int, sign: str) -> None:
        box, face = self._box(place), self._face(place)
        word, reach = self._word, _TOUCHING if self._blank else _SPACE
        self._blank = False
        if word is None or not _continues(word, box, (face, reach)):
            self._word = Word(sign, box, face.size, face.font, face.bold, [box.left])
            self.page.words.append(self._word)
            return
        word.text += sign
        word.lefts.append(box.left)
        word.box = word.box.joined(box)

    def _box(self, place: int) -> Box:
        found = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self.text_page, place, found)
        return self.frame.box(((found.left, found.bottom), (found.right, found.top)))

    def _is_turned(self, place: int) -> bool:
        angle = pdfium.FPDFText_GetCharAngle(self.text_page, place)
        turn = float(angle / 1.5707963 + self.frame.turn) % 4
        return 0.1 < turn < 3.9

    def _face(self, place: int) -> _Face:
        source = pdfium.FPDFText_GetTextObject(self.text_page, place)
        address = ctypes.cast(source, ctypes.c_void_p).value or 0
        if address not in self._faces:
            self._faces[address] = _face_of(source) if address else _Face("", bold=False, size=12.0)
        return self._faces[address]


def _sign(code: int) -> str:
    """PDFium marks a hyphen at a line's end with a code of its own; no letter counts as a blank."""
    return _HYPHENS.get(code) or (chr(code) if code else " ")


def _continues(word: Word, box: Box, setting: tuple[_Face, float]) -> bool:
    face, reach = setting
    if word.font != face.font:
        return False
    apart = box.left - word.box.right
    return abs(box.bottom - word.box.bottom) < 0.3 * face.size and -0.6 * face.size < apart < reach * face.size


def _face_of(source: object) -> _Face:
    font = pdfium.FPDFTextObj_GetFont(source)
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, name, 128)
    written = name.value.decode("utf-8", "replace")
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(source, size)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(source, matrix)
    scale = max(abs(matrix.a), abs(matrix.b)) or 1.0
    heavy = "bold" in written.lower() or pdfium.FPDFFont_GetWeight(font) >= 600
    return _Face(written, heavy, min(max(size.value * scale, 1.0), 200.0))


@dataclass(slots=True)
class _Drawings:
    """Collects a page's ruling lines: strokes, and the thin filled boxes that Word draws instead."""

    frame: Frame
    page: Page
    _seen: int = 0

    def read(self, page: object) -> None:
        count = pdfium.FPDFPage_CountObjects(page)
        self._take(pdfium.FPDFPage_GetObject(page, place) for place in range(count))

    def _take(self, objects: Iterator[object], depth: int = 0) -> None:
        for drawn in objects:
            self._seen += 1
            if self._seen > _MOST_OBJECTS or len(self.page.rules) > _MOST_RULES:
                return
            kind = pdfium.FPDFPageObj_GetType(drawn)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self.page.rules += self._rules_of(drawn)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self.page.pictured = True
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
                count = pdfium.FPDFFormObj_CountObjects(drawn)
                self._take((pdfium.FPDFFormObj_GetObject(drawn, place) for place in range(count)), depth + 1)

    def _rules_of(self, path: object) -> Iterator[Rule]:
        points = list(self._points(path))
        if len(points) < 2:
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
        box = Box.around(points)
        if box.width < _THIN or box.height < _THIN:
            yield from Rule.along(box)
        elif stroke.value:
            for (x, y), (next_x, next_y) in zip(points, [*points[1:], points[0]], strict=True):
                yield from Rule.along(Box.around([(x, y), (next_x, next_y)]))

    def _points(self, path: object) -> Iterator[tuple[float, float]]:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(path, matrix)
        for place in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
            x, y = ctypes.c_float(), ctypes.c_float()
            pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(path, place), x, y)
            yield self.frame.point(
                matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f
            )
