"""Take back the decisions of a day: they become drafts again, and everything is as before."""

from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.organisations.models import Holding, Post, Reorganisation
from tinhso.kernel.organisations.reorganising import undo
from tinhso.kernel.reorganisations.announcing import announce_withdrawn
from tinhso.kernel.reorganisations.errors import NothingToTakeBack, ReasonMissing
from tinhso.kernel.reorganisations.models import Closing, Draft, Enactment, Line
from tinhso.kernel.reorganisations.orders import facts_of, lines_of
from tinhso.kernel.reorganisations.taking_back import undoing
from tinhso.lib.dates import write_date


def take_back(day: date, *, reason: str, by: Account) -> list[Draft]:
    """Undo every decision of the day, roles and holders included, and keep each as a draft.

    Raises NotAllowed, ReasonMissing, NothingToTakeBack, FollowedByLater, StoodUpon; then nothing is changed.
    """
    standing(by).require(Verb.KEEP_ORGANISATIONS)
    if not reason.strip():
        raise ReasonMissing
    with transaction.atomic():
        found = undoing(day)
        if not found.decisions:
            raise NothingToTakeBack(day=write_date(day))
        for fault in found.faults:
            raise fault
        announce_withdrawn(found.decisions, reason.strip())
        enactments = [_enactment(decision) for decision in found.decisions]
        _restore_roles(found.closings)
        undo.take_back(day, besides=found.besides)
        _restore_posts(found.closings)
        Enactment.objects.filter(pk__in=[each.pk for each in enactments]).update(
            taken_back_by=by, taken_back_at=timezone.now(), reason=reason.strip()
        )
        drafts = [each.draft for each in enactments]
        keys = [draft.pk for draft in drafts]
        Draft.objects.filter(pk__in=keys).update(state=Draft.State.DRAFT, version=F("version") + 1)
        return drafts


def _enactment(decision: Reorganisation) -> Enactment:
    """How the decision came into force; one loaded from tables gets the draft that it never had."""
    known = Enactment.objects.filter(reorganisation=decision).select_related("draft").first()
    if known:
        return known
    draft = Draft.objects.create(**facts_of(decision), state=Draft.State.IN_FORCE)
    lines = lines_of(decision)
    for line in lines:
        line.draft = draft
    Line.objects.bulk_create(lines, batch_size=200)
    return Enactment.objects.create(draft=draft, reorganisation=decision, at=decision.recorded_at)


def _restore_roles(closings: list[Closing]) -> None:
    moved = [each.successor_role_id for each in closings if each.successor_role_id]
    Closing.objects.filter(successor_role__in=moved).update(successor_role=None)
    RoleAssignment.objects.filter(pk__in=moved).delete()
    for each in closings:
        if each.role_id:
            RoleAssignment.objects.filter(pk=each.role_id).update(valid_to=each.valid_to)


def _restore_posts(closings: list[Closing]) -> None:
    for each in closings:
        if each.post_id and each.valid_to:
            Post.objects.filter(pk=each.post_id).update(valid_to=each.valid_to)
        if each.holding_id and each.valid_to:
            Holding.objects.filter(pk=each.holding_id).update(valid_to=each.valid_to)
