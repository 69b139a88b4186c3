"""The rows of a grid as the page draws them, written as text as those of a list of tasks are (pages.task_cells)."""

from collections.abc import Sequence

from django.utils.safestring import SafeString

from tinhso.lib.markup import escaped
from tinhso.steering.figures.wording import written as in_words
from tinhso.steering.figures.wording import written_span
from tinhso.steering.pages.grid.columns import CHECKED, FILE, LABELS, LONGEST_NOTE, NOT_APPLICABLE, NOTE, SEEN, Column
from tinhso.steering.pages.grid.rows import Row, State, name_of
from tinhso.surfaces.web.templatetags.web import chip

_ERROR = '<div class="wrong" id="{id}">{words}</div>'


def row_cells(row: Row, columns: Sequence[Column]) -> SafeString:
    """The cells of one row: whose, what stood before, what stands, what is typed, how it stands."""
    line = row.line
    told = [_name(row), _before(row), _stands(row)]
    if line.locked:
        return SafeString(
            "".join([*told, f'<td colspan="{len(columns) + 2}">{escaped(line.locked)}</td>', _state(row)])
        )
    if line.only_note:
        return SafeString("".join([*told, _unasked(row, len(columns) + 1), _note(row), _state(row)]))
    asked = {column.name for column in line.asked}
    typed = [_cell(row, column) if column.name in asked else _UNASKED for column in columns]
    return SafeString("".join([*told, *typed, _tick(row), _note(row), _state(row)]))


_NONE = '<span class="soft">chưa có</span>'
_UNASKED = '<td class="grid-unasked wide-only"></td>'


def _name(row: Row) -> str:
    line = row.line
    name = f'<a href="{line.address}">{escaped(line.label)}</a>' if line.address else escaped(line.label)
    under = f'<span class="under soft">{escaped(line.under)}</span>' if line.under else ""
    hidden = _hidden(row, SEEN, line.seen) + (_hidden(row, FILE, row.file) if row.file else "")
    return f'<th scope="row" class="lead" id="{line.key}">{name}{under}{"" if line.locked else hidden}</th>'


def _before(row: Row) -> str:
    value = row.line.before
    if value is None:
        return f'<td class="wide-only" data-label="Kỳ trước">{_NONE}</td>'
    words = escaped(in_words(value, row.line.measure))
    days = written_span(value.from_on, value.to_on)
    return f'<td class="soft" data-label="Kỳ trước">{words}<span class="under">{days}</span>{_carry(row)}</td>'


def _carry(row: Row) -> str:
    """One tap says that the figure before holds still."""
    line = row.line
    if not line.carry or line.stands is not None:
        return ""
    about = f'<span class="aloud">: {escaped(line.label)}</span>'
    return f'<button class="button nowrap" type="submit" name="nut" value="{line.carry}">Không thay đổi{about}</button>'


def _stands(row: Row) -> str:
    if not row.line.told:
        return f'<td class="wide-only" data-label="Hiện có">{_NONE}</td>'
    whose = f'<span class="under soft">{escaped(row.line.whose)}</span>'
    return f'<td class="grid-stands" data-label="Hiện có">{escaped(row.line.told)}{whose}</td>'


def _cell(row: Row, column: Column) -> str:
    value, name = escaped(row.typed.get(column.name, "")), name_of(row.line, column.name)
    attributes = f'{_named(row, column.name, column.label)} data-column="{column.name}" autocomplete="off"'
    if column.name == "loi":
        field = f'<textarea {attributes} rows="2" maxlength="4000">{value}</textarea>'
    else:
        field = f'<input {attributes} inputmode="{column.mode}" value="{value}" maxlength="200">'
    number = " grid-number" if column.mode == "decimal" else ""
    return f'<td class="grid-cell{number}" data-label="{column.label}">{field}{_wrong(row, column.name, name)}</td>'


def _unasked(row: Row, wide: int) -> str:
    """Why no figure is typed, in place of its cells."""
    first = row.line.asked[0].name
    told = f"{escaped(row.line.only_note)}{_wrong(row, first, name_of(row.line, first))}"
    return f'<td class="grid-cell" colspan="{wide}">{told}</td>'


def _tick(row: Row) -> str:
    checked = " checked" if row.typed.get(NOT_APPLICABLE) not in {"", "0", "không"} else ""
    label = LABELS[NOT_APPLICABLE]
    named = _named(row, NOT_APPLICABLE, label)
    field = f'<input type="checkbox" value="x"{checked} {named} data-column="{NOT_APPLICABLE}">'
    wrong = _wrong(row, NOT_APPLICABLE, name_of(row.line, NOT_APPLICABLE))
    return f'<td class="grid-cell grid-tick" data-label="{label}">{field}{wrong}</td>'


def _note(row: Row) -> str:
    label, name = LABELS[NOTE], name_of(row.line, NOTE)
    attributes = f'{_named(row, NOTE, label)} data-column="{NOTE}" autocomplete="off" maxlength="{LONGEST_NOTE}"'
    field = f'<input {attributes} value="{escaped(row.note)}">'
    return f'<td class="grid-cell grid-note" data-label="{label}">{field}{_wrong(row, NOTE, name)}</td>'


def _state(row: Row) -> str:
    return f'<td class="grid-state" data-label="Tình trạng" data-state>{state_told(row)}</td>'


def state_told(row: Row) -> SafeString:
    """How the row stands, its doubts, and the box by which a person answers for them. Those of a draft are told as long
    as it stands, and again where it is sent; nothing is asked about it here."""
    state, doubts = row.state, row.doubts
    if row.line.warned and not row.says_something_new and state in {State.KEPT, State.BLOCKED}:
        state, doubts = State.DOUBTFUL if state is State.KEPT else state, list(row.line.warned)
    told = str(chip(state.tone, state.words)) if state.tone else f'<span class="soft">{state.words}</span>'
    if not doubts or row.errors or state in {State.SAVED, State.SAME, State.KEPT}:
        return SafeString(told)
    said = "".join(f"<li>{escaped(each)}</li>" for each in doubts)
    return SafeString(f'{told}<ul class="plain">{said}</ul>{"" if row.line.open else _answer(row)}')


def _answer(row: Row) -> str:
    box = f'<input type="checkbox" value="1" name="{name_of(row.line, CHECKED)}"{" checked" if row.checked else ""}>'
    about = f'<span class="aloud"> của {escaped(row.line.label)}</span>'
    return f'<label class="choice">{box} <span>Số này đúng{about}</span></label>'


def _named(row: Row, column: str, label: str) -> str:
    name = name_of(row.line, column)
    wrong = f' aria-invalid="true" aria-describedby="{name}-sai"' if column in row.sentences else ""
    return f'name="{name}" id="o-{name}" aria-label="{escaped(label)}, {escaped(row.line.label)}"{wrong}'


def _wrong(row: Row, column: str, name: str) -> str:
    words = row.sentences.get(column, "")
    return _ERROR.format(id=f"{name}-sai", words=escaped(words)) if words else ""


def _hidden(row: Row, column: str, value: str) -> str:
    return f'<input type="hidden" name="{name_of(row.line, column)}" value="{escaped(value)}">'
