"""Bring a corrected version of its document, or a better reading of the same one, into a programme."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.steering.intake.reading import Reading
from tinhso.steering.programmes.actions.close import require_running
from tinhso.steering.programmes.archive import revived
from tinhso.steering.programmes.comparison import Change, compare, worth_showing
from tinhso.steering.programmes.making.makers import names_of
from tinhso.steering.programmes.making.making import Making
from tinhso.steering.programmes.merging.anchoring import Anchors
from tinhso.steering.programmes.merging.existing import MODELS, existing
from tinhso.steering.programmes.merging.merge import Merge
from tinhso.steering.programmes.models import Acceptance, Decision, PlanDocument, Programme, Revision
from tinhso.steering.programmes.owners import meanings_of
from tinhso.steering.programmes.period import Period, naming_day
from tinhso.steering.programmes.refusals import AlreadyStarted, ChangedMeanwhile
from tinhso.steering.programmes.storing import store_reading


@dataclass(frozen=True, slots=True)
class Rereading:
    """What a document would change in a programme. ``held`` are the keys of changes that are left out unless a person
    decides otherwise: a person has corrected the item."""

    programme: Programme
    document: PlanDocument
    reading: Reading
    changes: tuple[Change, ...]
    held: frozenset[str]

    @property
    def shown(self) -> list[Change]:
        """What is new, gone or changed."""
        return worth_showing(self.changes)


def propose(programme: Programme, document: PlanDocument, reading: Reading | None = None) -> Rereading:
    """Compare the programme's document with another, or with a new ``reading`` of the same; nothing is written."""
    new = reading or revived(document.reading)
    changes = compare(revived(programme.document.reading), new)
    corrected = _corrected_by_hand(programme)
    held = {change.key for change in worth_showing(changes) if (change.kind, change.old) in corrected}
    return Rereading(programme, document, new, changes, frozenset(held))


def reread(proposal: Rereading, *, by: Account | None, version: int, leave: Collection[str] | None = None) -> Revision:
    """Apply the proposal in one transaction; nothing is doubled, and what a version leaves out stays as withdrawn.

    ``version`` is the programme's as the person saw it; ``leave`` the keys of changes not to apply, unless said those
    held. Raises NotAllowed, ProgrammeClosed, ChangedMeanwhile, AlreadyStarted.
    """
    if by is not None:
        standing(by).require(Verb.START_PROGRAMME)
    require_running(proposal.programme)
    _refuse_used_elsewhere(proposal)
    left = proposal.held if leave is None else frozenset(leave)
    try:
        with transaction.atomic():
            _claim(proposal, version)
            _merge(proposal, left)
            store_reading(proposal.document, proposal.reading)
            return _record(proposal, left, by)
    except IntegrityError as clash:
        _refuse_used_elsewhere(proposal)
        raise clash


def _claim(proposal: Rereading, version: int) -> None:
    """Only one of two who apply at once finds the version that they saw."""
    programme = proposal.programme
    standing_version = Programme.objects.values_list("version", flat=True).get(pk=programme.pk)
    claimed = Programme.objects.filter(pk=programme.pk, version=version).update(
        version=F("version") + 1, document=proposal.document
    )
    if not claimed or programme.version != version:
        raise ChangedMeanwhile(mine=version, theirs=standing_version)


def _merge(proposal: Rereading, left: frozenset[str]) -> None:
    programme = proposal.programme
    day = naming_day(proposal.reading, Period(programme.starts_on, programme.ends_on))
    making = Making(
        programme=programme,
        document=proposal.document,
        reading=proposal.reading,
        meanings=meanings_of(names_of(proposal.reading), day),
    )
    anchors = Anchors.of(programme)
    Merge(making, existing(programme), moment=timezone.now()).apply(proposal.changes, leave=left)
    anchors.put_back(programme, proposal.document, proposal.reading.text)


def _record(proposal: Rereading, left: frozenset[str], by: Account | None) -> Revision:
    programme, document = proposal.programme, proposal.document
    before = programme.document
    if document.pk != before.pk and document.supersedes_id is None:
        PlanDocument.objects.filter(pk=document.pk).update(supersedes=before)
    last = Revision.objects.filter(programme=programme).order_by("-number").values_list("number", flat=True)[0]
    programme.document, programme.version = document, programme.version + 1
    decided = Decision.objects.filter(programme=programme, base=before, document=document).select_related("by")
    by_key = {decision.key: decision for decision in decided}
    told = [_archived(change, left, by_key.get(change.key)) for change in proposal.shown]
    decided.delete()
    return Revision.objects.create(programme=programme, number=last + 1, document=document, changes=told, applied_by=by)


def _archived(change: Change, left: frozenset[str], decision: Decision | None) -> dict[str, Any]:
    """The change as it is kept with the revision: whether it was applied, and who decided so."""
    who = {"decided_by": decision.by.display_name, "decided_at": decision.at.isoformat()} if decision else {}
    return {**change.as_json(), "applied": change.key not in left, **who}


def _corrected_by_hand(programme: Programme) -> frozenset[tuple[str, int | None]]:
    places: set[tuple[str, int | None]] = set()
    for kind, model in MODELS.items():
        rows = model._default_manager.filter(programme=programme, acceptance=Acceptance.CORRECTED)
        places |= {(kind, place) for place in rows.values_list("reading_index", flat=True) if place is not None}
    return frozenset(places)


def _refuse_used_elsewhere(proposal: Rereading) -> None:
    """A document belongs to one programme."""
    elsewhere = Revision.objects.filter(document=proposal.document).exclude(programme=proposal.programme)
    found = elsewhere.select_related("programme").first()
    if found is not None:
        raise AlreadyStarted(programme=found.programme.code, name=found.programme.name)
