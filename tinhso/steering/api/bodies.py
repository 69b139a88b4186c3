"""Who is named for an item: the words of the plan, what they mean, what an unsure name may mean."""

from collections.abc import Iterable

from ninja import Schema
from pydantic import Field

from tinhso.steering.programmes.models import Assignment, Candidate
from tinhso.surfaces.api.examples import shown_as

_EXAMPLE = {
    "id": 88,
    "role": "lead",
    "wording": "Sở Nội vụ",
    "certainty": "certain",
    "unit": "so-noi-vu",
    "post": None,
    "group": None,
    "version": 1,
}
_CHOICE = {"place": 0, "unit": "so-noi-vu", "post": None, "group": None}


class Meant(Schema):
    """A unit, a post of it, or a group of units."""

    unit: str | None = Field(description="Khóa của đơn vị. The unit's key.")
    post: str | None = Field(description="Chức danh, của đơn vị ở `unit`. The post's title.")
    group: str | None = Field(description="Khóa của nhóm đơn vị. The group's key.")


class Body(Meant):
    """A unit, a post or a group with its role about an item."""

    model_config = shown_as(_EXAMPLE)

    id: int
    role: str = Field(description="watcher, lead, cooperator, sender, receiver")
    wording: str = Field(description="Như ghi trong văn bản. As written in the plan.")
    certainty: str = Field(description="certain, unsure, unknown")
    version: int


class BodyChoice(Meant):
    """What an unsure name may mean."""

    model_config = shown_as(_CHOICE)

    place: int


class BodyWhole(Body):
    """A name with what it may mean, the likeliest first."""

    model_config = shown_as({**_EXAMPLE, "certainty": "unsure", "unit": None, "choices": [_CHOICE]})

    choices: list[BodyChoice] = Field(description="Khi `certainty` là unsure. Of an unsure name only.")


def bodies(assignments: Iterable[Assignment]) -> list[Body]:
    """As the plan lists them, for assignments fetched with what they mean."""
    return [_body(each) for each in assignments]


def whole_bodies(assignments: Iterable[Assignment]) -> list[BodyWhole]:
    """The same, for those of an item fetched whole."""
    return [whole_body(each) for each in assignments]


def whole_body(each: Assignment) -> BodyWhole:
    """With what it may mean while that is unsure."""
    unsure = each.certainty == Assignment.Certainty.UNSURE
    choices = [BodyChoice(place=one.place, **_meant(one)) for one in each.candidates.all()] if unsure else []
    return BodyWhole(**_body(each).dict(), choices=choices)


def _body(each: Assignment) -> Body:
    return Body(
        id=each.pk,
        role=each.role,
        wording=each.wording,
        certainty=each.certainty,
        **_meant(each),
        version=each.version,
    )


def _meant(each: Assignment | Candidate) -> dict[str, str | None]:
    unit = each.unit or (each.post.unit if each.post else None)
    return {
        "unit": unit.key if unit else None,
        "post": each.post.title if each.post else None,
        "group": each.group.key if each.group else None,
    }
