"""Chế độ báo cáo: who sends what to whom and when; all of a programme, one, and correcting one."""

from collections.abc import Sequence
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from tinhso.steering.api.bodies import Body, BodyWhole, bodies, whole_bodies
from tinhso.steering.api.corrections import DutyCorrection, wanted_duty
from tinhso.steering.api.quotes import Quote, quotes
from tinhso.steering.api.seen import row_for_accepting, seen_programme
from tinhso.steering.programmes.editing.correct import correct
from tinhso.steering.programmes.fetching import duties_of, whole_duty
from tinhso.steering.programmes.models import Duty, Programme
from tinhso.surfaces.api.description import IF_MATCH
from tinhso.surfaces.api.etags import show_version, wanted_version
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.paging import Page, PageQuery, page

router = Router()
_DUTY = "/{int:programme}/duties/{int:duty}"
_EXAMPLE = {
    "id": 6,
    "who": "Các sở, ngành",
    "to": "Sở Thông tin và Truyền thông",
    "what": "báo cáo kết quả",
    "frequency": "quarterly",
    "due": "trước ngày 20 của tháng cuối quý",
    "day": 20,
    "month_rule": "last_of_quarter",
    "before": True,
    "due_on": None,
    "acceptance": "proposed",
    "bodies": [],
    "version": 1,
}


class DutyRow(Schema):
    """A duty to report."""

    model_config = shown_as(_EXAMPLE)

    id: int
    who: str
    to: str
    what: str
    frequency: str = Field(description="once, monthly, quarterly, half_yearly, yearly, ad_hoc")
    due: str = Field(description="Thời hạn như ghi trong văn bản. When, as written in the plan.")
    day: int | None = Field(description="Ngày trong tháng. The day of the month.")
    month_rule: str
    before: bool = Field(description="“trước ngày …”")
    due_on: date | None = Field(description="Ngày phải gửi, nếu chỉ gửi một lần. The day of one sent once.")
    acceptance: str = Field(description="proposed, accepted, corrected")
    bodies: Sequence[Body]
    version: int


class DutyWhole(DutyRow):
    """A duty with its words in the document."""

    model_config = shown_as({**_EXAMPLE, "quotes": []})

    bodies: Sequence[BodyWhole]
    quotes: list[Quote]


@router.get(
    "/{int:programme}/duties", response=Page[DutyRow], url_name="duties", summary="Chế độ báo cáo của chương trình"
)
def list_duties(request: HttpRequest, programme: int, *, paging: Query[PageQuery]) -> dict[str, object]:
    """The duties with who sends and who receives, in the order of the plan."""
    rows = duties_of(seen_programme(request, programme))
    return page(rows, ("position", "id"), query=paging, request=request, show=_row)


@router.get(_DUTY, response=DutyWhole, url_name="duty", summary="Một chế độ báo cáo")
def get_duty(request: HttpRequest, programme: int, duty: int, *, response: HttpResponse) -> DutyWhole:
    """One duty with its words in the document."""
    return _shown(response, seen_programme(request, programme), duty)


@router.patch(
    _DUTY, response=DutyWhole, url_name="correct_duty", summary="Sửa một chế độ báo cáo", openapi_extra=IF_MATCH
)
def correct_duty(
    request: HttpRequest, programme: int, duty: int, *, response: HttpResponse, sent: DutyCorrection
) -> DutyWhole:
    """A person stands behind it from now on; what it said before is kept."""
    item, by = row_for_accepting(request, programme, Duty.objects.current(), key=duty)
    correct(item, wanted_duty(sent, item), by=by, version=wanted_version(request))
    return _shown(response, item.programme, duty)


def _shown(response: HttpResponse, programme: Programme, key: int) -> DutyWhole:
    found = whole_duty(programme, key)
    if found is None:
        raise Http404
    show_version(response, found.version)
    return DutyWhole(
        **_row(found).dict(exclude={"bodies"}),
        bodies=whole_bodies(found.assignments.all()),
        quotes=quotes(found.spans.all()),
    )


def _row(duty: Duty) -> DutyRow:
    names = set(DutyRow.model_fields) - {"bodies"}
    return DutyRow(**{name: getattr(duty, name) for name in names}, bodies=bodies(duty.assignments.all()))
