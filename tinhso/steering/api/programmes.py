"""Programmes: all, one."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field

from tinhso.steering.api.seen import seen_programme, seen_programmes
from tinhso.steering.programmes.counts import by_state
from tinhso.steering.programmes.models import Indicator, Programme, Task
from tinhso.surfaces.api.etags import show_version
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.paging import Page, PageQuery, page

router = Router()
_EXAMPLE = {
    "id": 1,
    "code": "kh-bcdcds-2022",
    "name": "Chuyển đổi số tỉnh Bắc Giang năm 2022",
    "state": "running",
    "starts_on": "2022-02-21",
    "ends_on": "2022-12-31",
    "coordinating_unit": "so-tttt",
    "document": 1,
    "version": 1,
    "page": "/chuong-trinh/1/dieu-hanh",
}


class ProgrammeRow(Schema):
    """A programme of a list."""

    model_config = shown_as(_EXAMPLE)

    id: int
    code: str
    name: str
    state: str = Field(description="running, closed")
    starts_on: date
    ends_on: date
    coordinating_unit: str | None = Field(description="Khóa của cơ quan thường trực. Its unit's key.")
    document: int = Field(description="Văn bản đang có hiệu lực. The document that holds now.")
    version: int
    page: str = Field(description="Trang trong trình duyệt. Its page.")


class ProgrammeWhole(ProgrammeRow):
    """A programme with its counts on a day."""

    model_config = shown_as(
        {
            **_EXAMPLE,
            "on": "2022-03-05",
            "indicators": 18,
            "tasks": 82,
            "task_states": {"open_in_time": 70, "open_overdue": 2, "standing": 10},
        }
    )

    on: date
    indicators: int
    tasks: int
    task_states: dict[str, int] = Field(description="Số nhiệm vụ theo tình trạng. Tasks by state.")


class DayQuery(Schema):
    """The day as of which all is told."""

    on: date | None = Field(
        None, description="Tính đến ngày, mặc định hôm nay. As of this day.", examples=["2022-03-05"]
    )

    @property
    def day(self) -> date:
        """Today unless said."""
        return self.on or timezone.localdate()


@router.get("", response=Page[ProgrammeRow], url_name="programmes", summary="Danh sách chương trình")
def list_programmes(request: HttpRequest, paging: Query[PageQuery]) -> dict[str, object]:
    """The programmes that the token's account may see, the latest first."""
    return page(seen_programmes(request), ("-starts_on", "-id"), query=paging, request=request, show=row_of)


@router.get("/{int:programme}", response=ProgrammeWhole, url_name="programme", summary="Một chương trình")
def get_programme(
    request: HttpRequest, programme: int, *, response: HttpResponse, asked: Query[DayQuery]
) -> ProgrammeWhole:
    """One programme with its tasks counted by state on a day."""
    found = seen_programme(request, programme)
    tasks = Task.objects.filter(programme=found).current()
    show_version(response, found.version)
    states = by_state(tasks, asked.day)
    return ProgrammeWhole(
        **row_of(found).dict(),
        on=asked.day,
        indicators=Indicator.objects.filter(programme=found).current().count(),
        tasks=sum(states.values()),
        task_states={state.value: count for state, count in states.items()},
    )


def row_of(programme: Programme) -> ProgrammeRow:
    """As a list shows it."""
    unit = programme.coordinating_unit
    return ProgrammeRow(
        id=programme.pk,
        code=programme.code,
        name=programme.name,
        state=programme.state,
        starts_on=programme.starts_on,
        ends_on=programme.ends_on,
        coordinating_unit=unit.key if unit else None,
        document=programme.document_id,
        version=programme.version,
        page=reverse("pages:board", args=(programme.pk,)),
    )
