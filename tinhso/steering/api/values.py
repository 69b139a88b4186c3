"""Figures of indicators: the values that stand, one with what it corrects; entering, correcting, withdrawing."""

from datetime import date, datetime, time
from decimal import Decimal

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Query, Router, Schema, Status
from pydantic import Field

from tinhso.kernel.accounts.standing import person
from tinhso.kernel.documents.models import StoredFile
from tinhso.steering.api.seen import seen_programme, seen_programmes, unit_of
from tinhso.steering.figures.actions.correct import correct, withdraw
from tinhso.steering.figures.actions.enter import enter
from tinhso.steering.figures.giving import Cell, Given, Whence
from tinhso.steering.figures.models import Value
from tinhso.steering.programmes.models import Indicator
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.paging import Page, PageQuery, page
from tinhso.surfaces.api.shapes import Sent

router = Router()
_EXAMPLE = {
    "id": 501,
    "indicator": 3,
    "unit": "so-tttt",
    "level": "province",
    "from_on": "2022-01-01",
    "to_on": "2022-06-14",
    "numerator": "812.000000",
    "denominator": "1000.000000",
    "number": None,
    "day": None,
    "answer": "",
    "not_applicable": False,
    "source": "entered",
    "reference": "",
    "note": "Theo báo cáo tháng 6",
    "corrects": None,
    "entered_by": "can-bo",
    "recorded_at": "2022-06-15T09:30:00+07:00",
    "superseded_at": None,
    "withdrawn": False,
}


class ValueShown(Schema):
    """One figure of one unit for one span of days. A ratio is its numerator and denominator, never a percentage."""

    model_config = shown_as(_EXAMPLE)

    id: int
    indicator: int
    unit: str
    level: str
    from_on: date
    to_on: date
    numerator: Decimal | None
    denominator: Decimal | None
    number: Decimal | None
    day: date | None
    answer: str
    not_applicable: bool
    source: str = Field(description="entered, counted, imported")
    reference: str
    note: str
    corrects: int | None
    entered_by: str | None
    recorded_at: datetime
    superseded_at: datetime | None = Field(description="Từ lúc này giá trị khác thay. Since then another stands.")
    withdrawn: bool


class ValueQuery(Schema):
    """What the list may be narrowed to."""

    indicator: int | None = Field(None, ge=1, le=2**63 - 1)
    unit: str = Field("", max_length=100, description="Khóa đơn vị. A unit's key.")
    from_on: date | None = Field(None, description="Kỳ kết thúc từ ngày. Spans that end on or after it.")
    to_on: date | None = Field(None, description="Kỳ kết thúc đến ngày. Spans that end on or before it.")
    known_on: date | None = Field(None, description="Như đã biết đến hết ngày này. As known at the end of this day.")
    history: bool = Field(default=False, description="Cả giá trị đã sửa, đã rút. Corrected and withdrawn ones too.")


class GivenSent(Sent):
    """Exactly what the indicator's measure asks for."""

    numerator: Decimal | None = Field(None, max_digits=30, decimal_places=6)
    denominator: Decimal | None = Field(None, max_digits=30, decimal_places=6)
    number: Decimal | None = Field(None, max_digits=30, decimal_places=6)
    day: date | None = None
    answer: str = Field("", max_length=2_000)
    not_applicable: bool = False
    note: str = Field("", max_length=2_000, description="Ghi chú; khi sửa là lý do. When correcting: the reason.")
    file: int | None = Field(None, description="Tệp đã gửi lên ở /files. A file sent to /files before.")


class ValueSent(GivenSent):
    """A figure and its cell."""

    unit: str = Field(max_length=100, description="Khóa đơn vị. The unit's key.")
    from_on: date
    to_on: date


class WithdrawalSent(Sent):
    """Why there is no figure after all."""

    note: str = Field(min_length=1, max_length=2_000)


@router.get(
    "/programmes/{int:programme}/values", response=Page[ValueShown], url_name="values", summary="Số liệu chỉ tiêu"
)
def list_values(
    request: HttpRequest, programme: int, *, asked: Query[ValueQuery], paging: Query[PageQuery]
) -> dict[str, object]:
    """The values that stand, or the whole history, in the order of their recording; also those of indicators of other
    programmes that indicators of this one are taken from, each under the indicator at which it was given.
    """
    found = seen_programme(request, programme)
    rows = Value.objects.counted_in(found).select_related("unit", "entered_by")
    known_at = timezone.make_aware(datetime.combine(asked.known_on, time.max)) if asked.known_on else None
    if not asked.history:
        rows = rows.known_at(known_at)
    elif known_at:
        rows = rows.filter(recorded_at__lte=known_at)
    if asked.indicator is not None:
        rows = rows.of_indicator(get_object_or_404(Indicator, programme=found, pk=asked.indicator))
    if asked.unit:
        rows = rows.of_units([unit_of(asked.unit).pk])
    if asked.from_on:
        rows = rows.filter(to_on__gte=asked.from_on)
    if asked.to_on:
        rows = rows.up_to(asked.to_on)
    return page(rows, ("id",), query=paging, request=request, show=shown_value)


@router.get("/values/{int:value}", response=ValueShown, url_name="value", summary="Một giá trị")
def get_value(request: HttpRequest, value: int) -> ValueShown:
    """One value, whether it still stands or not."""
    return shown_value(seen_value(request, value))


@router.post(
    "/programmes/{int:programme}/indicators/{int:indicator}/values",
    response={201: ValueShown},
    url_name="enter_value",
    summary="Nhập số liệu",
)
def send_value(request: HttpRequest, programme: int, indicator: int, *, sent: ValueSent) -> Status[ValueShown]:
    """Into an empty cell; what stands there already is corrected, not entered again."""
    mine = Indicator.objects.current().filter(programme=seen_programme(request, programme))
    found = get_object_or_404(mine.select_related("programme"), pk=indicator)
    cell = Cell(found, unit_of(sent.unit), sent.from_on, sent.to_on)
    return Status(201, shown_value(enter(cell, _given(sent), _whence(request, sent))))


@router.post(
    "/values/{int:value}/correction", response={201: ValueShown}, url_name="correct_value", summary="Sửa số liệu"
)
def send_correction(request: HttpRequest, value: int, sent: GivenSent) -> Status[ValueShown]:
    """Another value that points at the former one, with the reason."""
    return Status(201, shown_value(correct(seen_value(request, value), _given(sent), _whence(request, sent))))


@router.post(
    "/values/{int:value}/withdrawal", response={201: ValueShown}, url_name="withdraw_value", summary="Rút số liệu"
)
def send_withdrawal(request: HttpRequest, value: int, sent: WithdrawalSent) -> Status[ValueShown]:
    """The cell has no figure after all."""
    return Status(201, shown_value(withdraw(seen_value(request, value), Whence(by=person(request), note=sent.note))))


def seen_value(request: HttpRequest, key: int) -> Value:
    """One of those that the caller may read, or 404."""
    rows = Value.objects.filter(indicator__programme__in=seen_programmes(request))
    return get_object_or_404(rows.select_related("indicator__programme", "unit", "entered_by"), pk=key)


def _given(sent: GivenSent) -> Given:
    names = ("numerator", "denominator", "number", "day", "answer", "not_applicable")
    return Given(**{name: getattr(sent, name) for name in names})


def _whence(request: HttpRequest, sent: GivenSent) -> Whence:
    by = person(request)
    file = get_object_or_404(StoredFile, pk=sent.file, kept_by=by) if sent.file is not None else None
    return Whence(by=by, note=sent.note, file=file)


def shown_value(value: Value) -> ValueShown:
    """As the API tells it."""
    names = set(ValueShown.model_fields) - {"indicator", "unit", "corrects", "entered_by"}
    return ValueShown(
        **{name: getattr(value, name) for name in names},
        indicator=value.indicator_id,
        unit=value.unit.key,
        corrects=value.corrects_id,
        entered_by=value.entered_by.username if value.entered_by else None,
    )
