"""Take back an item that was dropped, or merged into another."""

from django.db import transaction

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.claiming import claim, corrected
from tinhso.steering.programmes.editing.permission import require_editor
from tinhso.steering.programmes.editing.recording import record
from tinhso.steering.programmes.editing.refusals import NotDropped
from tinhso.steering.programmes.models import Edit, EditableItem


def restore(item: EditableItem, *, by: Account, version: int) -> None:
    """The item counts again, with the words and parts that it had.

    Raises NotAllowed, ProgrammeClosed, NotDropped, ChangedMeanwhile.
    """
    require_editor(item.programme, by)
    if not item.is_dropped:
        raise NotDropped
    back = {"withdrawn_at": None, "withdrawn_by": None, "withdrawn_why": "", "merged_into": None}
    with transaction.atomic():
        claim(item, version, {**corrected(by), **back})
        record(item, Edit.Deed.RESTORED, by=by)
