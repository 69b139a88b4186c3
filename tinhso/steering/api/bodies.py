"""Who is named for an item: the words of the plan, and what they mean."""

from collections.abc import Iterable

from ninja import Schema
from pydantic import Field

from tinhso.steering.programmes.models import Assignment
from tinhso.surfaces.api.examples import shown_as


class Body(Schema):
    """A unit, a post or a group with its role about an item."""

    model_config = shown_as(
        {
            "role": "lead",
            "wording": "Sở Nội vụ",
            "certainty": "certain",
            "unit": "so-noi-vu",
            "post": None,
            "group": None,
        }
    )

    role: str = Field(description="watcher, lead, cooperator, sender, receiver")
    wording: str = Field(description="Như ghi trong văn bản. As written in the plan.")
    certainty: str = Field(description="certain, unsure, unknown")
    unit: str | None = Field(description="Khóa của đơn vị. The unit's key.")
    post: str | None = Field(description="Chức danh, của đơn vị ở `unit`. The post's title.")
    group: str | None = Field(description="Khóa của nhóm đơn vị. The group's key.")


def bodies(assignments: Iterable[Assignment]) -> list[Body]:
    """As the plan lists them, for assignments fetched with what they mean."""
    return [_body(each) for each in assignments]


def _body(each: Assignment) -> Body:
    unit = each.unit or (each.post.unit if each.post else None)
    return Body(
        role=each.role,
        wording=each.wording,
        certainty=each.certainty,
        unit=unit.key if unit else None,
        post=each.post.title if each.post else None,
        group=each.group.key if each.group else None,
    )
