"""Items with all their parts, for lists and pages: a constant number of queries."""

from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from django.db.models import Model, Prefetch, QuerySet, prefetch_related_objects

from tinhso.kernel.accounts.standing import ACCOUNTS
from tinhso.kernel.organisations.edition import kept_for
from tinhso.steering.programmes.edition import WITH_UNITS, KeptRows
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
#: So many of each with all their parts.
MOST_WHOLE = 1_500
#: So many are read at once.
BESIDE = 10
#: What is read of a place: where it is, and whose.
_PLACE = ("document", "start", "end", "indicator", "task")
Whole = TypeVar("Whole", Indicator, Task, Duty)


@kept_for(*WITH_UNITS)
def programmes_shown() -> dict[int, Programme]:
    """Every programme with its document and coordinating unit, the newest first; kept and shared, never to be changed.
    One query."""
    return {row.pk: row for row in Programme.objects.select_related("document", "coordinating_unit")}


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
    """One indicator with all its parts, withdrawn or not, to be worked on."""
    return next(iter(_whole_indicators([key], programme=programme)), None)


def indicator_shown(programme: Programme, key: int) -> Indicator | None:
    """The same for a page that only shows it; kept and shared, never to be changed."""
    found = _WHOLE_INDICATORS.of(_beside(key)).get(key)
    return found if found and found.programme_id == programme.pk else None


def whole_task(programme: Programme, key: int) -> Task | None:
    """One task with all its parts, withdrawn or not, to be worked on: people, deadlines (also superseded), products,
    citations, amounts, parent and children, the places in the document."""
    return next(iter(_whole_tasks([key], programme=programme)), None)


def task_shown(programme: Programme, key: int) -> Task | None:
    """The same for a page that only shows it; kept and shared, never to be changed."""
    found = _WHOLE_TASKS.of(_beside(key)).get(key)
    return found if found and found.programme_id == programme.pk else None


def fetched_with(item: Model, name: str) -> bool:
    """Whether the item's rows of that name came with it, as those of a whole task: to ask for them is then no query."""
    return name in vars(item).get("_prefetched_objects_cache", {})


def duties_of(programme: Programme) -> QuerySet[Duty]:
    """The duties to report, with their people."""
    rows = Duty.objects.filter(programme=programme).current().in_document_order()
    return rows.prefetch_related(_people())


def whole_duty(programme: Programme, key: int) -> Duty | None:
    """One duty with its people and the places in the document, withdrawn or not."""
    places = Prefetch("spans", SourceSpan.objects.order_by("document", "start", "pk"))
    rows = Duty.objects.filter(pk=key, programme=programme).prefetch_related(_people(), places)
    return next(iter(_with_choices(rows)), None)


def spans_of(programme: Programme) -> list[SourceSpan]:
    """Every place of the programme's present document that states an item, in reading order, with the item: one query.

    ``span.kind`` names the kind; ``getattr(span, span.kind)`` is the item.
    """
    rows = SourceSpan.objects.filter(document=programme.document_id).select_related(*OWNERS, "target__indicator")
    return list(rows.order_by("start", "-end", "pk"))


def _people() -> Prefetch[str]:
    rows = Assignment.objects.current().order_by("position", "pk").select_related("unit", "post__unit", "group")
    return Prefetch("assignments", rows)


def _beside(key: int) -> range:
    """The keys read together with one: ten items cost little more than one, and who looks at one looks at others."""
    first = key - key % BESIDE
    return range(first, first + BESIDE)


def _whole_indicators(keys: Collection[int], **narrowed: object) -> list[Indicator]:
    rows = Indicator.objects.filter(pk__in=keys, **narrowed).select_related("section", "accepted_by")
    return _with_choices(rows.prefetch_related(_current(Target, "targets"), _people(), _spans()))


def _whole_tasks(keys: Collection[int], **narrowed: object) -> list[Task]:
    rows = Task.objects.filter(pk__in=keys, **narrowed).select_related("parent", "accepted_by")
    own = (field.name for field in Task._meta.concrete_fields)
    return _with_choices(
        rows.only(*own, "parent__code", "parent__text", "accepted_by__display_name").prefetch_related(
            _people(),
            _spans(),
            Prefetch("deadlines", Deadline.objects.current().order_by("-pk")),
            _current(Deliverable, "deliverables", "quantities", "deadlines"),
            Prefetch("references", TaskReference.objects.order_by("pk")),
            Prefetch("quantities", Quantity.objects.order_by("pk")),
            Prefetch("children", Task.objects.current().in_document_order().only("parent")),
        )
    )


def _with_programme(read: Callable[[Collection[int]], list[Whole]]) -> Callable[[Collection[int]], list[Whole]]:
    """What is kept holds the programme that is kept, so that no page asks for it."""

    def reading(keys: Collection[int]) -> list[Whole]:
        items, programmes = read(keys), programmes_shown()
        for item in items:
            item.programme = programmes[item.programme_id]
        return items

    return reading


def _with_choices(rows: QuerySet[Whole]) -> list[Whole]:
    """With what an unsure wording may mean, which only the page of an item offers."""
    items = list(rows)
    people = (each for item in items for each in item.assignments.all())
    if unsure := [each for each in people if each.certainty == Assignment.Certainty.UNSURE]:
        candidates = Candidate.objects.select_related("unit", "post__unit", "group").order_by("place")
        prefetch_related_objects(unsure, Prefetch("candidates", candidates))
    return items


def _current(model: type[Model], name: str, *further: str) -> Prefetch[str]:
    rows = model._default_manager.filter(withdrawn_at=None).order_by("position", "pk")
    return Prefetch(name, rows.prefetch_related(*further))


def _spans() -> Prefetch[str]:
    return Prefetch("spans", SourceSpan.objects.order_by("document", "start", "pk").only(*_PLACE))


_TASKS = KeptRows(lambda keys: listed_tasks(Task.objects.filter(pk__in=keys).order_by()), MOST_TASKS)
_INDICATORS = KeptRows(
    lambda keys: listed_indicators(Indicator.objects.filter(pk__in=keys).order_by()), MOST_INDICATORS
)
#: Who stands behind an item is named on its page.
_NAMED = (*WITH_UNITS, ACCOUNTS)
_WHOLE_TASKS = KeptRows(_with_programme(_whole_tasks), MOST_WHOLE, tables=_NAMED)
_WHOLE_INDICATORS = KeptRows(_with_programme(_whole_indicators), MOST_WHOLE, tables=_NAMED)
