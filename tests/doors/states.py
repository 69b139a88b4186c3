"""The states in which a door is tried, by the words of the table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils import timezone

from tests.doors.world import World
from tinhso.kernel.reorganisations.models import Draft
from tinhso.steering.following.actions.complete_task import Claim, claim_completion
from tinhso.steering.following.models import Completion, Extension, PersonalWork, UnitRequest
from tinhso.steering.programmes.actions.close import close_programme
from tinhso.steering.programmes.models import Indicator, Programme, Task

Turn = Callable[[World], object]


def _nothing(_world: World) -> None:
    """As furnished."""


def _closed(world: World) -> None:
    close_programme(world.programme, "Hết năm", by=world.people["administrator"])


def _withdrawn(world: World) -> None:
    now = timezone.now()
    Task.objects.filter(programme=world.programme).update(withdrawn_at=now)
    Indicator.objects.filter(programme=world.programme).update(withdrawn_at=now)


def _done(world: World) -> None:
    for code in ("II.1", "II.4", "II.5"):
        claim_completion(world.task(code), Claim(reason="Nộp sau"), world.hand("officer"))


def _settled(world: World) -> None:
    PersonalWork.objects.update(state=PersonalWork.State.DONE)
    UnitRequest.objects.filter(state=UnitRequest.State.WAITING).update(state=UnitRequest.State.ANSWERED)
    Extension.objects.update(state=Extension.State.REFUSED)
    Completion.objects.update(state=Completion.State.CONFIRMED)


def _head_first(world: World) -> None:
    Programme.objects.filter(pk=world.programme.pk).update(head_approves=True)


def _enforced(world: World) -> None:
    Draft.objects.update(state=Draft.State.IN_FORCE)


@dataclass(frozen=True, slots=True)
class State:
    """What is done before the thing is made on which people act, and what after."""

    before: Turn = _nothing
    after: Turn = _nothing


STATES: Mapping[str, State] = {
    "–": State(),
    "đang thực hiện": State(),
    "chương trình đã kết thúc": State(after=_closed),
    "mục đã rút": State(after=_withdrawn),
    "đã báo hoàn thành": State(after=_done),
    "đã xử lý xong": State(after=_settled),
    "thủ trưởng duyệt trước": State(before=_head_first),
    "đã có hiệu lực": State(after=_enforced),
}
