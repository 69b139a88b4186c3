"""A document as it is shown: its lines and tables cut into pieces, each piece with the marks that cover it.

Plain Python. The pieces of all lines joined, with tabs between cells, are the document's text: nothing is left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Literal

from tinhso.steering.intake.manuscript import CELL_BREAK

#: What makes a sentence an item; the shortest that covers a piece decides how it is shown.
WHOLE = ("task", "indicator", "objective", "duty", "owner_sentence", "legal_basis", "recipient", "heading", "unplaced")
#: What stands inside an item.
PART = ("deadline", "target", "deliverable", "abbreviation")


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters [start, end) that state something: its kind, where a click leads, its sign ("NV II.1.a.2"), and the
    item that it states or belongs to ("task-12")."""

    start: int
    end: int
    kind: str
    href: str = ""
    sign: str = ""
    level: int = 0
    item: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A remark in the margin beside the line where it starts."""

    start: int
    end: int
    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters under the same marks. ``anchors`` are the starts of the marks that begin with this piece."""

    text: str
    whole: Mark | None
    part: Mark | None
    noted: tuple[Note, ...]
    anchors: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell, or a whole line outside tables; ``start`` is its place in the text."""

    pieces: tuple[Piece, ...]
    start: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text. ``role`` says how it is set: text, row, heading, or a part of the frame ("signature")."""

    start: int
    role: str
    level: int
    cells: tuple[Cell, ...]
    notes: tuple[Note, ...]

    @property
    def heading_level(self) -> int:
        """The level that a reader aloud is told: 1 is the page's own title, and none is ever skipped."""
        return 2 if self.level <= 1 else 3


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or the rows of a table that follow one another."""

    kind: Literal["paragraph", "table"]
    lines: tuple[Line, ...]

    @property
    def line(self) -> Line:
        """The only line of a paragraph."""
        return self.lines[0]

    @property
    def columns(self) -> range:
        """One for each column of a table."""
        return range(max(len(line.cells) for line in self.lines))

    @property
    def notes(self) -> list[Note]:
        """The remarks on all its lines."""
        return [note for line in self.lines for note in line.notes]


@dataclass
class _Sweep:
    """Marks, notes and roles in order of their starts; gives those that touch a line, each looked at once."""

    waiting: list[Mark | Note]
    live: list[Mark | Note] = field(default_factory=list)
    next: int = 0

    def touching(self, start: int, end: int) -> list[Mark | Note]:
        """Those that share a character with [start, end); lines must be asked for in order."""
        while self.next < len(self.waiting) and self.waiting[self.next].start < end:
            self.live.append(self.waiting[self.next])
            self.next += 1
        self.live = [thing for thing in self.live if thing.end > start]
        return self.live


def lay_out(text: str, marks: Iterable[Mark], *, notes: Iterable[Note] = (), frame: Iterable[Mark] = ()) -> list[Block]:
    """The document in blocks. ``frame`` are marks whose kind is a role of the document's frame ("signature")."""
    sweep = _Sweep(sorted([*marks, *notes], key=lambda thing: (thing.start, -thing.end)))
    roles = _Sweep(sorted(frame, key=lambda mark: (mark.start, -mark.end)))
    lines = [_line(text, start, end, sweep=sweep, roles=roles) for start, end in _bounds(text)]
    return list(_blocks(lines))


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _line(text: str, start: int, end: int, *, sweep: _Sweep, roles: _Sweep) -> Line:
    things = sweep.touching(start, end)
    role, level = _role(text[start:end], things, [mark.kind for mark in roles.touching(start, end)])
    cells = tuple(Cell(tuple(_pieces(text, bounds, things)), bounds[0]) for bounds in _cells(text, start, end))
    notes = tuple(thing for thing in things if isinstance(thing, Note) and start <= thing.start < end)
    return Line(start, role, level, cells, notes)


def _role(line: str, things: Sequence[Mark | Note], frame: Sequence[str]) -> tuple[str, int]:
    if "\t" in line:
        return ("table_header" if "table_header" in frame else "row"), 0
    headings = [thing for thing in things if isinstance(thing, Mark) and thing.kind == "heading"]
    items = [thing for thing in things if isinstance(thing, Mark) and thing.kind in {"task", "indicator"}]
    if headings and not items:
        return "heading", headings[0].level
    return (frame[0] if frame else "text"), 0


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for cell in text[start:end].split("\t"):
        yield start, start + len(cell)
        start += len(cell) + 1


def _pieces(text: str, bounds: tuple[int, int], things: Sequence[Mark | Note]) -> Iterator[Piece]:
    start, end = bounds
    near = [thing for thing in things if thing.start < end and thing.end > start]
    cuts = {start, end, *(at for thing in near for at in (thing.start, thing.end) if start < at < end)}
    for first, last in pairwise(sorted(cuts)):
        covering = [thing for thing in near if thing.start <= first and thing.end >= last]
        yield _piece(text[first:last], first, covering)


def _piece(text: str, start: int, covering: Sequence[Mark | Note]) -> Piece:
    marks = [thing for thing in covering if isinstance(thing, Mark)]
    return Piece(
        text.replace(CELL_BREAK, "\n"),
        whole=_shortest(marks, WHOLE),
        part=_shortest(marks, PART),
        noted=tuple(thing for thing in covering if isinstance(thing, Note)),
        anchors=(start,) if any(thing.start == start for thing in covering) else (),
    )


def _shortest(marks: Sequence[Mark], kinds: Sequence[str]) -> Mark | None:
    fitting = [mark for mark in marks if mark.kind in kinds]
    return min(fitting, key=lambda mark: (mark.end - mark.start, kinds.index(mark.kind)), default=None)


def _blocks(lines: Iterable[Line]) -> Iterator[Block]:
    for is_table, run in groupby(lines, key=lambda line: line.role in {"row", "table_header"}):
        if is_table:
            yield Block("table", tuple(run))
        else:
            yield from (Block("paragraph", (line,)) for line in run)
