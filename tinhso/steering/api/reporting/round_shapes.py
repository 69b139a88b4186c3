"""Rounds as JSON."""

from datetime import date, datetime

from ninja import Schema
from pydantic import Field

from tinhso.steering.reporting.models import Round, RoundDue, RoundEvent
from tinhso.steering.reporting.windows import Due
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.shapes import Sent

_DUE = {"sender": "district", "day": "2022-09-20", "before": True}
_EXAMPLE = {
    "id": 4,
    "kind": "quarter",
    "basis": "decree",
    "title": "Báo cáo quý III năm 2022",
    "first_day": "2022-06-15",
    "last_day": "2022-09-14",
    "opens_on": "2022-08-31",
    "state": "open",
    "coordinating_unit": "so-tttt",
    "programmes": [1],
    "words": "",
    "dues": [{**_DUE, "last_on": "2022-09-20"}],
}


class DueSent(Sent):
    """By when a level sends."""

    model_config = {**Sent.model_config, **shown_as(_DUE)}

    sender: RoundDue.Sender = Field(description="province, district, commune, outside; department: cơ quan tổng hợp")
    day: date
    before: bool = Field(default=False, description="Ghi “trước ngày”. Whether “before the day” is said.")

    @property
    def due(self) -> Due:
        """As the actions take it."""
        return Due(self.sender, self.day, self.before)


class DueShown(Schema):
    """By when a level sends, and the last day in time."""

    sender: str
    day: date
    before: bool
    last_on: date = Field(description="Ngày cuối trong hạn. The last day in time.")


class RoundShown(Schema):
    """A round: which days it asks about, of which programmes, by when each level sends."""

    model_config = shown_as(_EXAMPLE)

    id: int
    kind: str = Field(description="month, quarter, half_year, nine_months, year, thematic, ad_hoc")
    basis: str = Field(description="decree: Nghị định 09/2019/NĐ-CP; calendar; free")
    title: str
    first_day: date
    last_day: date = Field(description="Chốt số liệu hết ngày. The cut-off.")
    opens_on: date
    state: str = Field(description="planned, open, closed")
    coordinating_unit: str = Field(description="Khóa cơ quan tổng hợp. The gathering unit's key.")
    programmes: list[int]
    words: str
    dues: list[DueShown]


class EventShown(Schema):
    """What was done about a round."""

    kind: str = Field(description="opened, closed, reopened, changed, reminded")
    at: datetime
    account: str | None = Field(description="Bỏ trống là hệ thống, theo lịch. None: the system by its timer.")
    in_name_of: str | None
    words: str


def round_shown(round_: Round) -> RoundShown:
    """A round fetched with its programmes and due days."""
    same = ("kind", "basis", "title", "first_day", "last_day", "opens_on", "state", "words")
    return RoundShown(
        id=round_.pk,
        **{name: getattr(round_, name) for name in same},
        coordinating_unit=round_.coordinating_unit.key,
        programmes=[ask.programme_id for ask in round_.asks.all()],
        dues=[
            DueShown(sender=due.sender, day=due.day, before=due.before, last_on=due.last_on)
            for due in round_.dues.all()
        ],
    )


def event_shown(event: RoundEvent) -> EventShown:
    """An event fetched with its people."""
    return EventShown(
        kind=event.kind,
        at=event.at,
        account=event.account.username if event.account else None,
        in_name_of=event.in_name_of.username if event.in_name_of else None,
        words=event.words,
    )
