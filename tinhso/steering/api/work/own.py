"""Việc của tôi: what waits for the caller over all running programmes, and the tasks that his units lead."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Query, Router, Schema
from pydantic import Field

from tinhso.kernel.accounts.standing import person
from tinhso.steering.api.programmes import DayQuery
from tinhso.steering.api.seen import seen_programmes
from tinhso.steering.following.laying import Laid, laid_out
from tinhso.steering.following.led import Due, last_entries, led_by_due, loads
from tinhso.steering.following.models import Completion, Deed, Extension, PersonalWork, ProgressEntry, UnitRequest
from tinhso.steering.following.waiting import desk_of
from tinhso.steering.programmes.models import Task
from tinhso.surfaces.api.examples import shown_as

router = Router()
#: How many tasks of one part are told; the lists of a programme tell the others.
MOST = 200
_TASK = {
    "id": 41,
    "programme": 1,
    "code": "II.1.a",
    "text": "Xây dựng Quy chế quản lý, vận hành",
    "due_on": "2022-09-30",
    "page": "/chuong-trinh/1/nhiem-vu/41",
}
_DEED = {
    "deed": 77,
    "kind": "progress",
    "day": "2022-06-15",
    "account": "can-bo",
    "in_name_of": None,
    "note": "Đã trình dự thảo Quy chế",
    "reason": "",
    "wanted_on": None,
    "task": _TASK,
}


class OwnTask(Schema):
    """A task, as far as a list of things to do needs it."""

    model_config = shown_as(_TASK)

    id: int
    programme: int
    code: str
    text: str
    due_on: date | None
    page: str


class LedTask(OwnTask):
    """A task that the caller's unit leads, with what was last said of it."""

    model_config = shown_as({**_TASK, "said": "doing", "said_on": "2022-06-15"})

    said: str | None = Field(description="Lần cập nhật gần nhất. What the last report said.")
    said_on: date | None


class WaitingDeed(Schema):
    """What somebody did that waits for the caller's answer; `/deeds/{deed}` has it whole."""

    model_config = shown_as(_DEED)

    deed: int
    kind: str
    day: date
    account: str = Field(description="Tên đăng nhập của người làm. Who did it.")
    in_name_of: str | None
    note: str
    reason: str = Field(description="Vì sao bị trả lại. Why it was returned.")
    wanted_on: date | None = Field(description="Hạn được đề nghị, hoặc hạn của phần việc. The day that it names.")
    task: OwnTask


class LedPart(Schema):
    """Tasks that are due alike: how many, and the first of them."""

    model_config = shown_as({"count": 1, "tasks": [{**_TASK, "said": None, "said_on": None}]})

    count: int
    tasks: list[LedTask]


class LoadShown(Schema):
    """How many parts of tasks a person of the caller's units has to do."""

    model_config = shown_as({"account": "can-bo", "open": 3, "overdue": 1, "serves": True})

    account: str
    open: int
    overdue: int
    serves: bool = Field(description="Còn làm việc ở đơn vị. Still serves here.")


class OwnWork(Schema):
    """The lists of the page, each in the order of the programmes and of the plan."""

    model_config = shown_as(
        {
            "on": "2022-06-15",
            "to_approve": [_DEED],
            "to_confirm": [],
            "to_decide": [],
            "to_answer": [],
            "sent_back": [],
            "came_back": [],
            "to_do": [],
            "led": {"overdue": {"count": 0, "tasks": []}},
            "team": [],
        }
    )

    on: date
    to_approve: list[WaitingDeed] = Field(description="Chờ duyệt. Reports, requests for time, claims to approve.")
    to_confirm: list[WaitingDeed] = Field(description="Chờ xác nhận hoàn thành. Claims to confirm.")
    to_decide: list[WaitingDeed] = Field(description="Chờ quyết định gia hạn. Requests for more time to decide.")
    to_answer: list[WaitingDeed] = Field(description="Đơn vị khác đề nghị. What other units ask.")
    sent_back: list[WaitingDeed] = Field(description="Cập nhật bị trả lại. Reports to say anew.")
    came_back: list[OwnTask] = Field(description="Báo hoàn thành bị trả lại. Tasks whose claim was returned.")
    to_do: list[WaitingDeed] = Field(description="Phần việc được giao. Parts of tasks given to the caller.")
    led: dict[Due, LedPart] = Field(description="overdue, soon, later, undated, standing")
    team: list[LoadShown]


@router.get("/own-work", response=OwnWork, url_name="own_work", summary="Việc của tôi")
def get_own_work(request: HttpRequest, asked: Query[DayQuery]) -> OwnWork:
    """What waits for the account on the day, and the open tasks of its units by when they are due."""
    desk = desk_of(person(request), asked.day, seen_programmes(request))
    keys = {due: (len(part), part[:MOST]) for due, part in led_by_due(desk).items()}
    shown = [key for _count, part in keys.values() for key in part]
    laid, last = laid_out(desk, shown), last_entries(shown)
    return OwnWork(
        on=asked.day,
        **_waiting(laid),
        came_back=[OwnTask(**_task(task)) for task in laid.came_back],
        led={
            due: LedPart(count=count, tasks=[_led(laid.tasks[key], last.get(key)) for key in part])
            for due, (count, part) in keys.items()
        },
        team=[
            LoadShown(account=load.person.username, open=load.open, overdue=load.overdue, serves=not load.gone)
            for load in loads(laid.team, asked.day)
        ],
    )


def _waiting(laid: Laid) -> dict[str, list[WaitingDeed]]:
    return {
        "to_approve": [_deed(each) for each in (*laid.entries, *laid.extensions, *laid.claims)],
        "to_confirm": [_deed(each) for each in laid.to_confirm],
        "to_decide": [_deed(each) for each in laid.to_decide],
        "to_answer": [_deed(each) for each in laid.to_answer],
        "sent_back": [_deed(each, reason=each.reason) for each in laid.sent_back],
        "to_do": [_deed(each) for each in laid.to_do],
    }


def _deed(each: Deed, *, reason: str = "") -> WaitingDeed:
    return WaitingDeed(
        deed=each.pk,
        kind=each.kind,
        day=each.day,
        account=each.account.username,
        in_name_of=each.in_name_of.username if each.in_name_of else None,
        note=each.note,
        reason=reason,
        wanted_on=_wanted_on(each),
        task=OwnTask(**_task(each.task)),
    )


def _wanted_on(each: Deed) -> date | None:
    if isinstance(each, Extension):
        return each.asked_on
    if isinstance(each, UnitRequest | PersonalWork):
        return each.due_on
    return each.day if isinstance(each, Completion) else None


def _led(task: Task, last: ProgressEntry | None) -> LedTask:
    return LedTask(**_task(task), said=last.said if last else None, said_on=last.day if last else None)


def _task(task: Task) -> dict[str, Any]:
    return {
        "id": task.pk,
        "programme": task.programme_id,
        "code": task.code,
        "text": task.text,
        "due_on": task.due_on,
        "page": reverse("pages:task", args=(task.programme_id, task.pk)),
    }
