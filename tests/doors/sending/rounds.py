"""The doors of reporting rounds; Sở Thường trực Mẫu keeps that of the furnished programme."""

from collections.abc import Callable, Mapping
from datetime import date

from tests.doors.world import Make, Sent, World
from tinhso.steering.programmes.models import Duty
from tinhso.steering.reporting.models import Report, Round
from tinhso.steering.reporting.models.checks import Check

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


def _judge(verdict: str, state: Report.State, **form: object) -> Make:
    """The report in a state, and what is sent about it."""

    def make(world: World) -> Sent:
        sent_on = date(2022, 9, 20) if state == Report.State.SENT else None
        Report.objects.filter(pk=world.key("report")).update(state=state, sent_on=sent_on)
        return Sent(keys={"verdict": verdict}, form=_at(Round.State.OPEN, **form)(world).form)

    return make


def _accept_all(world: World) -> Sent:
    _judge("tiep-nhan", Report.State.SENT)(world)
    return Sent(keys={"errand": "tiep-nhan"})


SENT: Mapping[str, Make] = {
    "POST rounds:plan_all": _ordered,
    "POST rounds:plan": _plan,
    "GET rounds:act": _at(Round.State.OPEN),
    "POST rounds:act mo": _act("mo", Round.State.PLANNED),
    "POST rounds:act han": _act("han", Round.State.OPEN, day_district="22/9/2022", **_REASON),
    "POST rounds:act dong": _act("dong", Round.State.OPEN, **_REASON),
    "POST rounds:act mo-lai": _act("mo-lai", Round.State.CLOSED, **_REASON),
    "POST rounds:act nhac": _act("nhac", Round.State.OPEN),
    "POST rounds:act tiep-nhan": _accept_all,
    "GET rounds:judge": _judge("tra-lai", Report.State.SENT),
    "POST rounds:judge tiep-nhan": _judge("tiep-nhan", Report.State.SENT),
    "POST rounds:judge tra-lai": _judge("tra-lai", Report.State.SENT, **_REASON),
    "POST rounds:judge gia-han": _judge("gia-han", Report.State.UNOPENED, due_on="30/9/2022", **_REASON),
    "POST programme_settings:checks": lambda _world: Sent(form=dict.fromkeys(Check.values, "warn")),
}
