"""The office's calendar as JSON, and decided days as a caller sends them."""

from datetime import date
from typing import Literal

from ninja import Schema
from pydantic import Field

from tinhso.kernel.organisations.deciding import version_of
from tinhso.kernel.organisations.models import DecidedDay
from tinhso.lib.calendar.year import SpecialDay, lunar
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.shapes import Sent

_PAPER = {"reason": "Nghỉ Tết Âm lịch", "decision": "Công văn số 245", "decided_on": "2022-01-11"}
_DECIDED = {"id": 5, "day": "2022-01-31", "effect": "off", "occasion": "tet", **_PAPER, "version": 271828}
_SPECIAL = {
    "day": "2022-01-31",
    "off": True,
    "weekly_rest": False,
    "why": "Nghỉ Tết Âm lịch",
    "basis": "Công văn số 245",
    "lunar": "29/12 âm lịch",
    "decided": _DECIDED,
}


class DayDecided(Schema):
    """A day off or worked by decision; its version goes into If-Match."""

    model_config = shown_as(_DECIDED)

    id: int
    day: date
    effect: str = Field(description="off, worked")
    occasion: str = Field(description="tet, national_day, swap, other")
    reason: str
    decision: str = Field(description="Theo văn bản. By which document.")
    decided_on: date | None
    version: int


class DaysDecided(Schema):
    """The decided days that were sent, as they stand."""

    model_config = shown_as({"days": [_DECIDED]})

    days: list[DayDecided]


class SpecialShown(Schema):
    """A day out of the ordinary week, with its legal ground; `decided` where people decided it."""

    model_config = shown_as(_SPECIAL)

    day: date
    off: bool
    weekly_rest: bool = Field(description="Là thứ Bảy, Chủ nhật. A weekend day.")
    why: str
    basis: str
    lunar: str
    decided: DayDecided | None


class YearShown(Schema):
    """The year's special days in their order; settled once its days of Tết are known by decision."""

    model_config = shown_as({"year": 2022, "settled": True, "days": [_SPECIAL]})

    year: int
    settled: bool
    days: list[SpecialShown]


class PaperSent(Sent):
    """Why, and by which document."""

    reason: str = Field(min_length=1, max_length=255, pattern=r"\S")
    decision: str = Field("", max_length=255)
    decided_on: date | None = None


class DaysSent(PaperSent):
    """One day, or several up to and with `last`. The days of Tết or Quốc khánh of a year are sent whole."""

    model_config = {
        **Sent.model_config,
        **shown_as({"first": "2022-01-31", "last": "2022-02-04", "effect": "off", "occasion": "tet", **_PAPER}),
    }

    first: date
    last: date | None = None
    effect: DecidedDay.Effect
    occasion: Literal["tet", "national_day", "other"]


class SwapSent(PaperSent):
    """Which day becomes free, and which is worked instead."""

    model_config = {
        **Sent.model_config,
        **shown_as({"off": "2022-06-01", "worked": "2022-06-04", "reason": "Hoán đổi"}),
    }

    off: date
    worked: date


class DaySent(PaperSent):
    """A decided day, whole."""

    model_config = {
        **Sent.model_config,
        **shown_as({"day": "2022-01-31", "effect": "off", "occasion": "tet", **_PAPER}),
    }

    day: date
    effect: DecidedDay.Effect
    occasion: DecidedDay.Occasion


def decided(row: DecidedDay) -> DayDecided:
    """A decided day with its version."""
    names = set(DayDecided.model_fields) - {"version"}
    return DayDecided(**{name: getattr(row, name) for name in names}, version=version_of(row))


def special(found: SpecialDay, row: DecidedDay | None) -> SpecialShown:
    """A special day with the decision behind it, if there is one."""
    return SpecialShown(
        day=found.day,
        off=found.is_off,
        weekly_rest=found.is_weekly_rest,
        why=found.why,
        basis=found.basis,
        lunar=lunar(found.day),
        decided=decided(row) if row else None,
    )
