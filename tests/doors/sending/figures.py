"""The doors of figures; Huyện Mẫu and Huyện Khác give those of the indicator."""

from collections.abc import Mapping
from dataclasses import replace

from tests.doors.sending.api_items import clash, figure, file_of_figures
from tests.doors.world import Make, Sent, World

_SPAN = {"from_on": "21/02/2022", "to_on": "14/6/2022", "checked": "on"}
_AMOUNT = {"numerator": "5", "denominator": "10"}
_MEASURE = {
    "kind": "ratio",
    "aggregation": "sum",
    "timing": "cumulative",
    "better": "up",
    "levels": ["district"],
    "version": 1,
}


def _of(world: World, **form: object) -> Sent:
    return Sent(keys={"indicator": world.indicator().pk}, form=form)


def _lead(world: World) -> Sent:
    return _of(world, **_SPAN, **_AMOUNT, unit=str(world.lead.pk))


def _own(world: World) -> Sent:
    """Everybody for his own district."""
    units = {"other_officer": str(world.helper.pk)}
    sent = _of(world, **_SPAN, **_AMOUNT)
    return replace(sent, of=lambda who: {"unit": units.get(who, str(world.lead.pk))})


def _grid(world: World) -> Sent:
    """A row for each district; what is not somebody's own is not in his grid."""
    rows = [f"{world.indicator().pk}.{unit.pk}" for unit in (world.lead, world.helper)]
    cells = {"tu_so": "5", "mau_so": "10", "thay": ":0", "dung": "1"}
    return _of(world, viec="luu", **{f"{row}-{name}": said for row in rows for name, said in cells.items()})


def _correct(world: World) -> Sent:
    form = {"numerator": "4", "denominator": "10", "note": "Cộng nhầm", "checked": "on"}
    return Sent(keys={"value": figure(world)}, form=form)


def _keep(world: World) -> Sent:
    return Sent(form={"giu": clash(world), "note": "Số của báo cáo đã duyệt"})


SENT: Mapping[str, Make] = {
    "GET values:enter": _of,
    "GET values:correct": _correct,
    "GET grid:grid": _of,
    "GET grid:template": _of,
    "POST grid:grid": _grid,
    "POST values:enter": _own,
    "POST values:enter đơn vị chủ trì": _lead,
    "POST values:correct": _correct,
    "POST values:clashes": _keep,
    "POST values:load": lambda _world: Sent(of=lambda _who: {"file": file_of_figures()}),
    "POST values:file": _of,
    "POST values:cancel_load": _of,
    "POST values:measure": lambda world: _of(world, **_MEASURE),
}
