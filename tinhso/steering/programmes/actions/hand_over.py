"""Giao tiếp: give chosen work to the unit that a person names, or back to the one that the rules name."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import F, Q

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.organisations.models import Unit, UnitVersion
from tinhso.lib.dates import write_date
from tinhso.steering.programmes.actions.close import require_running
from tinhso.steering.programmes.announcing import announce_handover
from tinhso.steering.programmes.models import Assignment, Handover, Programme
from tinhso.steering.programmes.refusals import NoReason, NoTaker, NothingHandedOver, TakerNotStanding


@dataclass(frozen=True, slots=True)
class Taking:
    """Who takes the work over (nobody: the rules hold again), from which day, on what grounds."""

    unit: Unit | None
    effective_on: date
    reason: str


def hand_over(programme: Programme, assignments: Collection[int], taking: Taking, *, by: Account) -> int:
    """How many were handed over; one that is so already is left as it is.

    Only a wording that means a unit or a post is handed over: a group means the units of the day by itself.
    Raises NotAllowed, ProgrammeClosed, NoReason, TakerNotStanding, NothingHandedOver, NoTaker (nothing chosen was
    handed over before).
    """
    standing(by).require(Verb.ACCEPT_ITEMS)
    require_running(programme)
    _refuse(taking)
    with transaction.atomic():
        named = Q(unit__isnull=False) | Q(post__isnull=False)
        rows = Assignment.objects.current().filter(named, programme=programme, pk__in=assignments)
        if not rows:
            raise NothingHandedOver
        day = taking.effective_on if taking.unit else None
        rows = rows.exclude(handed_to=taking.unit, handed_on=day) if taking.unit else rows.exclude(handed_to=None)
        changed = list(rows.select_related("task", "indicator", "post"))
        if taking.unit is None and not changed:
            raise NoTaker
        Handover.objects.bulk_create(_record(each, taking, by=by) for each in changed)
        if changed:
            announce_handover(programme, changed, to=taking.unit, day=taking.effective_on)
        keys = [each.pk for each in changed]
        Assignment.objects.filter(pk__in=keys).update(handed_to=taking.unit, handed_on=day, version=F("version") + 1)
        return len(changed)


def _refuse(taking: Taking) -> None:
    if not taking.reason.strip():
        raise NoReason
    if taking.unit and not UnitVersion.objects.valid_on(taking.effective_on).filter(unit=taking.unit).exists():
        raise TakerNotStanding(day=write_date(taking.effective_on))


def _record(assignment: Assignment, taking: Taking, *, by: Account) -> Handover:
    return Handover(
        assignment=assignment,
        unit=taking.unit,
        effective_on=taking.effective_on,
        reason=taking.reason.strip(),
        decided_by=by,
    )
