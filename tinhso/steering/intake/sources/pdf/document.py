"""A PDF as a manuscript: pages read one after another, their frame set aside, tables and sentences put together."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import pypdfium2
import pypdfium2.raw as pdfium

from tinhso.lib.pdfium import ALONE
from tinhso.steering.intake.manuscript import Manuscript, Paragraph
from tinhso.steering.intake.sources.assembling import assemble
from tinhso.steering.intake.sources.cleaning import clean, single_spaced
from tinhso.steering.intake.sources.furniture import is_page_number
from tinhso.steering.intake.sources.lettering import Lettering, learn
from tinhso.steering.intake.sources.limits import Limits, grouped
from tinhso.steering.intake.sources.lines import Gap, Line
from tinhso.steering.intake.sources.pdf.joining import joins, joins_in_column
from tinhso.steering.intake.sources.pdf.layout import Edges, edges_by_format, typeset
from tinhso.steering.intake.sources.pdf.lines import Columns, PlacedLine, blocks_of, lines_of
from tinhso.steering.intake.sources.pdf.pages import Page, Word, read_page
from tinhso.steering.intake.sources.pdf.ruling import Grid, find_grids
from tinhso.steering.intake.sources.pdf.stamps import split_stamps
from tinhso.steering.intake.sources.pdf.tables import RunningTable, cell_text, rows_of
from tinhso.steering.intake.sources.refusals import (
    DamagedFile,
    EncryptedFile,
    PicturesOnly,
    TooManyCells,
    TooManyPages,
    TooSlow,
)
from tinhso.steering.intake.sources.rows import Rows

MEDIA_TYPE = "application/pdf"

#: The share of a page's height above and below which its head and foot stand.
_MARGIN = 0.09
_LONGEST_HEAD = 160


def read_pdf(content: bytes, name: str, limits: Limits) -> Manuscript:
    """The manuscript of a PDF with a text layer."""
    with ALONE:
        pages = list(_pages(content, name, limits))
    _refuse_pictures(pages, name)
    sheets = [_sheet_of(page) for page in pages]
    _refuse_cells(sheets, name, limits.cells)
    reader = _reader_of(pages)
    paragraphs = tuple(assemble(list(reader.read(sheets)), joins))
    return Manuscript(paragraphs, MEDIA_TYPE, reader.tables, (*reader.lettering.notes, *_said_of(pages)))


def _pages(content: bytes, name: str, limits: Limits) -> Iterator[Page]:
    started = time.monotonic()
    document = _open(content, name)
    try:
        if len(document) > limits.pages:
            raise TooManyPages(name=name, limit=grouped(limits.pages))
        for number in range(1, min(len(document), limits.first_pages) + 1):
            if time.monotonic() - started > limits.seconds:
                raise TooSlow(name=name, limit=int(limits.seconds))
            yield read_page(document, number)
    except pypdfium2.PdfiumError as fault:
        raise DamagedFile(name=name) from fault
    finally:
        document.close()


def _open(content: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as fault:
        locked = fault.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise (EncryptedFile if locked else DamagedFile)(name=name) from fault


def _refuse_pictures(pages: Sequence[Page], name: str) -> None:
    letters = sum(len(word.text) for page in pages for word in page.words)
    pictures = sum(page.pictured for page in pages)
    if letters == 0 or (pictures * 2 >= len(pages) and letters < 20 * len(pages)):
        raise PicturesOnly(name=name)


def _refuse_cells(sheets: Sequence["_Sheet"], name: str, limit: int) -> None:
    if sum(len(grid.begins) for sheet in sheets for grid in sheet.grids) > limit:
        raise TooManyCells(name=name, limit=grouped(limit))


def _said_of(pages: Sequence[Page]) -> tuple[str, ...]:
    bare = [str(page.number) for page in pages if page.pictured and not page.words]
    if not bare:
        return ()
    return (f"Trang {', '.join(bare)} chỉ có hình ảnh, không có lớp chữ nên chưa được đọc.",)


@dataclass(slots=True)
class _Sheet:
    """A page taken apart: its tables, its lines outside them, its head and foot."""

    page: Page
    grids: list[Grid]
    lines: list[PlacedLine]
    frame: list[PlacedLine] = field(default_factory=list)
    stamps: list[str] = field(default_factory=list)

    @property
    def format(self) -> tuple[int, int]:
        return round(self.page.width), round(self.page.height)


def _sheet_of(page: Page) -> _Sheet:
    grids = find_grids(page.rules)
    page.words = [part for word in page.words for part in _within_cells(word, grids)]
    outside = [word for word in page.words if all(grid.cell_at(*word.box.middle) is None for grid in grids)]
    stamps, lines = split_stamps(lines_of(outside))
    return _Sheet(page, grids, lines, stamps=stamps)


def _within_cells(word: Word, grids: Sequence[Grid]) -> Iterator[Word]:
    """A word, or its parts where figures of neighbouring cells touch."""
    line = next(filter(None, (grid.line_through(word.box) for grid in grids)), None)
    parts = word.cut(line) if line is not None else None
    if parts is None:
        yield word
        return
    yield parts[0]
    yield from _within_cells(parts[1], grids)


_Block = Grid | list[PlacedLine] | Columns


@dataclass(slots=True)
class _Reader:
    """Walks the pages; at most one table is open, and goes on over pages as long as no text comes between."""

    lettering: Lettering
    tables: int = 0
    _table: RunningTable | None = None
    _page_begins: bool = False

    def read(self, sheets: Sequence[_Sheet]) -> Iterator[Line | Paragraph]:
        _set_frames_aside(sheets)
        edges = edges_by_format((sheet.format, sheet.lines) for sheet in sheets)
        for sheet in sheets:
            self._page_begins = sheet.page.number > 1
            kept = edges.get(sheet.format) or Edges(0.0, sheet.page.width, 1.3)
            for block in _blocks(sheet, kept.centre):
                yield from self._block(block, sheet, kept)
            yield from self._furniture(sheet)
        yield from self._leave_table()

    def _block(self, block: _Block, sheet: _Sheet, edges: Edges) -> Iterator[Line | Paragraph]:
        if isinstance(block, Grid):
            yield from self._grid(block, sheet)
            return
        yield from self._leave_table()
        if isinstance(block, Columns):
            yield self._columns(block, sheet, edges)
            return
        lines = typeset(block, edges, lettering=self.lettering, page=sheet.page.number)
        if self._page_begins and lines:
            lines[0].gap, self._page_begins = Gap.PAGE, False
        yield from lines

    def _grid(self, grid: Grid, sheet: _Sheet) -> Iterator[Paragraph]:
        rows = rows_of(grid, sheet.page.words, lettering=self.lettering, page=sheet.page.number)
        if not rows:
            return
        if self._table is None or not self._table.goes_on_as(grid, rows[0]):
            yield from self._leave_table()
            self._table = RunningTable(Rows(self.tables), grid.columns)
            self.tables += 1
        for row in rows:
            yield from self._table.take(row)

    def _columns(self, block: Columns, sheet: _Sheet, edges: Edges) -> Paragraph:
        """Text side by side, as in letterheads and signatures, is a table of one row."""
        left = replace(edges, right=block.gutter)
        right = replace(edges, left=block.gutter)
        cells = tuple(
            cell_text(typeset(lines, side, lettering=self.lettering, page=sheet.page.number), joins_in_column)
            for lines, side in ((block.left, left), (block.right, right))
        )
        self.tables += 1
        return Rows(self.tables - 1).row(cells, page=sheet.page.number)

    def _furniture(self, sheet: _Sheet) -> Iterator[Paragraph]:
        texts = [line.text for line in sheet.frame] + sheet.stamps + [sheet.page.turned]
        for text in filter(None, (single_spaced(clean(text)) for text in texts)):
            piece = Paragraph(text, "furniture", page=sheet.page.number)
            if self._table is None:
                yield piece
            else:
                self._table.interrupt(piece)

    def _leave_table(self) -> Iterator[Paragraph]:
        if self._table is not None:
            yield from self._table.close()
            self._table = None


def _reader_of(pages: Sequence[Page]) -> _Reader:
    return _Reader(learn((f" {word.text}", word.font) for page in pages for word in page.words))


def _blocks(sheet: _Sheet, centre: float) -> Iterator[_Block]:
    """A page's tables, columns and runs of lines from the top down."""
    above = 0.0
    for grid in [*sheet.grids, None]:
        limit = grid.box.top if grid is not None else float("inf")
        between = [line for line in sheet.lines if above <= line.box.middle[1] < limit]
        run: list[PlacedLine] = []
        for block in blocks_of(between, centre):
            if isinstance(block, Columns):
                yield from filter(None, (run,))
                run = []
                yield block
            else:
                run.append(block)
        yield from filter(None, (run,))
        if grid is not None:
            above = grid.box.top
            yield grid


def _set_frames_aside(sheets: Sequence[_Sheet]) -> None:
    """Page numbers in the margins, and wordings that stand outermost in the margins of many pages."""
    seen = Counter(
        text for sheet in sheets for text in {_wording(line) for line in sheet.lines if _in_margin(line, sheet)}
    )
    often = max(2 if len(sheets) < 4 else 3, len(sheets) * 3 // 10)
    for sheet in sheets:
        outer = (sheet.lines, _is_at_top), (sheet.lines[::-1], _is_at_foot)
        for lines, is_outside in outer:
            for line in lines:
                repeated = is_page_number(line.text) or seen[_wording(line)] >= often
                if not (repeated and is_outside(line, sheet)):
                    break
                sheet.frame.append(line)
        kept = {id(line) for line in sheet.frame}
        sheet.lines = [line for line in sheet.lines if id(line) not in kept]


def _wording(line: PlacedLine) -> str:
    """A line's words without figures: a running head may carry the page's number."""
    return "".join("#" if sign.isdigit() else sign for sign in line.text)


def _in_margin(line: PlacedLine, sheet: _Sheet) -> bool:
    return len(line.text) <= _LONGEST_HEAD and (_is_at_top(line, sheet) or _is_at_foot(line, sheet))


def _is_at_top(line: PlacedLine, sheet: _Sheet) -> bool:
    return line.box.bottom < _MARGIN * sheet.page.height


def _is_at_foot(line: PlacedLine, sheet: _Sheet) -> bool:
    return line.box.top > (1 - _MARGIN) * sheet.page.height
