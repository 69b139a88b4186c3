"""Giao chỉ đạo: what the chair orders here becomes a task of the programme."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Status
from pydantic import Field

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.organisations.errors import NoSuchUnit
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.api.seen import seen_programme, unit_of
from tinhso.steering.api.task_shapes import TaskWhole
from tinhso.steering.api.tasks import shown_task
from tinhso.steering.following.actions.direct_task import direct_task
from tinhso.steering.following.hands import Hand
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.shapes import Sent

router = Router()


class DirectiveSent(Sent):
    """What is to be done, by whom, by when."""

    model_config = {
        **Sent.model_config,
        **shown_as({"text": "Rà soát tiến độ dịch vụ công", "leads": ["so-tttt"], "due_on": "2022-07-15"}),
    }

    text: str = Field(min_length=1, max_length=4_000)
    leads: list[str] = Field(min_length=1, max_length=20, description="Khóa các đơn vị chủ trì. Keys of the units.")
    due_on: date | None = None


@router.post("/{int:programme}/directives", response={201: TaskWhole}, url_name="direct", summary="Giao chỉ đạo")
def send_directive(
    request: HttpRequest, programme: int, *, response: HttpResponse, sent: DirectiveSent
) -> Status[TaskWhole]:
    """The task, whose units are told; the same order sent twice is one task."""
    found, by = seen_programme(request, programme), require(request, Verb.DIRECT)
    today = timezone.localdate()
    roster = Roster.on(max(today, found.starts_on))
    leads = [_standing(key, roster) for key in dict.fromkeys(sent.leads)]
    task = direct_task(found, sent.text, leads=leads, due_on=sent.due_on, hand=Hand(by))
    return Status(201, shown_task(response, found, task.pk, day=today))


def _standing(key: str, roster: Roster) -> UnitVersion:
    version = roster.units.get(unit_of(key).pk)
    if version is None:
        raise NoSuchUnit(key=key)
    return version
