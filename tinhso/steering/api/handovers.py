"""Giao tiếp: work of which a person decides who goes on with it after a reorganisation, and what was decided."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema, Status
from pydantic import Field

from tinhso.kernel.organisations.models import Unit
from tinhso.steering.api.programmes import DayQuery
from tinhso.steering.api.seen import for_accepting, roster_of, unit_of
from tinhso.steering.programmes.actions.hand_over import Taking, hand_over
from tinhso.steering.programmes.handing import Waiting, handed, waiting
from tinhso.steering.programmes.models import Assignment
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.shapes import Sent

router = Router()
_WORK = {"assignment": 88, "task": 41, "indicator": None, "code": "II.1.a", "role": "lead"}
_WAITING = {**_WORK, "holders": ["so-khcn", "so-noi-vu"], "why": "shared", "proposed": None}


class WorkWaiting(Schema):
    """Work that waits for a decision: who has it on the day, why a person is asked, whom the machine proposes."""

    model_config = shown_as(_WAITING)

    assignment: int
    task: int | None
    indicator: int | None
    code: str
    role: str
    holders: list[str]
    why: str
    proposed: str | None


class WorkHanded(Schema):
    """Work that a person has handed over."""

    model_config = shown_as({**_WORK, "to": "so-khcn", "effective_on": "2025-03-01"})

    assignment: int
    task: int | None
    indicator: int | None
    code: str
    role: str
    to: str
    effective_on: date


class Handovers(Schema):
    """What waits, and what is handed over now."""

    model_config = shown_as({"waiting": [_WAITING], "handed": []})

    waiting: list[WorkWaiting]
    handed: list[WorkHanded]


class HandoverSent(Sent):
    """Which work, to whom (null: the rules of succession hold again), from when, and on what grounds."""

    model_config = {
        **Sent.model_config,
        **shown_as({"assignments": [88], "to": "so-tttt", "effective_on": "2025-03-01", "reason": "Biên bản bàn giao"}),
    }

    assignments: list[int] = Field(min_length=1, max_length=2_000)
    to: str | None = Field(max_length=100, description="Khóa của đơn vị. The unit's key.")
    effective_on: date
    reason: str = Field(min_length=1, max_length=500)


class HandedOver(Schema):
    """How many were handed over; one that was so already is left as it is."""

    model_config = shown_as({"handed_over": 1})

    handed_over: int


@router.get("/{int:programme}/handovers", response=Handovers, url_name="handovers", summary="Việc cần giao tiếp")
def get_handovers(request: HttpRequest, programme: int, asked: Query[DayQuery]) -> Handovers:
    """As the page lists it on the day. For whoever may accept the plan's items."""
    found, _by = for_accepting(request, programme)
    asks, given = waiting(found, roster_of(found, asked.day)), handed(found)
    wanted = {unit for each in asks for unit in (*each.holders, each.proposed) if unit}
    keys = dict(Unit.objects.filter(pk__in=wanted).values_list("pk", "key"))
    return Handovers(waiting=[_waiting(each, keys) for each in asks], handed=[_handed(each) for each in given])


@router.post("/{int:programme}/handovers", response={201: HandedOver}, url_name="hand_over", summary="Giao tiếp")
def send_handover(request: HttpRequest, programme: int, sent: HandoverSent) -> Status[HandedOver]:
    """Chosen work goes to the unit that is named, from the day on."""
    found, by = for_accepting(request, programme)
    taking = Taking(unit_of(sent.to) if sent.to else None, sent.effective_on, sent.reason)
    return Status(201, HandedOver(handed_over=hand_over(found, sent.assignments, taking, by=by)))


def _waiting(each: Waiting, keys: dict[int, str]) -> WorkWaiting:
    return WorkWaiting(
        **_work(each.assignment),
        holders=[keys[unit] for unit in each.holders],
        why=each.mark.value,
        proposed=keys.get(each.proposed or 0),
    )


def _handed(each: Assignment) -> WorkHanded:
    to = each.handed_to.key if each.handed_to else ""
    return WorkHanded(**_work(each), to=to, effective_on=each.handed_on or date.min)


def _work(each: Assignment) -> dict[str, Any]:
    item = each.task or each.indicator
    return {
        "assignment": each.pk,
        "task": each.task_id,
        "indicator": each.indicator_id,
        "code": item.code if item else "",
        "role": each.role,
    }
