"""Days that were given in the course of the work, by an extension or an event: no silent change of the document's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.db.models import Model

from tinhso.steering.programmes.merging.matching import Pairs, same_day
from tinhso.steering.programmes.models import Deadline, Deliverable, Item, Programme

Stated = Mapping[int, Deadline]
"""Key of a deadline that was given → the document's deadline in whose place it stands."""
_Basis = Deadline.Basis


def stated_days(programme: Programme, in_force: Iterable[Deadline]) -> Stated:
    """For each deadline that was given, the last one that the document stated; one query, where any was given."""
    given = [each for each in in_force if _is_given(each)]
    former: dict[tuple[int | None, int | None], Deadline] = {}
    if given:
        replaced = Deadline.objects.filter(programme=programme, superseded_at__isnull=False)
        for each in replaced.order_by("superseded_at", "pk"):
            if not _is_given(each):
                former[each.task_id, each.deliverable_id] = each
    found = ((each.pk, former.get((each.task_id, each.deliverable_id))) for each in given)
    return {key: deadline for key, deadline in found if deadline is not None}


def lasting_days(
    fresh: Sequence[Model], kept: Sequence[Item], pairs: Pairs, *, stated: Stated
) -> Iterator[tuple[Deadline, Deadline]]:
    """The days given that go on, each beside its fresh twin: the new version states the same day as the old did.

    A task that is due with its products keeps the day of one that was given more time, unless another is due later.
    """
    twins = {id(new): old for new, old in pairs}
    days = [old for old in kept if isinstance(old, Deadline)]
    more_time = any(old.deliverable_id and old.pk in stated for old in days)
    for new in (row for row in fresh if isinstance(row, Deadline)):
        for old in (each for each in days if _of_the_same(new, each, twins)):
            unchanged = old.pk in stated and same_day(new, stated[old.pk])
            if unchanged or (more_time and _is_outlasted(new, old)):
                yield new, old


def _is_given(deadline: Deadline) -> bool:
    """A document's own term counted from an event is of another kind than a day."""
    started = deadline.basis == _Basis.RELATIVE and deadline.kind == Deadline.Kind.DATE
    return started or deadline.basis == _Basis.EXTENDED


def _of_the_same(new: Deadline, old: Deadline, twins: Mapping[int, Item]) -> bool:
    if new.deliverable is None:
        return old.deliverable_id is None
    twin = twins.get(id(new.deliverable))
    return isinstance(twin, Deliverable) and twin.pk == old.deliverable_id


def _is_outlasted(new: Deadline, old: Deadline) -> bool:
    by_products = new.basis == old.basis == _Basis.PRODUCTS
    return bool(by_products and new.due_on and old.due_on and new.due_on <= old.due_on)
