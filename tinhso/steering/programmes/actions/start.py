"""Start a programme from a document that was read: one transaction, all or nothing."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.text import fold, nfc
from tinhso.steering.intake.reading import Reading
from tinhso.steering.programmes.archive import revived
from tinhso.steering.programmes.codes import code_for
from tinhso.steering.programmes.comparison import compare
from tinhso.steering.programmes.making.makers import names_of
from tinhso.steering.programmes.making.making import Making
from tinhso.steering.programmes.merging.existing import Existing
from tinhso.steering.programmes.merging.merge import Merge
from tinhso.steering.programmes.models import PlanDocument, Programme, Revision
from tinhso.steering.programmes.owners import meanings_of
from tinhso.steering.programmes.period import Period, naming_day, period_of
from tinhso.steering.programmes.proposals import unit_in_charge
from tinhso.steering.programmes.refusals import AlreadyStarted, NoName, NothingToTrack, WrongPeriod


def start(
    document: PlanDocument,
    *,
    by: Account | None,
    name: str | None = None,
    coordinating_unit: Unit | None = None,
    period: Period | None = None,
) -> Programme:
    """The programme of this document. ``by`` is None for the operator at the command line.

    Name, unit and period default to what the document says (see ``proposals``). Raises NotAllowed, NothingToTrack,
    NoName, WrongPeriod, AlreadyStarted.
    """
    if by is not None:
        standing(by).require(Verb.START_PROGRAMME)
    reading = revived(document.reading)
    refuse_empty(reading)
    period = period or period_of(reading, today=timezone.localdate())
    name = nfc(document.title if name is None else name)
    _refuse_incomplete(name, period)
    _refuse_started(document)
    unit = coordinating_unit or unit_in_charge(reading, naming_day(reading, period))
    try:
        with transaction.atomic():
            programme = _create(document, name=name, period=period, unit=unit, by=by)
            _fill(programme, document, reading, by=by)
    except IntegrityError as clash:
        # Two clicks at once: the database let one through.
        _refuse_started(document)
        raise clash
    return programme


def _create(document: PlanDocument, *, name: str, period: Period, unit: Unit | None, by: Account | None) -> Programme:
    code = code_for(document, period)
    return Programme.objects.create(
        code=code,
        name=name,
        document=document,
        coordinating_unit=unit,
        starts_on=period.starts_on,
        ends_on=period.ends_on,
        created_by=by,
        folded=fold(f"{code} {name}"),
    )


def _fill(programme: Programme, document: PlanDocument, reading: Reading, *, by: Account | None) -> None:
    Revision.objects.create(programme=programme, number=0, document=document, applied_by=by)
    day = naming_day(reading, Period(programme.starts_on, programme.ends_on))
    making = Making(
        programme=programme, document=document, reading=reading, meanings=meanings_of(names_of(reading), day)
    )
    Merge(making, Existing(), moment=timezone.now()).apply(compare(None, reading))


def refuse_empty(reading: Reading) -> None:
    """A programme needs something to track. Raises NothingToTrack."""
    if not reading.indicators and not reading.tasks:
        raise NothingToTrack


def _refuse_incomplete(name: str, period: Period) -> None:
    if not name:
        raise NoName
    if period.ends_on < period.starts_on:
        raise WrongPeriod


def _refuse_started(document: PlanDocument) -> None:
    started = Revision.objects.filter(document=document).select_related("programme").first()
    if started is not None:
        raise AlreadyStarted(programme=started.programme.code, name=started.programme.name)
