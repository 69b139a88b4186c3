"""Writing one value: what entering, correcting and importing have in common."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from tinhso.kernel.exchange.outbox import announce
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.steering.figures.giving import Cell, Given, Whence
from tinhso.steering.figures.levels import level_of
from tinhso.steering.figures.models import Value
from tinhso.steering.figures.refusals import FigureImpossible

#: What a withdrawal says: nothing.
NOTHING_GIVEN = Given()


def last_of(cell: Cell, source: str) -> Value | None:
    """The last value that a source gave for the cell, a withdrawal too."""
    return Value.objects.filter(
        indicator=cell.indicator,
        unit=cell.unit,
        from_on=cell.from_on,
        to_on=cell.to_on,
        source=source,
        superseded_at=None,
    ).first()


def record(cell: Cell, given: Given, whence: Whence, *, unit: UnitVersion, corrects: Value | None) -> Value:
    """Write the value and tell those who listen, all or nothing; nothing given is a withdrawal.

    Raises FigureImpossible, IntegrityError when somebody else was first.
    """
    value = drafted(cell, given, whence, unit=unit, corrects=corrects)
    try:
        with transaction.atomic():
            _write(value)
    except IntegrityError:
        # The database keeps its rules itself; each is a question to it, asked only where one of them was broken.
        _refuse_impossible(value)
        raise
    return value


def _write(value: Value) -> None:
    _refuse_unreadable(value)
    if (corrects := value.corrects) is not None:
        Value.objects.filter(pk=corrects.pk).update(superseded_at=value.recorded_at)
    value.save(force_insert=True)
    _announce(value)


def drafted(cell: Cell, given: Given, whence: Whence, *, unit: UnitVersion, corrects: Value | None) -> Value:
    """The value, not yet written."""
    return Value(
        indicator=cell.indicator,
        unit=cell.unit,
        level=level_of(unit.kind),
        from_on=cell.from_on,
        to_on=cell.to_on,
        **given.columns,
        withdrawn=given == NOTHING_GIVEN,
        source=whence.source,
        reference=whence.reference,
        note=whence.note,
        file=whence.file,
        issued=whence.issued,
        entered_by=whence.by,
        recorded_at=whence.at or timezone.now(),
        corrects=corrects,
    )


def _refuse_unreadable(value: Value) -> None:
    """What a column cannot hold."""
    try:
        value.clean_fields(exclude=("indicator", "unit", "corrects", "file", "issued", "entered_by"))
    except ValidationError as refusal:
        raise FigureImpossible(why=" ".join(refusal.messages)) from refusal


def _refuse_impossible(value: Value) -> None:
    """The database's own rules, with their sentences."""
    try:
        value.validate_constraints(exclude=("corrects",))
    except ValidationError as refusal:
        raise FigureImpossible(why=" ".join(refusal.messages)) from refusal


def _announce(value: Value) -> None:
    event = "value.corrected" if value.corrects_id else "value.entered"
    facts = {
        "indicator": value.indicator.code,
        "programme": value.indicator.programme.code,
        "unit": value.unit.key,
        "from_on": value.from_on,
        "to_on": value.to_on,
        "source": value.source,
        "withdrawn": value.withdrawn,
    }
    announce(event, subject=f"value/{value.pk}", facts=facts)
