"""Thiết lập: what may be set of a programme; closing it, and opening it again, each with its reason."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.organisations.errors import NoSuchUnit
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.api.seen import seen_programme, unit_of
from tinhso.steering.programmes.actions.close import close_programme, reopen_programme
from tinhso.steering.programmes.actions.settings import Settings, change_settings
from tinhso.steering.programmes.coordinating import bodies_that_coordinate
from tinhso.steering.programmes.models import Programme
from tinhso.surfaces.api.description import IF_MATCH
from tinhso.surfaces.api.etags import show_version, wanted_version
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.shapes import Sent

router = Router()
_SETTINGS = {
    "name": "Chuyển đổi số tỉnh Bắc Giang năm 2022",
    "coordinating_unit": "so-tttt",
    "starts_on": "2022-02-21",
    "ends_on": "2022-12-31",
    "named_day_is_late": False,
    "confirmer": "watcher",
    "head_approves": False,
    "reminder_days": 7,
    "silence_days": 30,
}


class SettingsShown(Schema):
    """The settings as they stand; the ETag carries the programme's version."""

    model_config = shown_as({**_SETTINGS, "state": "running", "version": 3})

    name: str
    coordinating_unit: str | None = Field(description="Khóa của cơ quan thường trực. Its unit's key.")
    starts_on: date
    ends_on: date
    named_day_is_late: bool = Field(description="“Trước ngày 20”: đúng ngày 20 là trễ. The day named is late.")
    confirmer: str = Field(description="watcher, coordinator, head, nobody")
    head_approves: bool = Field(description="Thủ trưởng duyệt trước khi gửi. Heads approve before it counts.")
    reminder_days: int
    silence_days: int
    state: str = Field(description="running, closed")
    version: int


class SettingsSent(Sent):
    """All settings at once."""

    model_config = {**Sent.model_config, **shown_as(_SETTINGS)}

    name: str = Field(min_length=1, max_length=500)
    coordinating_unit: str | None = Field(max_length=100)
    starts_on: date
    ends_on: date
    named_day_is_late: bool
    confirmer: Programme.Confirmer
    head_approves: bool
    reminder_days: int = Field(ge=1, le=60)
    silence_days: int = Field(ge=7, le=366)


class TurnSent(Sent):
    """Why it is closed, or opened again."""

    model_config = {**Sent.model_config, **shown_as({"reason": "Đã tổng kết năm 2022"})}

    reason: str = Field(min_length=1, max_length=500)


@router.get("/{int:programme}/settings", response=SettingsShown, url_name="settings", summary="Thiết lập chương trình")
def get_settings(request: HttpRequest, programme: int, *, response: HttpResponse) -> SettingsShown:
    """For whoever may set them."""
    return _shown(response, _asked(request, programme)[0])


@router.put(
    "/{int:programme}/settings",
    response=SettingsShown,
    url_name="change_settings",
    summary="Sửa thiết lập chương trình",
    openapi_extra=IF_MATCH,
)
def put_settings(request: HttpRequest, programme: int, *, response: HttpResponse, sent: SettingsSent) -> SettingsShown:
    """All of them or none."""
    found, by = _asked(request, programme)
    given = sent.dict(exclude={"coordinating_unit"})
    wanted = Settings(coordinating_unit=_coordinating(sent, found), **given)
    change_settings(found, wanted, by=by, version=wanted_version(request))
    return _shown(response, found)


@router.post(
    "/{int:programme}/closing", response=SettingsShown, url_name="close_programme", summary="Kết thúc chương trình"
)
def send_closing(request: HttpRequest, programme: int, *, response: HttpResponse, sent: TurnSent) -> SettingsShown:
    """No further work is taken; everything can still be read. Closed twice it stays closed as it was."""
    found, by = _asked(request, programme)
    close_programme(found, sent.reason, by=by)
    return _shown(response, found)


@router.post(
    "/{int:programme}/reopening", response=SettingsShown, url_name="reopen_programme", summary="Mở lại chương trình"
)
def send_reopening(request: HttpRequest, programme: int, *, response: HttpResponse, sent: TurnSent) -> SettingsShown:
    """Work is taken again."""
    found, by = _asked(request, programme)
    reopen_programme(found, sent.reason, by=by)
    return _shown(response, found)


def _asked(request: HttpRequest, programme: int) -> tuple[Programme, Account]:
    return seen_programme(request, programme), require(request, Verb.SET_PROGRAMME)


def _coordinating(sent: SettingsSent, programme: Programme) -> Unit | None:
    """One of those that the page offers, or the one that stands."""
    if sent.coordinating_unit is None:
        return None
    unit = unit_of(sent.coordinating_unit)
    if unit.pk != programme.coordinating_unit_id and str(unit.pk) not in bodies_that_coordinate(programme.starts_on):
        raise NoSuchUnit(key=unit.key)
    return unit


def _shown(response: HttpResponse, programme: Programme) -> SettingsShown:
    show_version(response, programme.version)
    unit = programme.coordinating_unit
    names = set(SettingsShown.model_fields) - {"coordinating_unit"}
    facts = {name: getattr(programme, name) for name in names}
    return SettingsShown(**facts, coordinating_unit=unit.key if unit else None)
