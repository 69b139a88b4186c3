"""Merge several items into the first of them: it takes their words and parts, the others are withdrawn."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.lib.text import nfc
from tinhso.steering.programmes.claiming import claim, corrected
from tinhso.steering.programmes.editing.copying import copy_owners, copy_places, copy_products, copy_targets
from tinhso.steering.programmes.editing.parts.joining import join_deadlines
from tinhso.steering.programmes.editing.permission import require_editor
from tinhso.steering.programmes.editing.recording import record
from tinhso.steering.programmes.editing.refusals import NothingToMerge, NoWords
from tinhso.steering.programmes.editing.searching import fill_search_columns
from tinhso.steering.programmes.editing.telling import differences, told
from tinhso.steering.programmes.editing.words import called, set_words, words_of
from tinhso.steering.programmes.models import Edit, EditableItem, Indicator, Task

Seen = tuple[EditableItem, int]
"""An item with its version as the person saw it."""


def merge(seen: Sequence[Seen], words: str, *, by: Account) -> EditableItem:
    """The item that stays: the first in the document, with ``words`` and the parts of all.

    Raises NotAllowed, ProgrammeClosed, NothingToMerge, NoWords, ChangedMeanwhile.
    """
    if not seen:
        raise NothingToMerge
    (kept, version), *others = sorted(seen, key=lambda pair: (pair[0].position, pair[0].pk))
    require_editor(kept.programme, by)
    _refuse_unlike(kept, [item for item, _version in others])
    words = nfc(words)
    if not words:
        raise NoWords
    with transaction.atomic():
        before = told(kept)
        claim(kept, version, corrected(by))
        for item, its_version in others:
            _take_in(kept, (item, its_version), by)
        set_words(kept, words)
        fill_search_columns(kept)
        kept.save()
        reason = f"Gộp {', '.join(called(item) for item, _version in others)}"
        record(kept, Edit.Deed.MERGED, by=by, differences=differences(before, told(kept)), reason=reason)
    return kept


def joined(items: Sequence[EditableItem]) -> str:
    """The words that a merged item is offered: those of all, in the order of the document."""
    ordered = sorted(items, key=lambda item: (item.position, item.pk))
    return "; ".join(words_of(item).strip(" ;.") for item in ordered) + "."


def _refuse_unlike(kept: EditableItem, others: Sequence[EditableItem]) -> None:
    alike = all(type(item) is type(kept) and item.programme_id == kept.programme_id for item in others)
    whole = all(item.withdrawn_at is None for item in (kept, *others))
    if not others or not alike or not whole or kept.pk in {item.pk for item in others}:
        raise NothingToMerge


def _take_in(kept: EditableItem, seen: Seen, by: Account) -> None:
    item, version = seen
    why = f"Gộp vào {called(kept)}"
    gone = {"withdrawn_at": timezone.now(), "withdrawn_by": by, "withdrawn_why": why, "merged_into": kept}
    claim(item, version, {**corrected(by), **gone})
    copy_owners(item, kept)
    copy_places(item, kept)
    if isinstance(item, Indicator) and isinstance(kept, Indicator):
        copy_targets(item, kept)
    if isinstance(item, Task) and isinstance(kept, Task):
        copy_products(item, kept)
        join_deadlines(kept, item, by=by)
        Task.objects.filter(parent=item).exclude(pk=kept.pk).update(parent=kept)
    record(item, Edit.Deed.MERGED, by=by, reason=why)
