"""Tasks as JSON."""

from collections.abc import Sequence
from datetime import date, datetime

from django.urls import reverse
from ninja import Schema
from pydantic import Field

from tinhso.steering.api.bodies import Body, BodyWhole, bodies, whole_bodies
from tinhso.steering.api.quotes import Quote, quotes
from tinhso.steering.programmes.models import Deadline, Deliverable, Task
from tinhso.steering.programmes.states import TaskState
from tinhso.surfaces.api.examples import shown_as

_EXAMPLE = {
    "id": 41,
    "code": "II.1.a",
    "text": "Xây dựng Quy chế quản lý, vận hành Trung tâm điều hành thông minh",
    "section": 12,
    "parent": None,
    "standing": False,
    "state": "open_in_time",
    "due_on": "2022-09-30",
    "due_before": False,
    "due_basis": "month",
    "completed_on": None,
    "acceptance": "accepted",
    "bodies": [],
    "version": 3,
    "page": "/chuong-trinh/1/nhiem-vu/41",
}


class DeadlineShown(Schema):
    """A deadline; the one in force has no `superseded_at`."""

    id: int
    kind: str
    basis: str
    start_on: date | None
    due_on: date | None
    before: bool = Field(description="“trước ngày …”")
    wording: str
    superseded_at: datetime | None


class ProductShown(Schema):
    """A product named inside a task, with its own day when it has one."""

    id: int
    text: str
    due_on: date | None
    due_before: bool
    due_basis: str


class TaskRow(Schema):
    """A task of a list."""

    model_config = shown_as(_EXAMPLE)

    id: int
    code: str
    text: str
    section: int | None
    parent: int | None
    standing: bool = Field(description="Việc thường xuyên. A standing duty.")
    state: str = Field(
        description="open_in_time, open_overdue, open_undated, done_in_time, done_overdue, done_undated, standing"
    )
    due_on: date | None
    due_before: bool = Field(description="“trước ngày …”: ngày ghi là ngày cuối chưa đến. The day named is excluded.")
    due_basis: str
    completed_on: date | None
    acceptance: str = Field(description="proposed, accepted, corrected")
    bodies: Sequence[Body]
    version: int
    page: str = Field(description="Trang trong trình duyệt. Its page.")


class TaskWhole(TaskRow):
    """A task with everything known of it."""

    model_config = shown_as({**_EXAMPLE, "products": [], "deadlines": [], "children": [42, 43], "quotes": []})

    bodies: Sequence[BodyWhole]
    products: list[ProductShown]
    deadlines: list[DeadlineShown] = Field(description="Mới nhất trước. The newest first.")
    children: list[int]
    quotes: list[Quote]


def row_of(task: Task, state: TaskState) -> TaskRow:
    """For a task fetched as in lists."""
    return TaskRow(
        id=task.pk,
        code=task.code,
        text=task.text,
        section=task.section_id,
        parent=task.parent_id,
        standing=task.standing,
        state=state.value,
        due_on=task.due_on,
        due_before=task.due_before,
        due_basis=task.due_basis,
        completed_on=task.completed_on,
        acceptance=task.acceptance,
        bodies=bodies(task.assignments.all()),
        version=task.version,
        page=reverse("pages:task", args=(task.programme_id, task.pk)),
    )


def whole_of(task: Task, state: TaskState) -> TaskWhole:
    """For a task fetched whole."""
    return TaskWhole(
        **row_of(task, state).dict(exclude={"bodies"}),
        bodies=whole_bodies(task.assignments.all()),
        products=[_product(each) for each in task.deliverables.all()],
        deadlines=[_deadline(each) for each in task.deadlines.all()],
        children=[child.pk for child in task.children.all()],
        quotes=quotes(task.spans.all()),
    )


def _product(each: Deliverable) -> ProductShown:
    return ProductShown.from_orm(each)


def _deadline(each: Deadline) -> DeadlineShown:
    return DeadlineShown.from_orm(each)
