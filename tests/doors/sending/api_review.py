"""The API's doors of the review."""

from collections.abc import Mapping
from zlib import crc32

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.doors.world import Make, Sent, World
from tests.large import stored
from tests.readings import small_plan
from tinhso.steering.programmes.actions.apply import proposal_of, with_rest
from tinhso.steering.programmes.actions.decide import decide
from tinhso.steering.programmes.actions.make_public import public_keys
from tinhso.steering.programmes.editing.drop import drop
from tinhso.steering.programmes.models import Assignment, Programme
from tinhso.steering.reporting.actions.set_checks import severities_in, told

_WHY = {"reason": "Hết năm"}
_PLAN = "KẾ HOẠCH\nChuyển đổi số năm 2022\n1. Xây dựng Quy chế."


def _file(_world: World) -> Sent:
    return Sent(of=lambda _who: {"file": SimpleUploadedFile("ke-hoach.txt", _PLAN.encode())})


def _start(_world: World) -> Sent:
    plan = small_plan()
    plan.subject = "Kế hoạch khác năm 2022"
    return Sent(keys={"document": stored(plan.reading(), "khac.txt").pk}, json={})


def _item(world: World, **content: object) -> Sent:
    task = world.task()
    keys, headers = {"reviewed": f"task-{task.pk}"}, {"If-Match": f'"{task.version}"'}
    return Sent(keys=keys, json=content, headers=headers)


def _restore(world: World) -> Sent:
    task = world.task()
    drop(task, "Trùng", by=world.people["coordinator"], version=task.version)
    return _item(world)


def _merge(world: World) -> Sent:
    tasks = (world.task(), world.task("II.3"))
    return Sent(json={"items": [{"item": f"task-{task.pk}", "version": task.version} for task in tasks]})


def _handed(world: World) -> Sent:
    given = {"assignments": [world.task().assignments.get(role="lead").pk], "to": world.helper.key}
    return Sent(json={**given, "effective_on": "2022-06-01", "reason": "Biên bản số 12"})


def _settings(world: World) -> Sent:
    stands = world.programme
    names = ("name", "named_day_is_late", "confirmer", "head_approves", "reminder_days", "silence_days")
    days = {name: getattr(stands, name).isoformat() for name in ("starts_on", "ends_on")}
    wanted = {**{name: getattr(stands, name) for name in names}, **days, "coordinating_unit": None}
    return Sent(json=wanted, headers={"If-Match": f'"{stands.version}"'})


def _checks(world: World) -> Sent:
    stands = told(severities_in(world.programme))
    return Sent(json={"checks": {"jump": "block"}}, headers={"If-Match": f'"{crc32(stands.encode())}"'})


def _public(world: World) -> Sent:
    stands = ",".join(map(str, sorted(public_keys(world.programme))))
    return Sent(json={"page": False, "indicators": []}, headers={"If-Match": f'"{crc32(stands.encode())}"'})


def _apply(world: World) -> Sent:
    """Everything in the document read again is decided."""
    programme = Programme.objects.select_related("document__reading").get(pk=world.programme.pk)
    proposal = proposal_of(programme, programme.document)
    decide(programme, programme.document, with_rest(proposal, {}), by=world.people["coordinator"])
    return Sent(keys={"document": programme.document_id}, headers={"If-Match": f'"{programme.version}"'})


def _choose(world: World) -> Sent:
    named = Assignment.objects.filter(pk=world.key("assignment"))
    named.update(certainty="unsure", unit=None, post=None)
    return Sent(json={"place": 0}, headers={"If-Match": f'"{named[0].version}"'})


def _measure(world: World) -> Sent:
    wanted = {"kind": "ratio", "aggregation": "sum", "timing": "cumulative", "better": "up", "share_of_whole": False}
    return Sent(
        keys={"indicator": world.indicator().pk}, json={**wanted, "levels": ["district"]}, headers={"If-Match": '"1"'}
    )


_RULE = {"valid_from": "2022-07-01", "on_the_day": True, "weeks": 2, "head_after": 1}
SENT: Mapping[str, Make] = {
    "POST api:receive": _file,
    "POST api:receive_text": lambda _world: Sent(json={"text": _PLAN}),
    "POST api:start_programme": _start,
    "POST api:add_item": lambda _world: Sent(json={"kind": "task", "words": "Các sở, ngành báo cáo kết quả"}),
    "POST api:accept_item": _item,
    "POST api:split_item": lambda world: _item(world, at=15),
    "POST api:drop_item": lambda world: _item(world, reason="Trùng với mục khác"),
    "POST api:restore_item": _restore,
    "POST api:accept_items": lambda _world: Sent(json={"kinds": ["task"]}),
    "POST api:merge_items": _merge,
    "POST api:hand_over": _handed,
    "POST api:decide_changes": lambda _world: Sent(json={"rest": True}),
    "POST api:apply_comparison": _apply,
    "PUT api:change_settings": _settings,
    "PUT api:set_checks": _checks,
    "PUT api:make_public": _public,
    "PUT api:set_reminder_rule": lambda _world: Sent(json=_RULE, headers={"If-Match": '"0"'}),
    "POST api:close_programme": lambda _world: Sent(json=_WHY),
    "POST api:reopen_programme": lambda _world: Sent(json=_WHY),
    "POST api:choose_owner": _choose,
    "POST api:direct": lambda world: Sent(json={"text": "Rà soát tiến độ", "leads": [world.lead.key]}),
    "PUT api:settle_measure": _measure,
}
