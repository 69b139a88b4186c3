"""Correct an item: its words, its section, its targets, its deadline, its products, its owners."""

from django.db import transaction

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.claiming import accepted, claim
from tinhso.steering.programmes.editing.parts.deadlines import set_deadline
from tinhso.steering.programmes.editing.parts.owners import set_owners
from tinhso.steering.programmes.editing.parts.products import set_products
from tinhso.steering.programmes.editing.parts.targets import set_targets
from tinhso.steering.programmes.editing.permission import require_editor
from tinhso.steering.programmes.editing.recording import record
from tinhso.steering.programmes.editing.refusals import NoWords
from tinhso.steering.programmes.editing.searching import fill_search_columns
from tinhso.steering.programmes.editing.telling import differences, told
from tinhso.steering.programmes.editing.wanted import Wanted
from tinhso.steering.programmes.models import Acceptance, Duty, Edit, EditableItem, Indicator, Task

#: Columns that may not be left without words.
_WORDS = ("name", "text", "what")


def correct(item: EditableItem, wanted: Wanted, *, by: Account, version: int) -> None:
    """Make the item say what the person wants; a person stands behind it from now on.

    One that already says so is only accepted. ``version`` is the item's as the person saw it. Raises NotAllowed,
    ProgrammeClosed, ChangedMeanwhile, NoWords, NoDay.
    """
    require_editor(item.programme, by)
    if any(name in wanted.columns and not wanted.columns[name] for name in _WORDS):
        raise NoWords
    was_corrected = item.acceptance == Acceptance.CORRECTED
    with transaction.atomic():
        before = told(item)
        claim(item, version, accepted(by))
        _change(item, wanted, by)
        changed = differences(before, told(item))
        if changed or was_corrected:
            item.acceptance = Acceptance.CORRECTED
        fill_search_columns(item)
        item.save()
        if changed:
            record(item, Edit.Deed.CORRECTED, by=by, differences=changed)


def _change(item: EditableItem, wanted: Wanted, by: Account) -> None:
    for name, value in wanted.columns.items():
        setattr(item, name, value)
    item.save()
    if wanted.targets is not None and isinstance(item, Indicator):
        set_targets(item, wanted.targets, by=by)
    if wanted.deadline is not None and isinstance(item, Task | Duty):
        set_deadline(item, wanted.deadline, by=by)
    if wanted.products is not None and isinstance(item, Task):
        set_products(item, wanted.products, by=by)
    if wanted.owners is not None:
        set_owners(item, wanted.owners, by=by)
