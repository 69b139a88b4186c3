"""The API's doors of items, figures and subscriptions."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.doors.world import Make, Sent, World
from tinhso.kernel.exchange.models import Subscription
from tinhso.steering.figures.actions.enter import enter
from tinhso.steering.figures.giving import Cell, Given, Whence
from tinhso.steering.figures.models import Value

_SUBSCRIPTION = {"name": "Trục mẫu", "address": "https://10.0.0.1/nhan", "events": []}
_FIGURE = {"numerator": "5", "denominator": "10"}
_SPAN = {"from_on": "2022-02-21", "to_on": "2022-06-14"}


def _task(world: World, **content: object) -> Sent:
    task = world.task()
    return Sent(keys={"task": task.pk}, json=content, headers={"If-Match": f'"{task.version}"'})


def _indicator(world: World, **content: object) -> Sent:
    found = world.indicator()
    return Sent(keys={"indicator": found.pk}, json=content, headers={"If-Match": f'"{found.version}"'})


def _duty(world: World) -> Sent:
    found = world.programme.duties.get(pk=world.key("duty"))
    return Sent(keys={"duty": found.pk}, json={"what": "báo cáo quý"}, headers={"If-Match": f'"{found.version}"'})


def _subscription(world: World, **content: object) -> Sent:
    made = Subscription.objects.create(name="Trục cũ", address="https://10.0.0.1/nhan")
    return Sent(keys={"subscription": made.pk}, json=content, headers={"If-Match": f'"{made.version}"'})


def figure(world: World) -> int:
    """What the officer of Huyện Mẫu has entered for his district."""
    days = world.programme.starts_on, world.programme.starts_on
    return enter(
        Cell(world.indicator(), world.lead, *days),
        Given(numerator=Decimal(5), denominator=Decimal(10)),
        Whence(by=world.people["officer"]),
    ).pk


def clash(world: World) -> int:
    """The same, for which a file says otherwise."""
    value: Value = Value.objects.get(pk=figure(world))
    cell = Cell(value.indicator, value.unit, value.from_on, value.to_on)
    file = Whence(by=None, source=Value.Source.IMPORTED, reference="bieu.csv:2")
    enter(cell, Given(numerator=Decimal(6), denominator=Decimal(10)), file)
    return int(value.pk)


def file_of_figures() -> SimpleUploadedFile:
    """One line: the indicator does not apply to Huyện Mẫu."""
    head = "chi_tieu,don_vi,tu_ngay,den_ngay,khong_ap_dung"
    line = "I.2,huyen-mau,21/02/2022,14/6/2022,x"
    return SimpleUploadedFile("quy-2.csv", f"{head}\n{line}\n".encode())


def _value(world: World, **content: object) -> Sent:
    return Sent(keys={"value": figure(world)}, json=content)


def _own(world: World) -> Sent:
    """Everybody for his own district."""
    keys = {"other_officer": world.helper.key}
    return replace(_lead(world), of=lambda who: {"unit": keys.get(who, world.lead.key)})


def _lead(world: World) -> Sent:
    content = {**_FIGURE, **_SPAN, "unit": world.lead.key}
    return Sent(keys={"indicator": world.indicator().pk}, json=content)


SENT: Mapping[str, Make] = {
    "POST api:accept_task": _task,
    "POST api:accept_indicator": _indicator,
    "PATCH api:correct_task": lambda world: _task(world, text="Ban hành Quy chế"),
    "PATCH api:correct_indicator": lambda world: _indicator(world, name="Tỷ lệ báo cáo trực tuyến"),
    "PATCH api:correct_duty": _duty,
    "POST api:import_values": lambda _world: Sent(of=lambda _who: {"file": file_of_figures()}),
    "POST api:enter_value": _own,
    "POST api:enter_value đơn vị chủ trì": _lead,
    "POST api:correct_value": lambda world: _value(world, numerator="4", denominator="10", note="Cộng nhầm"),
    "POST api:keep_value": lambda world: Sent(keys={"value": clash(world)}, json={"note": "Số đã duyệt"}),
    "POST api:withdraw_value": lambda world: _value(world, note="Nhập nhầm"),
    "POST api:subscribe": lambda _world: Sent(json=_SUBSCRIPTION),
    "PUT api:change_subscription": lambda world: _subscription(world, **_SUBSCRIPTION),
    "POST api:do_with_subscription": lambda world: _subscription(world, deed="stop"),
}
