"""Split an item in two at chosen words: the first keeps its row, the second is a new one beside it."""

import re

from django.db import transaction

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.claiming import claim, corrected
from tinhso.steering.programmes.editing.codes import code_beside
from tinhso.steering.programmes.editing.copying import copy, copy_owners
from tinhso.steering.programmes.editing.parts.halving import share_parts
from tinhso.steering.programmes.editing.permission import require_editor
from tinhso.steering.programmes.editing.places import nearest, places_of
from tinhso.steering.programmes.editing.recording import record
from tinhso.steering.programmes.editing.refusals import NothingToSplit
from tinhso.steering.programmes.editing.searching import fill_search_columns
from tinhso.steering.programmes.editing.splitting import Halves
from tinhso.steering.programmes.editing.telling import differences, told
from tinhso.steering.programmes.editing.words import called, set_words, words_of
from tinhso.steering.programmes.models import Duty, Edit, EditableItem, SourceSpan, StoredReading

#: What parts two clauses and belongs to neither.
_SIGNS = " ,;.:–-"
_JOINED = re.compile(r"[\s,;]+(?:và|đồng thời)\s*$", re.IGNORECASE)


def split(item: EditableItem, at: int, *, by: Account, version: int) -> EditableItem:
    """The second item: it has the words from character ``at`` on, the same owners, and the parts that its words name.

    Raises NotAllowed, ProgrammeClosed, NothingToSplit, ChangedMeanwhile.
    """
    require_editor(item.programme, by)
    halves = _halves(words_of(item), at)
    with transaction.atomic():
        before = told(item)
        claim(item, version, corrected(by))
        second = _second(item, halves, by)
        _cut_places(item, second, halves)
        share_parts(item, second, halves, by=by)
        set_words(item, halves.first)
        for half in (item, second):
            fill_search_columns(half)
            half.save()
        record(item, Edit.Deed.SPLIT, by=by, differences=differences(before, told(item)))
        record(second, Edit.Deed.SPLIT, by=by, reason=f"Tách từ {called(item)}")
    return second


def _halves(words: str, at: int) -> Halves:
    halves = Halves(_JOINED.sub("", words[:at]).rstrip(_SIGNS), words[at:].lstrip(_SIGNS))
    if at <= 0 or not halves.first or not halves.second:
        raise NothingToSplit
    return halves


def _second(item: EditableItem, halves: Halves, by: Account) -> EditableItem:
    code = {} if isinstance(item, Duty) else {"code": code_beside(item.programme, getattr(item, "code", ""))}
    second = copy(item, split_from=item, **code, **corrected(by))
    set_words(second, halves.second[:1].upper() + halves.second[1:])
    copy_owners(item, second)
    return second


def _cut_places(item: EditableItem, second: EditableItem, halves: Halves) -> None:
    """Each keeps its own words in the document; where the cut cannot be found there, both keep the whole place."""
    own, twins = (SourceSpan.objects.filter(**{str(item._meta.model_name): each}) for each in (item, second))
    texts = dict(StoredReading.objects.filter(document__spans__in=own).values_list("document", "text"))
    for span, twin in zip(own.order_by("pk"), twins.order_by("pk"), strict=True):
        cut = _cut(texts[span.document_id], span, halves)
        if cut is not None:
            SourceSpan.objects.filter(pk=twin.pk).update(start=cut)
            SourceSpan.objects.filter(pk=span.pk).update(end=cut)
            second.position = max(second.position, cut) if span.start == item.position else second.position


def _cut(text: str, span: SourceSpan, halves: Halves) -> int | None:
    """Where the second half begins inside the place; None when it does not stand there word for word."""
    begins = [place for place in places_of(text, halves.second[:200]) if span.start < place[0] < span.end]
    found = nearest(begins, span.start + len(halves.first))
    return found[0] if found else None
