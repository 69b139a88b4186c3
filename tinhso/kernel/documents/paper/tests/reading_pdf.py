"""What a reader of a .pdf finds on its pages: lines of text with their face and place, drawn lines. Millimetres from
the upper left corner of the page; sizes in points."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from tinhso.kernel.documents.paper.parts import Paper
from tinhso.kernel.documents.paper.pdf import pdf_of

POINTS_A_MILLIMETRE = 72 / 25.4
#: What a letter may stand beside its place, in millimetres: bearings, and the half of a stroke.
NEAR = 0.4
_SPACES = " \u00a0\r\n"
#: What this reader makes of a hyphen at the end of a line.
_HYPHEN = "\x02"
#: Letters on one baseline that stand further from each other are two lines: cells, the two sides of the letterhead.
_GAP = 3.0


@dataclass(frozen=True, slots=True)
class Sign:
    """One letter; ``face`` is the name of the font in the file, without the mark of a part of it."""

    letter: str
    size: float
    face: str
    left: float
    right: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Line:
    """Letters on one baseline, without the spaces around them."""

    page: int
    signs: tuple[Sign, ...]

    @property
    def text(self) -> str:
        """The words."""
        return "".join(sign.letter for sign in self.signs)

    @property
    def left(self) -> float:
        """Where the first letter begins."""
        return self.signs[0].left

    @property
    def right(self) -> float:
        """Where the last letter ends."""
        return self.signs[-1].right

    @property
    def width(self) -> float:
        """From the first letter to the last."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """Between the first letter and the last."""
        return (self.left + self.right) / 2

    @property
    def baseline(self) -> float:
        """How far down the page."""
        return self.signs[0].baseline

    @property
    def faces(self) -> set[tuple[str, float]]:
        """The faces and sizes of its letters."""
        return {(sign.face, sign.size) for sign in self.signs if sign.letter not in _SPACES}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn horizontal line."""

    left: float
    right: float
    down: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page."""

    width: float
    height: float
    text: str
    lines: tuple[Line, ...]
    drawn: tuple[Drawn, ...]

    def line(self, words: str) -> Line:
        """The first line that holds the words."""
        return next(line for line in self.lines if words in line.text)


def read(data: bytes) -> list[Page]:
    """The pages of a .pdf."""
    with pypdfium2.PdfDocument(data) as document:
        return [_page(number, page) for number, page in enumerate(document, start=1)]


def pages(paper: Paper) -> list[Page]:
    """The pages of a document's .pdf."""
    return read(pdf_of(paper))


def _page(number: int, page: pypdfium2.PdfPage) -> Page:
    width, height = page.get_size()
    text = page.get_textpage()
    signs = list(_signs(text, height))
    return Page(
        width / POINTS_A_MILLIMETRE,
        height / POINTS_A_MILLIMETRE,
        text.get_text_range(),
        tuple(_lines(number, signs)),
        tuple(_drawn(page, height)),
    )


def _signs(text: pypdfium2.PdfTextPage, height: float) -> Iterator[Sign]:
    """The letters of the file, without the spaces and line ends that the reader adds."""
    for place in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(text.raw, place):
            continue
        left, _, right, _ = text.get_charbox(place, loose=True)
        across, up = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(text.raw, place, across, up)
        name = ctypes.create_string_buffer(80)
        raw.FPDFText_GetFontInfo(text.raw, place, name, 80, None)
        yield Sign(
            chr(raw.FPDFText_GetUnicode(text.raw, place)).replace(_HYPHEN, "-"),
            round(raw.FPDFText_GetFontSize(text.raw, place), 2),
            name.value.decode().partition("+")[2],
            left / POINTS_A_MILLIMETRE,
            right / POINTS_A_MILLIMETRE,
            (height - up.value) / POINTS_A_MILLIMETRE,
        )


def _lines(page: int, signs: list[Sign]) -> Iterator[Line]:
    """Signs as they follow each other, cut where the baseline changes or a gap stands."""
    current: list[Sign] = []
    for sign in signs:
        if current and _apart(current[-1], sign):
            yield from _line(page, current)
            current = []
        current.append(sign)
    yield from _line(page, current)


def _apart(one: Sign, other: Sign) -> bool:
    return abs(one.baseline - other.baseline) > 0.2 or not -_GAP < other.left - one.right < _GAP


def _line(page: int, signs: list[Sign]) -> Iterator[Line]:
    filled = [place for place, sign in enumerate(signs) if sign.letter not in _SPACES]
    if filled:
        yield Line(page, tuple(signs[filled[0] : filled[-1] + 1]))


def _drawn(page: pypdfium2.PdfPage, height: float) -> Iterator[Drawn]:
    for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = each.get_bounds()
        if top - bottom < 2 < right - left:
            yield Drawn(
                left / POINTS_A_MILLIMETRE, right / POINTS_A_MILLIMETRE, (height - bottom) / POINTS_A_MILLIMETRE
            )
