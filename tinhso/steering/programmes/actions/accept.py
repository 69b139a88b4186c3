"""Accept what the reader proposed: a person stands behind it from now on."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.steering.programmes.actions.close import require_running
from tinhso.steering.programmes.claiming import accepted, claim, corrected
from tinhso.steering.programmes.merging.existing import MODELS
from tinhso.steering.programmes.models import (
    Acceptance,
    Assignment,
    Candidate,
    Deadline,
    Deliverable,
    Indicator,
    Item,
    Programme,
    Target,
    Task,
)


def accept(item: Item, *, by: Account, version: int) -> None:
    """Accept an item with its parts; names of which it is unsure whom they mean stay proposed.

    ``version`` is the item's as the person saw it. Raises NotAllowed, ProgrammeClosed, ChangedMeanwhile.
    """
    standing(by).require(Verb.ACCEPT_ITEMS)
    require_running(item.programme)
    with transaction.atomic():
        claim(item, version, accepted(by))
        for parts in _parts(Q(pk=item.pk), type(item)):
            parts.update(version=F("version") + 1, **accepted(by))


def accept_all(programme: Programme, *, by: Account, kinds: Iterable[str] = tuple(MODELS)) -> int:
    """Accept every proposed item of these kinds (keys of MODELS); how many items there were."""
    standing(by).require(Verb.ACCEPT_ITEMS)
    require_running(programme)
    with transaction.atomic():
        return sum(_accept_proposed(MODELS[kind], Q(programme=programme), by) for kind in kinds)


def accept_some(programme: Programme, chosen: Mapping[str, Collection[int]], *, by: Account) -> int:
    """Accept those of the items chosen (kind → keys) that are still proposed; how many there were.

    What somebody changed or dropped meanwhile is left alone. Raises NotAllowed, ProgrammeClosed.
    """
    standing(by).require(Verb.ACCEPT_ITEMS)
    require_running(programme)
    with transaction.atomic():
        wanted = ((MODELS[kind], Q(programme=programme, pk__in=keys)) for kind, keys in chosen.items())
        return sum(_accept_proposed(model, condition, by) for model, condition in wanted)


def _accept_proposed(model: type[Item], condition: Q, by: Account) -> int:
    condition &= Q(acceptance=Acceptance.PROPOSED, withdrawn_at=None)
    for parts in _parts(condition, model):
        parts.update(version=F("version") + 1, **accepted(by))
    return model._default_manager.filter(condition).update(version=F("version") + 1, **accepted(by))


def choose(assignment: Assignment, candidate: Candidate, *, by: Account, version: int) -> None:
    """Say whom an unsure wording means. Raises NotAllowed, ProgrammeClosed, ChangedMeanwhile."""
    standing(by).require(Verb.ACCEPT_ITEMS)
    require_running(assignment.programme)
    chosen = {
        **corrected(by),
        "certainty": Assignment.Certainty.CERTAIN,
        "unit": candidate.unit_id,
        "post": candidate.post_id,
        "group": candidate.group_id,
    }
    claim(assignment, version, chosen)


def _parts(chosen: Q, model: type[Item]) -> Iterator[QuerySet[Any]]:
    """The proposed parts of the items chosen."""
    items = model._default_manager.filter(chosen)
    column = model._meta.model_name or ""
    if model is Indicator:
        yield Target.objects.current().proposed().filter(indicator__in=items)
    if model is Task:
        products = Deliverable.objects.current().filter(task__in=items)
        yield Deadline.objects.in_force().proposed().filter(Q(task__in=items) | Q(deliverable__in=products))
        yield products.proposed()
    if column in ("indicator", "task", "duty"):
        sure = Assignment.objects.current().proposed().filter(certainty=Assignment.Certainty.CERTAIN)
        yield sure.filter(**{f"{column}__in": items})
