"""Kỳ báo cáo: rounds of a programme, planning them, opening, closing and reopening, other due days."""

from datetime import date
from typing import Self

from django.http import HttpRequest
from ninja import Query, Router, Schema, Status
from pydantic import Field, model_validator

from tinhso.steering.api.reporting.round_shapes import (
    DueSent,
    EventShown,
    RoundShown,
    event_shown,
    round_shown,
)
from tinhso.steering.api.reporting.seen import hand, seen_round
from tinhso.steering.api.seen import seen_programme
from tinhso.steering.reporting.actions.open_round import close_round, open_round, reopen_round
from tinhso.steering.reporting.actions.plan_ordered import Ordered, plan_ordered
from tinhso.steering.reporting.actions.plan_round import change_dues, plan_round
from tinhso.steering.reporting.fetching import rounds_with_asks
from tinhso.steering.reporting.models import Round, RoundEvent
from tinhso.steering.reporting.windows import Asked, window
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.paging import Page, PageQuery, page
from tinhso.surfaces.api.shapes import Sent

router = Router()
_DUES = [{"sender": "district", "day": "2022-09-20", "before": True}]
_QUARTER = {"kind": "quarter", "basis": "decree", "title": "Báo cáo quý III năm 2022", "year": 2022, "number": 3}


class RoundQuery(Schema):
    """What the list may be narrowed to."""

    state: Round.State | None = Field(None, description="planned, open, closed")


class RoundSent(Sent):
    """A round to come: a periodic one by its number in the year, another by its days."""

    model_config = {**Sent.model_config, **shown_as({**_QUARTER, "dues": _DUES})}

    kind: Round.Kind
    basis: Round.Basis
    title: str = Field(min_length=1, max_length=200)
    year: int | None = Field(None, ge=2000, le=2100)
    number: int | None = Field(None, ge=1, le=12, description="Kỳ thứ mấy trong năm. Its number in the year.")
    first_day: date | None = None
    last_day: date | None = None
    opens_on: date | None = Field(None, description="Mặc định 14 ngày trước khi chốt. 14 days before the cut-off.")
    words: str = Field("", max_length=20_000, description="Yêu cầu. What is asked for.")
    dues: list[DueSent] = Field(min_length=1, max_length=5)
    programmes: list[int] = Field([], max_length=20, description="Các chương trình khác cùng hỏi. Further programmes.")

    @model_validator(mode="after")
    def tell_the_days(self) -> Self:
        """One of both ways."""
        if (self.year is None) != (self.number is None) or (self.first_day is None) != (self.last_day is None):
            raise ValueError("Ghi đủ year và number, hoặc first_day và last_day.")
        if (self.year is None) == (self.first_day is None):
            raise ValueError("Ghi year và number, hoặc first_day và last_day.")
        return self


class ReasonSent(Sent):
    """Why."""

    model_config = {**Sent.model_config, **shown_as({"reason": "Đã quá hạn tổng hợp"})}

    reason: str = Field("", max_length=20_000)


class DuesSent(Sent):
    """All due days at once, and why."""

    model_config = {**Sent.model_config, **shown_as({"dues": _DUES, "reason": "Trùng ngày nghỉ"})}

    dues: list[DueSent] = Field(min_length=1, max_length=5)
    reason: str = Field(max_length=20_000)


class LeftShown(Schema):
    """A round that the plan orders and that cannot be planned."""

    title: str
    first_day: date
    last_day: date
    why: str

    @classmethod
    def of(cls, each: Ordered) -> Self:
        """With the reason."""
        days = {"first_day": each.asked.first_day, "last_day": each.asked.last_day}
        return cls(title=each.asked.title, why=each.why_not, **days)


class OrderedShown(Schema):
    """The rounds that the plan orders as they stand, and those that could not be planned."""

    rounds: list[RoundShown]
    left: list[LeftShown]


@router.get(
    "/programmes/{int:programme}/rounds", response=Page[RoundShown], url_name="rounds", summary="Các kỳ báo cáo"
)
def list_rounds(
    request: HttpRequest, programme: int, *, asked: Query[RoundQuery], paging: Query[PageQuery]
) -> dict[str, object]:
    """Those that ask about the programme, the latest first."""
    rows = rounds_with_asks().of_programme(seen_programme(request, programme))
    rows = rows.filter(state=asked.state) if asked.state else rows
    return page(rows, ("-last_day", "-id"), query=paging, request=request, show=round_shown)


@router.post(
    "/programmes/{int:programme}/rounds",
    response={201: RoundShown},
    url_name="plan_round",
    summary="Lập kỳ báo cáo",
)
def send_round(request: HttpRequest, programme: int, sent: RoundSent) -> Status[RoundShown]:
    """By the department in charge; the same round is planned once."""
    found = [seen_programme(request, key) for key in dict.fromkeys([programme, *sent.programmes])]
    made = plan_round(_asked(sent), found, hand(request))
    return Status(201, round_shown(seen_round(request, made.pk)))


@router.post(
    "/programmes/{int:programme}/rounds-of-plan",
    response={201: OrderedShown},
    url_name="plan_rounds",
    summary="Lập các kỳ theo kế hoạch",
)
def send_rounds(request: HttpRequest, programme: int) -> Status[OrderedShown]:
    """Every round that the plan's own duties to report order; those that stand already stay as they are, what cannot
    be planned is left with the reason."""
    found = plan_ordered(seen_programme(request, programme), hand(request))
    rows = rounds_with_asks().filter(pk__in=[each.round.pk for each in found if each.round]).order_by("last_day", "pk")
    left = [LeftShown.of(each) for each in found if each.why_not]
    return Status(201, OrderedShown(rounds=[round_shown(each) for each in rows], left=left))


@router.get("/rounds/{int:period}", response=RoundShown, url_name="round", summary="Một kỳ báo cáo")
def get_round(request: HttpRequest, period: int) -> RoundShown:
    """One round."""
    return round_shown(seen_round(request, period))


@router.get(
    "/rounds/{int:period}/events", response=Page[EventShown], url_name="round_events", summary="Quá trình của kỳ"
)
def list_events(request: HttpRequest, period: int, paging: Query[PageQuery]) -> dict[str, object]:
    """Who opened, closed, reopened it, when and why; the oldest first."""
    rows = RoundEvent.objects.filter(round=seen_round(request, period)).select_related("account", "in_name_of")
    return page(rows, ("at", "id"), query=paging, request=request, show=event_shown)


@router.post("/rounds/{int:period}/opening", response=RoundShown, url_name="open_round", summary="Mở kỳ báo cáo")
def send_opening(request: HttpRequest, period: int, sent: ReasonSent | None = None) -> RoundShown:
    """Every unit asked has its report from now on; before `opens_on` it needs a reason."""
    reason = sent.reason if sent else ""
    return _again(request, open_round(seen_round(request, period), hand(request), reason=reason))


@router.post("/rounds/{int:period}/closing", response=RoundShown, url_name="close_round", summary="Đóng kỳ báo cáo")
def send_closing(request: HttpRequest, period: int, sent: ReasonSent) -> RoundShown:
    """Nothing is written or sent any more; while units are missing it needs a reason."""
    return _again(request, close_round(seen_round(request, period), sent.reason, hand(request)))


@router.post(
    "/rounds/{int:period}/reopening", response=RoundShown, url_name="reopen_round", summary="Mở lại kỳ báo cáo"
)
def send_reopening(request: HttpRequest, period: int, sent: ReasonSent) -> RoundShown:
    """With its reason; who is late stays late."""
    return _again(request, reopen_round(seen_round(request, period), sent.reason, hand(request)))


@router.post("/rounds/{int:period}/dues", response=RoundShown, url_name="change_dues", summary="Đổi hạn gửi")
def send_dues(request: HttpRequest, period: int, sent: DuesSent) -> RoundShown:
    """Also of reports that were not sent yet; who was given time of his own keeps the later of the days."""
    dues = [each.due for each in sent.dues]
    return _again(request, change_dues(seen_round(request, period), dues, sent.reason, hand=hand(request)))


def _asked(sent: RoundSent) -> Asked:
    first, last = sent.first_day, sent.last_day
    if sent.year is not None and sent.number is not None:
        days = window(sent.kind, sent.basis, year=sent.year, number=sent.number)
        first, last = days.first_day, days.last_day
    return Asked(
        kind=sent.kind,
        basis=sent.basis,
        title=sent.title,
        first_day=first or date.min,
        last_day=last or date.min,
        dues=tuple(each.due for each in sent.dues),
        opens_on=sent.opens_on,
        words=sent.words,
    )


def _again(request: HttpRequest, round_: Round) -> RoundShown:
    return round_shown(seen_round(request, round_.pk))
