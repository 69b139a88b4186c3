"""Decide between sources: one figure of a cell stands, those of the other sources are withdrawn with the reason."""

from dataclasses import replace

from django.db import transaction

from tinhso.steering.figures.actions.correct import withdraw
from tinhso.steering.figures.giving import Whence
from tinhso.steering.figures.models import Value
from tinhso.steering.figures.refusals import AlreadyCorrected, NoClash, ReasonMissing


def keep(value: Value, whence: Whence) -> list[Value]:
    """The withdrawals; sent twice by one person, it is decided once.

    Raises NotAllowed, ReasonMissing, ProgrammeClosed, AlreadyCorrected (the value stands no more), NoClash.
    """
    if not whence.note.strip():
        raise ReasonMissing
    note = f"Chọn số của nguồn “{value.get_source_display()}”: {whence.note.strip()}"
    with transaction.atomic():
        said = _said(value)
        others = [each for each in said if each.pk != value.pk]
        if value.pk not in {each.pk for each in said}:
            raise AlreadyCorrected
        if not others:
            return _decided(value, whence, note=note)
        return [_withdraw(other, replace(whence, note=note)) for other in others]


def _said(value: Value) -> list[Value]:
    """What stands in the cell, locked whole: of two who decide, one way each, the second is told."""
    cell = Value.objects.known_at().in_cell(value).order_by("pk")
    return list(cell.select_for_update(of=("self",)).select_related("indicator__programme", "unit"))


def _withdraw(other: Value, whence: Whence) -> Value:
    """By its own source, so that what the source says next is again set beside the others."""
    return withdraw(other, replace(whence, source=other.source, reference=other.reference))


def _decided(value: Value, whence: Whence, *, note: str) -> list[Value]:
    mine = Value.objects.in_cell(value).filter(withdrawn=True, superseded_at=None, entered_by=whence.by, note=note)
    found = list(mine)
    if not found:
        raise NoClash
    return found
