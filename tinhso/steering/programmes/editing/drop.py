"""Drop an item that is none: it is withdrawn with a reason and can be taken back."""

from django.db import transaction
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.lib.text import nfc
from tinhso.steering.programmes.claiming import claim, corrected
from tinhso.steering.programmes.editing.permission import require_editor
from tinhso.steering.programmes.editing.recording import record
from tinhso.steering.programmes.models import Edit, EditableItem
from tinhso.steering.programmes.refusals import NoReason


def drop(item: EditableItem, why: str, *, by: Account, version: int) -> None:
    """The item no longer counts; a corrected version of the document does not bring it back.

    Raises NotAllowed, ProgrammeClosed, NoReason, ChangedMeanwhile.
    """
    require_editor(item.programme, by)
    why = nfc(why)
    if not why:
        raise NoReason
    gone = {"withdrawn_at": timezone.now(), "withdrawn_by": by, "withdrawn_why": why}
    with transaction.atomic():
        claim(item, version, {**corrected(by), **gone})
        record(item, Edit.Deed.DROPPED, by=by, reason=why)
