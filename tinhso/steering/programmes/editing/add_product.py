"""Add a product to a task by a selection of the document's words."""

from django.db import transaction
from django.db.models import F

from tinhso.kernel.accounts.models import Account
from tinhso.steering.intake.items.selection import as_product
from tinhso.steering.programmes.claiming import corrected
from tinhso.steering.programmes.editing.permission import require_editor
from tinhso.steering.programmes.editing.recording import record
from tinhso.steering.programmes.editing.refusals import NoTaskThere
from tinhso.steering.programmes.editing.selecting import hold, making_of, select
from tinhso.steering.programmes.editing.telling import differences, told
from tinhso.steering.programmes.editing.unplaced import cut_unplaced
from tinhso.steering.programmes.making.deliverables import add_deliverable
from tinhso.steering.programmes.making.making import Made
from tinhso.steering.programmes.merging.writing import write
from tinhso.steering.programmes.models import Deliverable, Edit, Item, Programme, Task


def add_product(programme: Programme, start: int, end: int, *, by: Account) -> Task:
    """The task that got the product: the one whose words hold the selection, else the last one before it.

    Raises NotAllowed, ProgrammeClosed, WordsNotFound, NoTaskThere.
    """
    require_editor(programme, by)
    with transaction.atomic():
        held = hold(programme)
        selection = select(held, start, end, kind="deliverable")
        task = _task_at(held, selection.span[0])
        if task is None:
            raise NoTaskThere
        before = told(task)
        made = Made(task)
        place = Deliverable.objects.current().filter(task=task).count()
        making = making_of(held, selection, lambda reading: reading)
        add_deliverable(making, made, as_product(selection), task=task, place=place)
        for row in made.parts:
            if isinstance(row, Item):
                _stand_behind(row, by)
        write([*made.parts, *made.spans])
        Task.objects.filter(pk=task.pk).update(version=F("version") + 1, **corrected(by))
        cut_unplaced(held, held.document, selection.span)
        record(task, Edit.Deed.CORRECTED, by=by, differences=differences(before, told(task)))
    task.refresh_from_db()
    return task


def _stand_behind(row: Item, by: Account) -> None:
    for name, value in corrected(by).items():
        setattr(row, name, value)


def _task_at(programme: Programme, position: int) -> Task | None:
    tasks = Task.objects.filter(programme=programme).current()
    before = tasks.filter(spans__document=programme.document_id, spans__start__lte=position)
    return before.order_by("-spans__start").first()
