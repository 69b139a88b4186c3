"""What was typed into a row: read cell by cell, and what is to be said of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from tinhso.lib.cells import Said, Unread, read_tick, remark
from tinhso.steering.figures.doubts import Doubt, doubts_by_kind
from tinhso.steering.figures.giving import Given, is_more_than_whole
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.refusals import NumeratorTooGreat, ReasonMissing
from tinhso.steering.pages.grid.columns import (
    CHECKED,
    FILE,
    NOT_APPLICABLE,
    NOTE,
    SEEN,
    Told,
    note_of,
    said_of,
    text_of,
)
from tinhso.steering.pages.grid.lines import Line

_MEANWHILE = "Trong lúc bạn nhập, ô này đã có {stands}. Muốn thay, hãy ghi lý do rồi lưu lại."


class State(Enum):
    """How a row stands: the word for the person, and its tone."""

    EMPTY = "chưa có số liệu", ""
    UNKNOWN = "chưa có số liệu, có lý do", "warn"
    SAME = "không đổi", ""
    KEPT = "đã ghi", ""
    NEW = "mới", "good"
    CHANGED = "đổi", "good"
    DOUBTFUL = "cần xem lại", "warn"
    BLOCKED = "chặn gửi", "bad"
    WRONG = "chưa đúng", "bad"
    LOCKED = "không sửa ở đây", ""
    SAVED = "vừa lưu", "good"

    @property
    def words(self) -> str:
        """As the page tells it."""
        return self.value[0]

    @property
    def tone(self) -> str:
        """For its chip."""
        return self.value[1]


def _unmoved(line: Line) -> State:
    """Nothing new is typed. Of a draft "không đổi" would read as what is said of a figure: "không thay đổi"."""
    if line.stands is None:
        return State.EMPTY
    return State.KEPT if line.open else State.SAME


@dataclass(slots=True)
class Row:
    """A line with what stands in its cells; ``errors`` by column, the sentences of ``doubts`` for the whole row.

    ``halts`` are those of a draft that is kept, and cannot be sent; ``seen`` is what stood when the person began.
    """

    line: Line
    typed: Mapping[str, str]
    note: str = ""
    checked: bool = False
    file: str = ""
    seen: str = ""
    given: Given | None = None
    errors: dict[str, str] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)
    halts: list[str] = field(default_factory=list)
    saved: bool = False

    @property
    def state(self) -> State:
        """What the person has to know of the row."""
        if self.line.locked:
            return State.LOCKED
        if self.errors:
            return State.WRONG
        if self.saved:
            return State.SAVED
        if self.halts:
            return State.BLOCKED
        return State.UNKNOWN if self.is_unknown else self._state_of_what_is_typed

    @property
    def _state_of_what_is_typed(self) -> State:
        if not self.says_something_new:
            return _unmoved(self.line)
        if self.doubts and not self.checked:
            return State.DOUBTFUL
        return State.CHANGED if self.line.stands else State.NEW

    @property
    def says_something_new(self) -> bool:
        """Whether a figure is given that does not stand; of a draft the note counts too."""
        same_note = not self.line.open or self.note == self.line.note
        if self.is_unknown:
            return not (self.line.is_unknown and same_note)
        return self.given is not None and not (self.given == self.line.stands and same_note)

    @property
    def is_unknown(self) -> bool:
        """Whether a draft says that there is no figure yet, and why."""
        return self.line.open and bool(self.note) and not self.errors and not any(self.typed.values())

    @property
    def sentences(self) -> dict[str, str]:
        """Column → what is told at its cell."""
        halts = {self.line.asked[0].name: " ".join(self.halts)} if self.halts else {}
        return {**halts, **self.errors}

    @property
    def is_ready(self) -> bool:
        """Whether there is something to save and nothing against it."""
        return self.state in {State.NEW, State.CHANGED}

    @property
    def seen_version(self) -> str:
        """Of the line, as the person saw it; as it stands where that is his own, or nothing tells."""
        return self.line.version if self.line.mine or not self.seen else self.seen.rpartition(":")[0]

    @property
    def is_stale(self) -> bool:
        """Whether somebody else has changed since what stands."""
        return self.seen_version != self.line.version

    @property
    def is_emptied(self) -> bool:
        """Whether the person took away what stood."""
        came = any(self.line.typed.values()) or self.line.is_unknown
        return came and not self.note and not self.errors and not any(self.typed.values())

    def refuse(self, sentence: str) -> None:
        """What saving it was answered."""
        self.errors[self.line.asked[0].name] = sentence


def untouched(line: Line) -> Row:
    """The row as it comes to the person."""
    return Row(line, line.typed, line.note, halts=list(line.halted))


def read_row(line: Line, cells: Mapping[str, object], *, seen: str | None = None) -> Row:
    """The row that ``cells`` (column → what a form or a workbook holds) make of the line.

    ``seen`` is what the page said of the line when the person began (``Line.seen``); None when that is not known.
    """
    typed = _typed(line, cells)
    row = Row(line, typed, note_of(cells.get(NOTE)), bool(cells.get(CHECKED)), file=str(cells.get(FILE) or "")[:200])
    row.seen = seen or ""
    if line.locked or _is_untouched(row, seen):
        return replace(untouched(line), seen=row.seen)
    _understand(row, cells)
    if not row.errors:
        _judge(row)
    return row


def read_rows(lines: list[Line], sent: Mapping[str, str]) -> list[Row]:
    """The rows of a form that was sent; a line that is not in it is as it was."""
    return [_sent(line, sent) for line in lines]


def name_of(line: Line, column: str) -> str:
    """The name of a cell's field."""
    return f"{line.key}-{column}"


def _sent(line: Line, sent: Mapping[str, str]) -> Row:
    if name_of(line, SEEN) not in sent:
        return untouched(line)
    columns = (*(column.name for column in line.asked), NOT_APPLICABLE, NOTE, CHECKED, FILE)
    cells = {column: sent.get(name_of(line, column), "") for column in columns}
    return read_row(line, cells, seen=sent[name_of(line, SEEN)])


def _typed(line: Line, cells: Mapping[str, object]) -> dict[str, str]:
    typed = {column.name: text_of(cells.get(column.name)).replace("\r\n", "\n") for column in line.asked}
    return {**typed, NOT_APPLICABLE: text_of(cells.get(NOT_APPLICABLE))}


def _is_untouched(row: Row, seen: str | None) -> bool:
    """As it came to the person, also where somebody else has changed meanwhile what stands."""
    line = row.line
    if row.note and not line.open:
        return False
    came = line.seen if seen is None else seen
    return line.fingerprint(row.typed, row.note) == came.rpartition(":")[2]


def _understand(row: Row, cells: Mapping[str, object]) -> None:
    told: dict[str, Told] = {}
    for column in row.line.asked:
        try:
            told[column.name] = column.read(cells.get(column.name))
        except Unread as refusal:
            row.errors[column.name] = refusal.sentence
    try:
        ticked = read_tick(cells.get(NOT_APPLICABLE))
    except Unread as refusal:
        row.errors[NOT_APPLICABLE] = refusal.sentence
        return
    if not row.errors:
        _combine(row, told, ticked=ticked)


def _combine(row: Row, told: Mapping[str, Told], *, ticked: bool) -> None:
    """Numbers, or not applicable, never both; all that the measure asks for, or nothing."""
    said = {name: each for name, each in told.items() if not isinstance(each, Said)}
    if ticked or Said.NOT_APPLICABLE in told.values():
        row.errors |= dict.fromkeys(said, "Đã ghi không áp dụng thì hãy để trống ô này.")
        row.given = Given(not_applicable=True)
    elif said:
        labels = {column.name: column.label.lower() for column in row.line.asked}
        row.errors |= {name: f"Còn thiếu {labels[name]}." for name in told if name not in said}
        row.given = said_of(said)


def _judge(row: Row) -> None:
    line, given = row.line, row.given
    if given is None:
        _judge_empty(row)
        return
    row.errors |= dict(_impossible(given, line.measure))
    if line.open:
        row.halts = [words for kind, words in _strange(row, given) if kind in line.blocking]
    if given == line.stands:
        # Sent twice, or somebody else gave the same: it stands already.
        if row.note and not row.is_stale and not line.open:
            row.errors[NOTE] = "Số không đổi nên ghi chú không được lưu; muốn bổ sung, hãy mở “Sửa” ở trang nguồn."
        return
    if row.is_stale:
        row.refuse(_meanwhile(line))
    elif line.stands and not line.open and not row.note:
        row.errors[NOTE] = ReasonMissing.sentence
    _doubt(row, given)


def _doubt(row: Row, given: Given) -> None:
    """What is strange: asked about, or refused where the programme says so."""
    row.doubts = list(_remarks(row))
    for kind, sentence in _strange(row, given):
        if kind not in row.line.blocking:
            row.doubts.append(sentence)
        elif not row.line.open:
            row.errors.setdefault(row.line.asked[0].name, sentence)


def _strange(row: Row, given: Given) -> Iterator[tuple[Doubt, str]]:
    return doubts_by_kind(given, row.line.before, row.line.measure)


def _meanwhile(line: Line) -> str:
    return _MEANWHILE.format(stands=f"{line.told}, {line.whose}")


def _judge_empty(row: Row) -> None:
    if row.line.open:
        if row.is_stale and (row.line.stands or row.line.is_unknown):
            row.refuse(_meanwhile(row.line))
        return
    if row.line.stands:
        row.errors[row.line.asked[0].name] = "Để trống không xóa số đã ghi; muốn rút số, hãy mở “Sửa” ở trang nguồn."
    elif row.note:
        row.errors[row.line.asked[0].name] = "Có ghi chú nhưng chưa có số liệu."


def _remarks(row: Row) -> Iterator[str]:
    return (told for column in row.line.asked if column.mode == "decimal" and (told := remark(row.typed[column.name])))


def _impossible(given: Given, measure: Measure) -> Iterator[tuple[str, str]]:
    """What the database would refuse, told at the cell."""
    if given.denominator is not None and given.denominator <= 0:
        yield "mau_so", _sentence("value_denominator_is_positive")
    if given.numerator is not None and given.numerator < 0:
        yield "tu_so", _sentence("value_numerator_is_not_negative")
    if measure.share_of_whole and is_more_than_whole(given):
        yield "tu_so", NumeratorTooGreat.sentence


def _sentence(constraint: str) -> str:
    return next(str(each.violation_error_message) for each in Value._meta.constraints if each.name == constraint)
