"""Write a decision down as a draft, correct it, add and remove its lines, drop it."""

import re
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.organisations.models import Reorganisation, Unit
from tinhso.kernel.reorganisations.errors import DraftChanged, DraftNotOpen, DraftRefused
from tinhso.kernel.reorganisations.models import Draft, Line
from tinhso.lib.text import fold

_NOT_IN_KEYS = re.compile(r"[^a-z0-9]+")


def prepare(facts: Mapping[str, object], *, by: Account, once: UUID) -> Draft:
    """A new draft; the same form sent twice gives the same one. Raises NotAllowed, DraftRefused."""
    standing(by).require(Verb.KEEP_ORGANISATIONS)
    known = Draft.objects.filter(once=once).first()
    if known:
        return known
    draft = Draft(**facts, once=once, prepared_by=by)
    draft.key = _free_key(draft.number or draft.title)
    _refuse_wrong(draft)
    draft.save()
    return draft


def revise(draft: Draft, facts: Mapping[str, object], *, version: int, by: Account) -> None:
    """Correct what a draft says of the decision. Raises NotAllowed, DraftNotOpen, DraftChanged, DraftRefused."""
    standing(by).require(Verb.KEEP_ORGANISATIONS)
    _refuse_closed(draft)
    for name, value in facts.items():
        setattr(draft, name, value)
    _refuse_wrong(draft)
    same = Draft.objects.filter(pk=draft.pk, version=version, state=Draft.State.DRAFT)
    if not same.update(**facts, version=F("version") + 1):
        raise DraftChanged(title=draft.title)


def add_lines(draft: Draft, lines: Iterable[Line], *, by: Account) -> None:
    """Further lines; one that stands there already is not doubled. Raises NotAllowed, DraftNotOpen, DraftRefused."""
    standing(by).require(Verb.KEEP_ORGANISATIONS)
    with transaction.atomic():
        _grow(draft)
        for line in lines:
            line.draft = draft
            if not _stands(line):
                _refuse_wrong(line)
                line.save()


def remove_line(line: Line, *, by: Account) -> None:
    """Take a line away. Raises NotAllowed, DraftNotOpen."""
    standing(by).require(Verb.KEEP_ORGANISATIONS)
    with transaction.atomic():
        _grow(line.draft)
        line.delete()


def drop(draft: Draft, *, by: Account) -> None:
    """Put a draft away; what was entered stays to be read. Raises NotAllowed, DraftNotOpen."""
    standing(by).require(Verb.KEEP_ORGANISATIONS)
    _refuse_closed(draft)
    Draft.objects.filter(pk=draft.pk).update(state=Draft.State.DROPPED, version=F("version") + 1)


def free_unit_key(name: str, taken: Iterable[str]) -> str:
    """A key for a new unit made from its name: "so-khoa-hoc", with a number when that is taken."""
    wanted = _NOT_IN_KEYS.sub("-", fold(name)).strip("-")[:70] or "don-vi"
    used = set(Unit.objects.filter(key__startswith=wanted).values_list("key", flat=True)) | set(taken)
    return _first_free(wanted, used)


def _free_key(words: str) -> str:
    wanted = _NOT_IN_KEYS.sub("-", fold(words)).strip("-")[:70] or "quyet-dinh"
    drafts = Draft.objects.filter(key__startswith=wanted).values_list("key", flat=True)
    decisions = Reorganisation.objects.filter(key__startswith=wanted).values_list("key", flat=True)
    return _first_free(wanted, {*drafts, *decisions})


def _first_free(wanted: str, used: set[str]) -> str:
    numbered = (f"{wanted}-{number}" for number in range(2, len(used) + 3))
    return next(key for key in (wanted, *numbered) if key not in used)


def _grow(draft: Draft) -> None:
    if not Draft.objects.filter(pk=draft.pk, state=Draft.State.DRAFT).update(version=F("version") + 1):
        draft.refresh_from_db()
        _refuse_closed(draft)


def _refuse_closed(draft: Draft) -> None:
    if not draft.is_open:
        raise DraftNotOpen(title=draft.title, state=Draft.State(draft.state).label.lower())


def _refuse_wrong(row: Draft | Line) -> None:
    try:
        row.full_clean()
    except ValidationError as mistake:
        raise DraftRefused(why=" ".join(mistake.messages)) from mistake


def _stands(line: Line) -> bool:
    same = Line.objects.filter(draft=line.draft, deed=line.deed, unit=line.unit, successor=line.successor)
    return same.filter(function=line.function).exists()
