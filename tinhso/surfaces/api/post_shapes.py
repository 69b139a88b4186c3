"""Posts and their holders as JSON, and as a caller sends them."""

from datetime import date

from ninja import Schema
from pydantic import Field

from tinhso.kernel.organisations.models import Holding, Post
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.shapes import Sent

_HELD = {"person": "Trần Văn Thử", "seat": 1, "source": "Quyết định số 5/QĐ-UBND", "account": "thu-tv"}
_HOLDER = {"id": 8, **_HELD, "valid_from": "2022-03-01", "valid_to": None}
_MADE = {"title": "Phó Giám đốc", "rank": "deputy"}
_POST = {"id": 3, **_MADE, "valid_from": "2022-01-01", "valid_to": None, "holders": [_HOLDER]}
_DAYS = "Ngày đầu không còn. The first day no longer."


class HolderShown(Schema):
    """Who holds a post, from a day on."""

    model_config = shown_as(_HOLDER)

    id: int
    person: str
    seat: int = Field(description="Chỗ thứ mấy, khi nhiều người giữ. Which seat, where several hold it.")
    valid_from: date
    valid_to: date | None = Field(description=_DAYS)
    source: str = Field(description="Theo văn bản. By which document.")
    account: str | None = Field(description="Tên đăng nhập, nếu có. The account, if the person has one.")


class PostShown(Schema):
    """A post of a unit with its holders."""

    model_config = shown_as(_POST)

    id: int
    title: str
    rank: str = Field(description="head, deputy, member")
    valid_from: date
    valid_to: date | None = Field(description=_DAYS)
    holders: list[HolderShown]


class PostSent(Sent):
    """A new post."""

    model_config = {**Sent.model_config, **shown_as({**_MADE, "since": "2022-01-01"})}

    title: str = Field(min_length=1, max_length=120, pattern=r"\S")
    rank: Post.Rank
    since: date


class HolderSent(Sent):
    """Who holds it; `until` is the first day no longer."""

    model_config = {**Sent.model_config, **shown_as({**_HELD, "since": "2022-03-01", "until": None})}

    person: str = Field(min_length=1, max_length=120, pattern=r"\S")
    since: date
    until: date | None = None
    seat: int = Field(1, ge=1, le=20)
    source: str = Field("", max_length=255)
    account: str = Field("", max_length=60, description="Tên đăng nhập. The account by its name.")


class EndSent(Sent):
    """The first day without."""

    model_config = {**Sent.model_config, **shown_as({"on": "2022-06-01"})}

    on: date


def shown(post: Post) -> PostShown:
    """A post fetched with those of its holders who are to be shown."""
    return PostShown(
        id=post.pk,
        title=post.title,
        rank=post.rank,
        valid_from=post.valid_from,
        valid_to=post.valid_to,
        holders=[holder(each) for each in post.holdings.all()],
    )


def holder(holding: Holding) -> HolderShown:
    """One holder."""
    signs_in = getattr(holding, "signs_in", None)
    return HolderShown(
        id=holding.pk,
        person=holding.person,
        seat=holding.seat,
        valid_from=holding.valid_from,
        valid_to=holding.valid_to,
        source=holding.source,
        account=signs_in.account.username if signs_in else None,
    )
