"""Accept what the reader proposed: a person stands behind it from now on."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
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

    ``version`` is the item's as the person saw it. Raises NotAllowed, ChangedMeanwhile.
    """
    standing(by).require(Verb.ACCEPT_ITEMS)
    with transaction.atomic():
        claim(item, version, accepted(by))
        for parts in _parts(Q(pk=item.pk), type(item)):
            parts.update(version=F("version") + 1, **accepted(by))


def accept_all(programme: Programme, *, by: Account, kinds: Iterable[str] = tuple(MODELS)) -> int:
    """Accept every proposed item of these kinds (keys of MODELS); how many items there were."""
    standing(by).require(Verb.ACCEPT_ITEMS)
    count = 0
    with transaction.atomic():
        for model in (MODELS[kind] for kind in kinds):
            for parts in _parts(Q(programme=programme, acceptance=Acceptance.PROPOSED, withdrawn_at=None), model):
                parts.update(version=F("version") + 1, **accepted(by))
            items = model._default_manager.filter(
                programme=programme, acceptance=Acceptance.PROPOSED, withdrawn_at=None
            )
            count += items.update(version=F("version") + 1, **accepted(by))
    return count


def choose(assignment: Assignment, candidate: Candidate, *, by: Account, version: int) -> None:
    """Say whom an unsure wording means. Raises NotAllowed, ChangedMeanwhile."""
    standing(by).require(Verb.ACCEPT_ITEMS)
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
