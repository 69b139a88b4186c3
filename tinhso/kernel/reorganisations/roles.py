"""The roles of accounts at units that end, and the unit at which each may go on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tinhso.kernel.accounts.models import RoleAssignment
from tinhso.kernel.organisations.models import Post, Unit
from tinhso.kernel.reorganisations.heirs import heirs
from tinhso.kernel.reorganisations.models import Line


@dataclass(frozen=True, slots=True)
class Proposal:
    """A role that ends with its unit; ``successor`` is the key of the unit that goes on, "" when nobody can say."""

    role: RoleAssignment
    successor: str


def proposals(lines: Iterable[Line], day: date) -> list[Proposal]:
    """Every role held on the day or later at a unit that ends then, by the holder's name."""
    followers = heirs(lines, day)
    held = RoleAssignment.objects.filter(unit__key__in=followers).exclude(valid_to__lte=day)
    rows = held.select_related("account", "unit", "post").order_by("account__sort_key", "pk")
    return [Proposal(role, followers[role.unit.key] if role.unit else "") for role in rows]


def move(proposal: Proposal, day: date) -> RoleAssignment:
    """The same role at the unit that goes on, from the day on; through the post of the same title, if it has one."""
    role, unit = proposal.role, Unit.objects.get(key=proposal.successor)
    title = role.post.title if role.post else ""
    post = Post.objects.valid_on(day).filter(unit=unit, title=title).first() if title else None
    moved, _new = RoleAssignment.objects.get_or_create(
        account=role.account,
        role=role.role,
        unit=unit,
        valid_from=day,
        defaults={"post": post, "valid_to": role.valid_to},
    )
    return moved
