"""Enter a figure into an empty cell."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from django.db import IntegrityError, connection, transaction

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.dates import write_date
from tinhso.steering.figures.executing import Reporter, executing_units, ids, naming_day
from tinhso.steering.figures.giving import Cell, Given, Whence, refuse_unfit
from tinhso.steering.figures.measuring import kept_measure, people_of
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.recording import last_of, record
from tinhso.steering.figures.refusals import AlreadyGiven, NoSuchReporter, SpansOverlap
from tinhso.steering.figures.taking import refuse_taken
from tinhso.steering.figures.wording import written, written_span
from tinhso.steering.programmes.actions.close import require_running


def enter(cell: Cell, given: Given, whence: Whence) -> Value:
    """The value that stands in the cell now. Sent twice, it is entered once.

    Raises NotAllowed, NoSuchReporter, FigureUnfit, NumeratorTooGreat, FigureImpossible, SpansOverlap, AlreadyGiven.
    """
    roster = Roster.on(naming_day(cell.indicator.programme, cell.to_on))
    measure = kept_measure(cell.indicator, roster)
    refuse_stranger(cell, measure, roster, by=whence.by)
    refuse_unfit(given, measure)
    last = last_of(cell, whence.source)
    if last and not last.withdrawn:
        return _same_or_refused(last, given, measure)
    try:
        with beside_others(cell) if measure.timing == Measure.Timing.IN_PERIOD else nullcontext():
            return record(cell, given, whence, unit=roster.units[cell.unit.pk], corrects=last)
    except IntegrityError as clash:
        # Two clicks at once: the database let one through.
        if other := last_of(cell, whence.source):
            return _same_or_refused(other, given, measure)
        raise clash


def refuse_stranger(cell: Cell, measure: Measure, roster: Roster, *, by: Account | None) -> None:
    """Refuse a unit that gives no figures here, a person who may not enter for it, a programme that is closed.

    Raises NoSuchReporter, NotAllowed, ProgrammeClosed, TakenFromElsewhere.
    """
    require_running(cell.indicator.programme)
    refuse_taken(measure)
    people = people_of(cell.indicator)
    if cell.unit.pk not in ids(executing_units(people, measure, roster)):
        raise NoSuchReporter(day=write_date(roster.day))
    if by and cell.unit.pk not in ids(Reporter.of(by).may_enter(people, measure, roster)):
        raise NotAllowed(what="nhập số liệu của đơn vị này")


def _same_or_refused(stands: Value, given: Given, measure: Measure) -> Value:
    if Given.of(stands) == given:
        return stands
    raise AlreadyGiven(stands=written(stands, measure))


@contextmanager
def beside_others(cell: Cell) -> Iterator[None]:
    """What is recorded within tells of days that no other figure of the unit tells of; who gives another waits.

    The same span from another source is a clash for a person to decide; another span would be counted twice. Raises
    SpansOverlap.
    """
    with transaction.atomic():
        _wait_for_turn(cell)
        others = Value.objects.known_at().filter(indicator=cell.indicator, unit=cell.unit)
        others = others.filter(from_on__lte=cell.to_on, to_on__gte=cell.from_on)
        other = others.exclude(from_on=cell.from_on, to_on=cell.to_on).first()
        if other:
            raise SpansOverlap(span=written_span(other.from_on, other.to_on))
        yield


def _wait_for_turn(cell: Cell) -> None:
    # On SQLite the transaction itself holds the only write lock.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"{cell.indicator.pk} {cell.unit.pk}"]
            )
