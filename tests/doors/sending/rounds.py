"""The doors of reporting rounds; Sở Thường trực Mẫu keeps that of the furnished programme."""

from collections.abc import Callable, Mapping

from tests.doors.world import Make, Sent, World
from tinhso.steering.programmes.models import Duty
from tinhso.steering.reporting.models import Round

_PLANNED = {"kind": "quarter", "basis": "decree", "year": 2022, "number": 4, "day_district": "20/12/2022"}
_REASON = {"reason": "Theo chỉ đạo"}


def _ordered(world: World) -> Sent:
    facts = {"what": "Báo cáo", "frequency": "yearly", "day": 20, "before": True}
    Duty.objects.filter(programme=world.programme).delete()
    Duty.objects.create(programme=world.programme, position=1, **facts)
    return Sent()


def _plan(world: World) -> Sent:
    return Sent(form={**_PLANNED, "programmes": [str(world.programme.pk)]})


def _at(state: Round.State, **form: object) -> Callable[[World], Sent]:
    """The round in a state, and what is sent about it."""

    def make(world: World) -> Sent:
        Round.objects.filter(pk=world.key("round_")).update(state=state, coordinating_unit=world.department)
        return Sent(form=form)

    return make


def _act(errand: str, state: Round.State, **form: object) -> Make:
    def make(world: World) -> Sent:
        return Sent(keys={"errand": errand}, form=_at(state, **form)(world).form)

    return make


SENT: Mapping[str, Make] = {
    "POST rounds:plan_all": _ordered,
    "POST rounds:plan": _plan,
    "GET rounds:act": _at(Round.State.OPEN),
    "POST rounds:act mo": _act("mo", Round.State.PLANNED),
    "POST rounds:act han": _act("han", Round.State.OPEN, day_district="22/9/2022", **_REASON),
    "POST rounds:act dong": _act("dong", Round.State.OPEN, **_REASON),
    "POST rounds:act mo-lai": _act("mo-lai", Round.State.CLOSED, **_REASON),
}
