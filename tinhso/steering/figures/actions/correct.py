"""Correct or withdraw a figure: another value that points at it, with the reason."""

from contextlib import nullcontext
from dataclasses import replace

from django.db import IntegrityError, transaction

from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.figures.actions.enter import beside_others, refuse_stranger
from tinhso.steering.figures.executing import naming_day
from tinhso.steering.figures.giving import Cell, Given, Whence, refuse_unfit
from tinhso.steering.figures.measuring import kept_measure
from tinhso.steering.figures.models import CountedValue, Measure, Value
from tinhso.steering.figures.recording import NOTHING_GIVEN, record
from tinhso.steering.figures.refusals import AlreadyCorrected, CountedStands, ReasonMissing


def correct(value: Value, given: Given, whence: Whence) -> Value:
    """The value that stands from now on in the cell of ``value``; sent twice, it is corrected once.

    Raises NotAllowed, ReasonMissing, FigureUnfit, NumeratorTooGreat, FigureImpossible, AlreadyCorrected,
    CountedStands, SpansOverlap where the value was withdrawn and others tell some of its days since.
    """
    if value.source == Value.Source.COUNTED:
        raise CountedStands
    return _replace(value, given, whence)


def withdraw(value: Value, whence: Whence) -> Value:
    """Say that the cell has no figure after all. Raises NotAllowed, ReasonMissing, AlreadyCorrected."""
    with transaction.atomic():
        found = _replace(value, NOTHING_GIVEN, _of_counting(value, whence))
        if value.source == Value.Source.COUNTED:
            counted = CountedValue.objects.get(value=value)
            CountedValue.objects.get_or_create(value=found, defaults={"count": counted.count})
    return found


def _of_counting(value: Value, whence: Whence) -> Whence:
    """What is withdrawn of a count stays with the count, so that the next one finds it."""
    if value.source != Value.Source.COUNTED:
        return whence
    return replace(whence, source=value.source, reference=value.reference)


def _replace(value: Value, given: Given, whence: Whence) -> Value:
    cell = Cell(value.indicator, value.unit, value.from_on, value.to_on)
    roster = Roster.on(naming_day(cell.indicator.programme, cell.to_on))
    measure = kept_measure(cell.indicator, roster)
    refuse_stranger(cell, measure, roster, by=whence.by)
    if not whence.note.strip():
        raise ReasonMissing
    if given != NOTHING_GIVEN:
        refuse_unfit(given, measure)
    try:
        # Other days may have been told since it was withdrawn.
        again = given != NOTHING_GIVEN and value.withdrawn and measure.timing == Measure.Timing.IN_PERIOD
        with beside_others(cell) if again else nullcontext():
            return record(cell, given, whence, unit=roster.units[cell.unit.pk], corrects=value)
    except IntegrityError as clash:
        return _same_or_refused(value, given, whence, clash=clash)


def _same_or_refused(value: Value, given: Given, whence: Whence, *, clash: IntegrityError) -> Value:
    """The database lets one correction through: the same one sent twice is told as done."""
    other: Value | None = Value.objects.filter(corrects=value).first()
    if other is None:
        raise clash
    if other.entered_by == whence.by and Given.of(other) == given:
        return other
    raise AlreadyCorrected
