"""Tasks: all of a programme as they are filtered and sorted on the page, one with everything known; accepting one."""

from datetime import date
from typing import Literal

from django.db.models import Value
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router
from pydantic import Field

from tinhso.steering.api.corrections import TaskCorrection, wanted_task
from tinhso.steering.api.programmes import DayQuery
from tinhso.steering.api.seen import roster_of, row_for_accepting, seen_programme, unit_of
from tinhso.steering.api.task_shapes import TaskRow, TaskWhole, row_of, whole_of
from tinhso.steering.programmes.actions.accept import accept
from tinhso.steering.programmes.editing.correct import correct
from tinhso.steering.programmes.fetching import listed_tasks, whole_task
from tinhso.steering.programmes.filters import TaskFilter, tasks_of
from tinhso.steering.programmes.models import Programme, Task
from tinhso.steering.programmes.states import TaskState, state_on
from tinhso.surfaces.api.description import IF_MATCH
from tinhso.surfaces.api.etags import show_version, wanted_version
from tinhso.surfaces.api.paging import Page, PageQuery, page

router = Router()
#: A task without a day stands behind all that have one.
_NO_DAY = date(9999, 12, 31)
_ORDERS = {
    "position": ("position", "id"),
    "-position": ("-position", "-id"),
    "due": ("due_or_never", "position", "id"),
    "text": ("sort_key", "id"),
    "-text": ("-sort_key", "-id"),
}


class TaskQuery(DayQuery):
    """What a list of tasks may be narrowed to, as on the page; the empty value narrows nothing."""

    q: str = Field("", max_length=200, description="Từ cần tìm, có dấu hoặc không. Words, tone marks or not.")
    state: list[TaskState] = Field([], description="Tình trạng, có thể nhiều. States, one or more.")
    section: int | None = Field(None, ge=1, le=2**63 - 1, description="Đề mục. A section's id.")
    unit: str = Field("", max_length=100, description="Khóa đơn vị. A unit's key.")
    role: Literal["", "lead", "cooperator", "watcher"] = Field("lead", description="Đơn vị được nêu với vai trò gì.")
    due_from: date | None = Field(None, description="Hạn từ ngày. Due from this day.")
    due_to: date | None = Field(None, description="Hạn đến ngày. Due to this day.")
    basis: str = Field("", max_length=10, description="Thời hạn lấy từ đâu. How its day was obtained.")
    acceptance: Literal["", "proposed", "accepted", "corrected"] = ""
    without_lead: bool = Field(default=False, description="Không nêu người chủ trì. Nobody is named.")
    unsure_people: bool = Field(default=False, description="Còn tên chưa rõ là đơn vị nào. Some name is unsure.")
    order: Literal["position", "-position", "due", "text", "-text"] = "position"


@router.get("/{int:programme}/tasks", response=Page[TaskRow], url_name="tasks", summary="Nhiệm vụ của chương trình")
def list_tasks(
    request: HttpRequest, programme: int, *, asked: Query[TaskQuery], paging: Query[PageQuery]
) -> dict[str, object]:
    """The tasks that answer, each with its state on the day `on`."""
    found = seen_programme(request, programme)
    rows = tasks_of(found, _filter(asked), day=asked.day, roster=roster_of(found, asked.day))
    rows = rows.annotate(state=state_on(asked.day), due_or_never=Coalesce("due_on", Value(_NO_DAY)))
    return page(listed_tasks(rows), _ORDERS[asked.order], query=paging, request=request, show=_row)


@router.get("/{int:programme}/tasks/{int:task}", response=TaskWhole, url_name="task", summary="Một nhiệm vụ")
def get_task(
    request: HttpRequest, programme: int, task: int, *, response: HttpResponse, asked: Query[DayQuery]
) -> TaskWhole:
    """One task with owners, products, deadlines old and new, and its words in the document."""
    return shown_task(response, seen_programme(request, programme), task, day=asked.day)


@router.post(
    "/{int:programme}/tasks/{int:task}/acceptance",
    response=TaskWhole,
    url_name="accept_task",
    summary="Chấp nhận một nhiệm vụ",
    openapi_extra=IF_MATCH,
)
def accept_task(request: HttpRequest, programme: int, task: int, *, response: HttpResponse) -> TaskWhole:
    """Stand behind what the machine read: the task with its products, deadline and sure owners."""
    item, by = row_for_accepting(request, programme, Task.objects.current(), key=task)
    accept(item, by=by, version=wanted_version(request))
    return shown_task(response, item.programme, task, day=timezone.localdate())


def _row(task: Task) -> TaskRow:
    return row_of(task, TaskState(vars(task)["state"]))


@router.patch(
    "/{int:programme}/tasks/{int:task}",
    response=TaskWhole,
    url_name="correct_task",
    summary="Sửa một nhiệm vụ",
    openapi_extra=IF_MATCH,
)
def correct_task(
    request: HttpRequest, programme: int, task: int, *, response: HttpResponse, sent: TaskCorrection
) -> TaskWhole:
    """A person stands behind it from now on; what it said before is kept."""
    item, by = row_for_accepting(request, programme, Task.objects.current(), key=task)
    correct(item, wanted_task(sent, item), by=by, version=wanted_version(request))
    return shown_task(response, item.programme, task, day=timezone.localdate())


def shown_task(response: HttpResponse, programme: Programme, key: int, *, day: date) -> TaskWhole:
    """The task as it stands, with its version in the answer's ETag; or 404."""
    found = whole_task(programme, key)
    if found is None:
        raise Http404
    show_version(response, found.version)
    state = Task.objects.filter(pk=key).annotate(state=state_on(day)).values_list("state", flat=True)[0]
    return whole_of(found, TaskState(state))


def _filter(asked: TaskQuery) -> TaskFilter:
    return TaskFilter(
        query=asked.q,
        states=frozenset(asked.state),
        section=asked.section,
        unit=unit_of(asked.unit).pk if asked.unit else None,
        role=asked.role,
        due_from=asked.due_from,
        due_to=asked.due_to,
        basis=asked.basis,
        acceptance=asked.acceptance,
        without_lead=asked.without_lead,
        unsure_people=asked.unsure_people,
    )
