"""A Word document as a manuscript: its blocks in order, tables as rows, the frame of its pages behind."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from tinhso.lib.ooxml import W
from tinhso.steering.intake.manuscript import CELL_BREAK, Manuscript, Paragraph
from tinhso.steering.intake.sources.assembling import assemble_text
from tinhso.steering.intake.sources.cleaning import clean, single_spaced
from tinhso.steering.intake.sources.lettering import Lettering, learn
from tinhso.steering.intake.sources.limits import Limits, grouped
from tinhso.steering.intake.sources.lines import Gap, Line, line_of
from tinhso.steering.intake.sources.refusals import TooManyCells
from tinhso.steering.intake.sources.rows import Rows
from tinhso.steering.intake.sources.word.archive import Archive, open_archive
from tinhso.steering.intake.sources.word.grid import GridCell, columns_of, place_of, rows_of
from tinhso.steering.intake.sources.word.inline import COMPATIBLE, Inline, InlineReader
from tinhso.steering.intake.sources.word.numbering import Numbering, read_numbering
from tinhso.steering.intake.sources.word.styles import Styles, first_value, font_of, read_styles, value

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_WRAPPERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_HEADS = frozenset(("STT", "TT", "SỐ TT", "SỐ THỨ TỰ"))
_SAID = {
    "tracked": "Văn bản còn vết sửa (Track Changes): đã giữ phần thêm, bỏ phần xóa.",
    "hidden": "Đã bỏ phần chữ ẩn trong văn bản.",
}


def read_docx(content: bytes, name: str, limits: Limits) -> Manuscript:
    """The manuscript of a .docx."""
    archive = open_archive(content, name, limits)
    root = archive.document()
    reader = _reader_of(archive, root)
    for body in root.iterfind(f"{W}body"):
        reader.read(body)
    reader.flush()
    paragraphs = (*assemble_text(reader.blocks), *_frame(archive, reader))
    notes = (*reader.lettering.notes, *(_SAID[found] for found in sorted(reader.found)))
    return Manuscript(paragraphs, MEDIA_TYPE, reader.tables, notes)


@dataclass(slots=True)
class _Reader:
    """Walks the blocks of a part in order. ``notes`` are footnotes and endnotes by (kind, id)."""

    name: str
    limits: Limits
    styles: Styles
    numbering: Numbering
    lettering: Lettering
    inline: InlineReader
    notes: dict[tuple[str, str], etree._Element]
    blocks: list[Line | Paragraph] = field(default_factory=list)
    found: set[str] = field(default_factory=set)
    tables: int = 0
    page: int = 1
    _rows: Rows | None = None
    _columns: int = 0
    _carried: str = ""
    _behind: list[etree._Element] = field(default_factory=list)

    def read(self, parent: etree._Element) -> None:
        """Take the blocks of a body, a note, a text box or a page's head."""
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child)
                self.flush()
            elif child.tag == f"{W}tbl":
                self._table(child)
                self.flush()
            elif child.tag in _WRAPPERS:
                self.read(child)
            elif child.tag == f"{COMPATIBLE}AlternateContent" and len(child):
                self.read(child[0])

    def flush(self) -> None:
        """Read the notes and text boxes that were met, behind the block that holds them."""
        while self._behind:
            waiting, self._behind = self._behind, []
            for part in waiting:
                self.read(part)

    def _paragraph(self, paragraph: etree._Element) -> None:
        bold, lines = self._lines(paragraph)
        if not lines:
            return
        self._rows = None
        owners = self.styles.of_paragraph(paragraph)
        centred, gap = first_value(owners, "pPr", "jc") == "center", Gap.SPACE
        for text in lines:
            self.blocks.append(replace(line_of(text, self.page), bold=bold, centred=centred, gap=gap))
            gap = Gap.NONE

    def _lines(self, paragraph: etree._Element) -> tuple[bool, list[str]]:
        """Whether a paragraph is bold throughout, and its lines with its number before the first."""
        inline = self.inline.read(paragraph)
        self._note(inline)
        text = clean(self.lettering.text_of((piece.text, piece.font) for piece in inline.pieces))
        if text.strip() or value(paragraph, "pPr", "numPr", "numId"):
            label = self.numbering.label(paragraph)
            text = label + text if text.strip() else text
        text, self._carried = self._carried + text, ""
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            self.found.add("tracked")
            self._carried = text
            return False, []
        bold = all(piece.bold for piece in inline.pieces if piece.text.strip())
        return bold, [line for line in map(single_spaced, text.split("\n")) if line]

    def _note(self, inline: Inline) -> None:
        self.found |= inline.found
        self.page += inline.pages
        self._behind += [self.notes.pop(key) for key in inline.notes if key in self.notes]
        self._behind += inline.boxes

    def _table(self, table: etree._Element) -> None:
        rows = [row for row in rows_of(table) if row]
        columns = columns_of(rows)
        if len(rows) * len(columns) > self.limits.cells:
            raise TooManyCells(name=self.name, limit=grouped(self.limits.cells))
        if len(columns) < 2:
            for row in rows:
                self.read(row[0].element)
            return
        for row in rows:
            self._row(row, columns)

    def _row(self, row: list[GridCell], columns: list[int]) -> None:
        page = self.page
        cells, continued = [""] * len(columns), []
        for order, cell in enumerate(row):
            place = place_of(cell, order=order, cells=len(row), columns=columns)
            if cell.below:
                continued.append(place)
            elif not cell.beside:
                text = CELL_BREAK.join(self._cell_lines(cell.element))
                cells[place] = CELL_BREAK.join(filter(None, (cells[place], text)))
        if any(cells):
            rows = self._rows_for(tuple(cells))
            self.blocks.append(rows.row(tuple(cells), page=page, continued=tuple(continued)))

    def _rows_for(self, cells: tuple[str, ...]) -> Rows:
        """The table that a row belongs to: one with nothing but blanks between it and its like goes on."""
        fits = self._rows is not None and len(cells) == self._columns
        if self._rows is None or not fits or (cells[0].upper() in _HEADS and not self._rows.repeats_head(cells)):
            self._rows, self._columns = Rows(self.tables), len(cells)
            self.tables += 1
        return self._rows

    def _cell_lines(self, parent: etree._Element) -> Iterator[str]:
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._lines(child)[1]
            elif child.tag == f"{W}tbl":
                for row in rows_of(child):
                    for cell in row:
                        yield from self._cell_lines(cell.element)
            elif child.tag in _WRAPPERS:
                yield from self._cell_lines(child)


def _reader_of(archive: Archive, root: etree._Element) -> _Reader:
    styles = read_styles(_part(archive, "styles"))
    numbering = read_numbering(_part(archive, "numbering"), styles)
    lettering = learn(_letters(root, styles))
    return _Reader(archive.name, archive.limits, styles, numbering, lettering, InlineReader(styles), _notes(archive))


def _part(archive: Archive, kind: str) -> etree._Element | None:
    names = archive.parts_of(archive.main, kind)
    return archive.root(names[0]) if names else None


def _letters(root: etree._Element, styles: Styles) -> Iterator[tuple[str, str]]:
    """Every run's letters with its font."""
    for paragraph in root.iter(f"{W}p"):
        owners = styles.of_paragraph(paragraph)
        for run in paragraph.iterfind(f".//{W}r"):
            letters = "".join(text.text or "" for text in run.iterfind(f"{W}t"))
            if letters:
                yield letters, font_of(styles.of_run(run, owners))


def _notes(archive: Archive) -> dict[tuple[str, str], etree._Element]:
    found = {}
    for kind in ("footnote", "endnote"):
        root = _part(archive, f"{kind}s")
        for note in root if root is not None else ():
            if note.get(f"{W}type", "normal") == "normal":
                found[kind, note.get(f"{W}id", "")] = note
    return found


def _frame(archive: Archive, reader: _Reader) -> Iterable[Paragraph]:
    """What stands at the head and foot of every page, each wording once."""
    said: dict[str, Paragraph] = {}
    for kind in ("header", "footer"):
        for part in archive.parts_of(archive.main, kind):
            root = archive.root(part)
            reader.blocks = []
            if root is not None:
                reader.read(root)
            said |= {block.text: Paragraph(block.text, "furniture") for block in reader.blocks}
    return said.values()
