"""What the search over everything finds here: programmes, indicators, tasks, documents and places in a plan's text."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.urls import reverse

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.search.findable import Hit, Kind, Seeker, Seen, Source
from tinhso.lib.dates import write_date
from tinhso.steering.pages.asked import looked_at
from tinhso.steering.programmes.models import (
    Assignment,
    Deliverable,
    Heading,
    Indicator,
    Item,
    Objective,
    PlanDocument,
    Programme,
    Task,
)
from tinhso.steering.programmes.models.assignments import AssignmentQuerySet


def _seen(seeker: Seeker) -> Seen:
    if not _may_read(seeker):
        return False
    return Programme.objects.visible_to(seeker.account, seeker.day).order_by().values("pk")


def _may_read(seeker: Seeker) -> bool:
    return standing(seeker.account, seeker.day).may(Verb.READ_PROGRAMMES)


def _here(seeker: Seeker) -> int | None:
    return looked_at(seeker.session)


def _own(seeker: Seeker) -> AssignmentQuerySet:
    """What names a unit at which the person holds a role."""
    units = [held.unit_id for held in standing(seeker.account, seeker.day).roles if held.unit_id]
    return Assignment.objects.current().meaning(units=units)


def _own_tasks(seeker: Seeker) -> QuerySet[Any, Any]:
    return _own(seeker).filter(task__isnull=False).values("task")


def _own_indicators(seeker: Seeker) -> QuerySet[Any, Any]:
    return _own(seeker).filter(indicator__isnull=False).values("indicator")


def programmes(keys: Sequence[int], seeker: Seeker) -> Mapping[int, Hit]:
    """Programmes with their period."""
    return {
        each.pk: Hit(
            each.name,
            reverse("pages:board", args=(each.pk,)),
            detail=f"{write_date(each.starts_on)} – {write_date(each.ends_on)}",
            note="" if each.state == Programme.State.RUNNING else each.get_state_display(),
        )
        for each in Programme.objects.filter(pk__in=keys)
    }


def indicators(keys: Sequence[int], seeker: Seeker) -> Mapping[int, Hit]:
    """Indicators with their programme."""
    return {
        each.pk: Hit(
            each.name,
            reverse("pages:indicator", args=(each.programme_id, each.pk)),
            code=each.code,
            detail=each.programme.name,
            note=_gone(each),
        )
        for each in Indicator.objects.filter(pk__in=keys).select_related("programme")
    }


def tasks(keys: Sequence[int], seeker: Seeker) -> Mapping[int, Hit]:
    """Tasks with those who lead them."""
    leads = Assignment.objects.current().in_roles(Assignment.Role.LEAD).order_by("position", "pk")
    found = Task.objects.filter(pk__in=keys).select_related("programme")
    return {
        each.pk: Hit(
            each.text,
            reverse("pages:task", args=(each.programme_id, each.pk)),
            code=each.code,
            detail=" · ".join([*dict.fromkeys(lead.wording for lead in each.assignments.all()), each.programme.name]),
            note=_gone(each),
        )
        for each in found.prefetch_related(Prefetch("assignments", leads))
    }


def documents(keys: Sequence[int], seeker: Seeker) -> Mapping[int, Hit]:
    """Documents: the one that a programme stands on opens its text there, any other what was read in it."""
    used = dict(Programme.objects.filter(document__in=keys).values_list("document", "pk"))
    return {
        each.pk: Hit(
            each.title,
            reverse("pages:plan_text", args=(used[each.pk],))
            if each.pk in used
            else reverse("pages:document", args=(each.pk,)),
            code="/".join(part for part in (each.number, each.symbol) if part),
            detail=each.body or each.name,
        )
        for each in PlanDocument.objects.filter(pk__in=keys)
    }


def _passages(model: type[Heading] | type[Objective], column: str) -> Callable[[Sequence[int], Seeker], dict[int, Hit]]:
    """Places in a plan's text."""

    def show(keys: Sequence[int], seeker: Seeker) -> dict[int, Hit]:
        found = model._default_manager.filter(pk__in=keys).select_related("programme")
        return {
            each.pk: Hit(
                getattr(each, column),
                reverse("pages:plan_text", args=(each.programme_id,)) + f"#c{each.position}",
                code=getattr(each, "code", ""),
                detail=each.programme.name,
                note=_gone(each),
            )
            for each in found
        }

    return show


def _gone(item: Item) -> str:
    return "không còn trong bản sửa" if item.withdrawn_at else ""


def _item(model: type[Item], **words: tuple[str, ...]) -> Source:
    """An item of a programme, as long as the programme has it."""
    return Source(
        model=model,
        scope="programme",
        ended="withdrawn_at",
        code=words.get("code", ()),
        title=words["title"],
        body=words.get("body", ()),
    )


SEARCH: tuple[Kind, ...] = (
    Kind(
        name="programme",
        label="Chương trình",
        order=10,
        sources=(Source(model=Programme, scope="id", code=("code",), title=("name",)),),
        seen=_seen,
        show=programmes,
        here=_here,
    ),
    Kind(
        name="indicator",
        label="Chỉ tiêu",
        order=20,
        sources=(_item(Indicator, code=("code",), title=("name",), body=("text", "folded")),),
        seen=_seen,
        show=indicators,
        near=_own_indicators,
        here=_here,
    ),
    Kind(
        name="task",
        label="Nhiệm vụ",
        order=30,
        sources=(
            _item(Task, code=("code",), title=("text",), body=("section_title", "folded")),
            Source(model=Deliverable, key="task", scope="programme", body=("text",), ended="withdrawn_at"),
        ),
        seen=_seen,
        show=tasks,
        near=_own_tasks,
        here=_here,
    ),
    Kind(
        name="document",
        label="Văn bản",
        order=50,
        sources=(
            Source(
                model=PlanDocument,
                code=("number", "symbol"),
                title=("title",),
                body=("body", "name", "signer_name", "signer_post"),
            ),
        ),
        seen=_may_read,
        show=documents,
    ),
    Kind(
        name="heading",
        label="Đề mục của kế hoạch",
        order=51,
        sources=(_item(Heading, code=("code",), title=("text",)),),
        seen=_seen,
        show=_passages(Heading, "text"),
        here=_here,
    ),
    Kind(
        name="objective",
        label="Mục tiêu",
        order=21,
        sources=(_item(Objective, code=("code",), title=("text",)),),
        seen=_seen,
        show=_passages(Objective, "text"),
        here=_here,
    ),
)
