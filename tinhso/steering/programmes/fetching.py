"""Items with all their parts, for lists and pages: a constant number of queries."""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Model, Prefetch, QuerySet, prefetch_related_objects

from tinhso.steering.programmes.edition import KeptRows
from tinhso.steering.programmes.models import (
    Assignment,
    Candidate,
    Deadline,
    Deliverable,
    Duty,
    Indicator,
    Programme,
    Quantity,
    SourceSpan,
    Target,
    Task,
    TaskReference,
)
from tinhso.steering.programmes.models.indicators import IndicatorQuerySet
from tinhso.steering.programmes.models.sources import OWNERS
from tinhso.steering.programmes.task_queries import TaskQuerySet

#: So many tasks and indicators a process keeps: those of a few programmes.
MOST_TASKS, MOST_INDICATORS = 3_000, 500
#: What is read of a place: where it is, and whose.
_PLACE = ("document", "start", "end", "indicator", "task")
Whole = TypeVar("Whole", Indicator, Task)


def listed_indicators(indicators: IndicatorQuerySet) -> QuerySet[Indicator]:
    """With ``section``, ``targets`` and ``assignments`` (both current, in order): three queries."""
    return indicators.select_related("section").prefetch_related(_current(Target, "targets"), _people())


def listed_tasks(tasks: TaskQuerySet) -> QuerySet[Task]:
    """With ``section``, ``deliverables`` and ``assignments`` (both current, in order): three queries."""
    return tasks.select_related("section").prefetch_related(_current(Deliverable, "deliverables"), _people())


def tasks_by_key(keys: Iterable[int]) -> dict[int, Task]:
    """As ``listed_tasks``, in the order of the keys; kept and shared, never to be changed. Three queries at most."""
    return _TASKS.of(keys)


def indicators_by_key(keys: Iterable[int]) -> dict[int, Indicator]:
    """As ``listed_indicators``, in the order of the keys; kept and shared as tasks are."""
    return _INDICATORS.of(keys)


def whole_indicator(programme: Programme, key: int) -> Indicator | None:
    """One indicator for its page, withdrawn or not."""
    rows = Indicator.objects.filter(programme=programme, pk=key).select_related("section", "accepted_by")
    found = rows.prefetch_related(_current(Target, "targets"), _people(), _spans()).first()
    return _with_choices(found) if found else None


def whole_task(programme: Programme, key: int) -> Task | None:
    """One task for its page, withdrawn or not: people, deadlines (also superseded), products, citations, amounts,
    parent and children, the places in the document."""
    rows = Task.objects.filter(programme=programme, pk=key).select_related("parent", "accepted_by")
    own = (field.name for field in Task._meta.concrete_fields)
    found = (
        rows.only(*own, "parent__code", "parent__text", "accepted_by__display_name")
        .prefetch_related(
            _people(),
            _spans(),
            Prefetch("deadlines", Deadline.objects.current().order_by("-pk")),
            _current(Deliverable, "deliverables", "quantities", "deadlines"),
            Prefetch("references", TaskReference.objects.order_by("pk")),
            Prefetch("quantities", Quantity.objects.order_by("pk")),
            Prefetch("children", Task.objects.current().in_document_order().only("parent")),
        )
        .first()
    )
    return _with_choices(found) if found else None


def fetched_with(item: Model, name: str) -> bool:
    """Whether the item's rows of that name came with it, as those of a whole task: to ask for them is then no query."""
    return name in vars(item).get("_prefetched_objects_cache", {})


def duties_of(programme: Programme) -> QuerySet[Duty]:
    """The duties to report, with their people."""
    rows = Duty.objects.filter(programme=programme).current().in_document_order()
    return rows.prefetch_related(_people())


def spans_of(programme: Programme) -> list[SourceSpan]:
    """Every place of the programme's present document that states an item, in reading order, with the item: one query.

    ``span.kind`` names the kind; ``getattr(span, span.kind)`` is the item.
    """
    rows = SourceSpan.objects.filter(document=programme.document_id).select_related(*OWNERS, "target__indicator")
    return list(rows.order_by("start", "-end", "pk"))


def _people() -> Prefetch[str]:
    rows = Assignment.objects.current().order_by("position", "pk").select_related("unit", "post__unit", "group")
    return Prefetch("assignments", rows)


def _with_choices(item: Whole) -> Whole:
    """With what an unsure wording may mean, which only the page of an item offers."""
    unsure = [each for each in item.assignments.all() if each.certainty == Assignment.Certainty.UNSURE]
    if unsure:
        candidates = Candidate.objects.select_related("unit", "post", "group").order_by("place")
        prefetch_related_objects(unsure, Prefetch("candidates", candidates))
    return item


def _current(model: type[Model], name: str, *further: str) -> Prefetch[str]:
    rows = model._default_manager.filter(withdrawn_at=None).order_by("position", "pk")
    return Prefetch(name, rows.prefetch_related(*further))


def _spans() -> Prefetch[str]:
    return Prefetch("spans", SourceSpan.objects.order_by("document", "start", "pk").only(*_PLACE))


_TASKS = KeptRows(lambda keys: listed_tasks(Task.objects.filter(pk__in=keys).order_by()), MOST_TASKS)
_INDICATORS = KeptRows(
    lambda keys: listed_indicators(Indicator.objects.filter(pk__in=keys).order_by()), MOST_INDICATORS
)
