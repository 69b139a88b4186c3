"""Parts of one item given to another: the owners, targets, products and deadline that its words still mean."""

from collections.abc import Iterable
from typing import TypeVar

from tinhso.lib.text import fold
from tinhso.steering.programmes.models import (
    Assignment,
    Candidate,
    Deadline,
    Deliverable,
    EditableItem,
    Indicator,
    Item,
    SourceSpan,
    Target,
    Task,
)

Part = TypeVar("Part", bound=Item)


def copy(part: Part, **columns: object) -> Part:
    """A new row that says the same for another item, with its places in the document."""
    spans = list(part.spans.all()) if hasattr(part, "spans") else []
    old = part.pk
    twin = type(part)._default_manager.get(pk=old)
    twin.pk, twin.version, twin.reading_index = None, 1, None
    twin._state.adding = True
    for name, value in columns.items():
        setattr(twin, name, value)
    twin.save()
    column = str(part._meta.model_name)
    SourceSpan.objects.bulk_create(
        SourceSpan(
            document_id=span.document_id,
            start=span.start,
            end=span.end,
            table=span.table,
            row=span.row,
            **{column: twin},
        )
        for span in spans
    )
    return twin


def copy_owners(source: EditableItem, to: EditableItem) -> None:
    """The owners of one item become owners of the other as well, each body once in each role."""
    column = str(source._meta.model_name)
    known = {_says(each) for each in _owners(to)}
    place = len(known)
    for each in _owners(source):
        if _says(each) not in known:
            twin = copy(each, position=place, **{column: to})
            candidates = Candidate.objects.filter(assignment=each)
            Candidate.objects.bulk_create(
                Candidate(assignment=twin, place=one.place, unit=one.unit, post=one.post, group=one.group)
                for one in candidates
            )
            known.add(_says(each))
            place += 1


def copy_targets(source: Indicator, to: Indicator) -> None:
    """Targets that the other does not have yet."""
    known = {each.written() + each.conditions() for each in _targets(to)}
    for place, each in enumerate(_targets(source), start=len(known)):
        if each.written() + each.conditions() not in known:
            copy(each, indicator=to, position=place)


def copy_products(source: Task, to: Task) -> None:
    """Products that the other does not have yet, with their deadlines."""
    known = {fold(each.text) for each in _products(to)}
    for place, each in enumerate(_products(source), start=len(known)):
        if fold(each.text) not in known:
            twin = copy(each, task=to, position=place)
            for deadline in Deadline.objects.in_force().filter(deliverable=each):
                copy(deadline, deliverable=twin)


def _owners(item: EditableItem) -> Iterable[Assignment]:
    rows = Assignment.objects.current().filter(**{str(item._meta.model_name): item})
    return rows.order_by("position", "pk")


def _targets(indicator: Indicator) -> list[Target]:
    return list(Target.objects.current().filter(indicator=indicator).order_by("position", "pk"))


def _products(task: Task) -> list[Deliverable]:
    return list(Deliverable.objects.current().filter(task=task).order_by("position", "pk"))


def _says(owner: Assignment) -> tuple[object, ...]:
    body = (owner.unit_id, owner.post_id, owner.group_id)
    return (owner.role, *body) if any(body) else (owner.role, fold(owner.wording))


def copy_places(source: EditableItem, to: EditableItem) -> None:
    """The places of one item's words state the other as well."""
    column = str(source._meta.model_name)
    SourceSpan.objects.bulk_create(
        SourceSpan(
            document_id=span.document_id,
            start=span.start,
            end=span.end,
            table=span.table,
            row=span.row,
            **{column: to},
        )
        for span in SourceSpan.objects.filter(**{column: source})
    )
