"""The API's doors of rounds and reports."""

from collections.abc import Callable, Mapping

from tests.doors.sending import reporting
from tests.doors.sending.api_items import figure
from tests.doors.world import Make, Sent, World
from tinhso.steering.reporting.models import Report, Round

_DUES = [{"sender": "district", "day": "2022-06-28"}]
_ROUND = {
    "kind": "ad_hoc",
    "basis": "free",
    "title": "Báo cáo nhanh",
    "first_day": "2022-07-01",
    "last_day": "2022-07-20",
    "dues": [{"sender": "district", "day": "2022-07-25"}],
}
_NEW = {"If-Match": '"0"'}


def _at(make: Callable[[World], Round], **content: object) -> Make:
    return lambda world: Sent(keys={"period": make(world).pk}, json=content)


def _about(make: Callable[[World], Report], **content: object) -> Make:
    return lambda world: Sent(keys={"report": make(world).pk}, json=content)


def _task(world: World) -> Sent:
    keys = {"report": reporting.report(world).pk, "task": world.task().pk}
    return Sent(keys=keys, json={"said": "doing", "note": "Đã trình"}, headers=_NEW)


def _figure(world: World) -> Sent:
    keys = {"report": reporting.report(world).pk, "indicator": world.indicator().pk}
    return Sent(keys=keys, json={"numerator": "5", "denominator": "10"}, headers=_NEW)


def _texts(world: World) -> Sent:
    found = reporting.report(world)
    return Sent(keys={"report": found.pk}, json={"results": "Đã làm"}, headers={"If-Match": f'"{found.version}"'})


def _nil(world: World) -> Sent:
    figure(world)
    return Sent(keys={"report": reporting.report(world).pk}, json={})


def _in_time(world: World) -> Sent:
    found = reporting.sent(world)
    Report.objects.filter(pk=found.pk).update(sent_on=found.due_on)
    return Sent(keys={"period": found.round_id})


SENT: Mapping[str, Make] = {
    "GET api:submission": _about(reporting.sent),
    "POST api:plan_round": lambda _world: Sent(json=_ROUND),
    "POST api:open_round": _at(reporting.planned),
    "POST api:close_round": _at(reporting.opened, reason="Hết hạn"),
    "POST api:reopen_round": _at(reporting.closed, reason="Gửi bổ sung"),
    "POST api:change_dues": _at(reporting.opened, dues=_DUES, reason="Nghỉ bù"),
    "POST api:remind_missing": _at(reporting.opened),
    "POST api:accept_in_time": _in_time,
    "PUT api:save_task_line": _task,
    "PUT api:save_figure_line": _figure,
    "PUT api:save_texts": _texts,
    "POST api:submit_report": _about(reporting.report),
    "POST api:send_nil": _nil,
    "POST api:approve_report": _about(reporting.at_head),
    "POST api:take_back_report": _about(reporting.at_head),
    "POST api:return_to_officer": _about(reporting.at_head, reason="Thiếu số"),
    "POST api:accept_report": _about(reporting.sent),
    "POST api:return_report": _about(reporting.sent, reason="Thiếu số"),
    "POST api:extend_report": _about(reporting.report, due_on="2022-06-30", reason="Thay cán bộ"),
}
