"""Add an item by a selection of the document's words."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from django.db import transaction
from django.db.models import Model

from tinhso.kernel.accounts.models import Account
from tinhso.steering.intake.items.selection import Selection, as_duty, as_indicator, as_task
from tinhso.steering.intake.reading import Reading
from tinhso.steering.programmes.claiming import corrected
from tinhso.steering.programmes.editing.permission import require_editor
from tinhso.steering.programmes.editing.recording import record
from tinhso.steering.programmes.editing.refusals import AlreadyAnItem
from tinhso.steering.programmes.editing.selecting import hold, making_of, select
from tinhso.steering.programmes.editing.unplaced import cut_unplaced
from tinhso.steering.programmes.editing.words import called
from tinhso.steering.programmes.making.makers import MAKERS
from tinhso.steering.programmes.making.making import Made
from tinhso.steering.programmes.merging.writing import write
from tinhso.steering.programmes.models import Edit, EditableItem, Item, Programme, SourceSpan


def _tasks(reading: Reading, selection: Selection) -> Reading:
    return replace(reading, tasks=(as_task(selection),))


def _indicators(reading: Reading, selection: Selection) -> Reading:
    return replace(reading, indicators=(as_indicator(selection),))


def _duties(reading: Reading, selection: Selection) -> Reading:
    return replace(reading, duties=(as_duty(selection),))


#: Kind → a reading that holds only the words selected, as an item of that kind.
_READ: Mapping[str, Callable[[Reading, Selection], Reading]] = {
    "task": _tasks,
    "indicator": _indicators,
    "duty": _duties,
}


def add(programme: Programme, start: int, end: int, *, kind: str, by: Account) -> EditableItem:
    """The item ("task", "indicator", "duty") that characters [start, end) of the document state.

    It is read as the reader would: deadline, targets, amounts; its owners are those of the heading above. Raises
    NotAllowed, WordsNotFound, AlreadyAnItem.
    """
    require_editor(programme, by)
    with transaction.atomic():
        held = hold(programme)
        selection = select(held, start, end, kind=kind)
        _refuse_known(held, selection, kind)
        made = _made(held, selection, kind)
        _stand_behind(made, by)
        write([made.row, *made.parts, *made.spans])
        cut_unplaced(held, held.document, selection.span)
        if isinstance(made.row, EditableItem):
            record(made.row, Edit.Deed.ADDED, by=by)
            return made.row
    raise TypeError(kind)


def _made(programme: Programme, selection: Selection, kind: str) -> Made:
    making = making_of(programme, selection, lambda reading: _READ[kind](reading, selection))
    made = MAKERS[kind](making, 0)
    made.row.reading_index = None
    return made


def _stand_behind(made: Made, by: Account) -> None:
    rows: list[Model] = [made.row, *made.parts]
    for row in rows:
        if isinstance(row, Item):
            for name, value in corrected(by).items():
                setattr(row, name, value)


def _refuse_known(programme: Programme, selection: Selection, kind: str) -> None:
    same = SourceSpan.objects.filter(
        document=programme.document_id,
        start=selection.span[0],
        end=selection.span[1],
        **{f"{kind}__programme": programme, f"{kind}__withdrawn_at": None},
    )
    found = same.select_related(kind).first()
    if found is not None:
        raise AlreadyAnItem(code=called(getattr(found, kind)))
