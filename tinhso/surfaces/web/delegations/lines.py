"""A delegation as it is shown: names of units as they are called today, the scope in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tinhso.kernel.accounts.delegation.models import Delegation
from tinhso.kernel.accounts.models import RoleAssignment
from tinhso.kernel.organisations.models import UnitVersion


@dataclass(frozen=True, slots=True)
class Line:
    """One delegation; ``state`` is a tone with its words."""

    delegation: Delegation
    role: str
    scope: str
    state: tuple[str, str]
    takeable: bool


def lines(delegations: Iterable[Delegation], *, today: date, takeable: set[int]) -> list[Line]:
    """In their order; one query for the names of all units."""
    rows = list(delegations)
    names = unit_names((row.held for row in rows), today)
    return [Line(row, role_words(row.held, names), _scope(row), _state(row, today), row.pk in takeable) for row in rows]


def unit_names(held: Iterable[RoleAssignment], today: date) -> dict[int, str]:
    """The names of the units of roles, by unit; of a unit that has ended, its last."""
    ids = {role.unit_id for role in held if role.unit_id}
    versions = UnitVersion.objects.filter(unit__in=ids, valid_from__lte=today).order_by("valid_from")
    return {version.unit_id: version.name for version in versions}


def role_words(held: RoleAssignment, names: dict[int, str]) -> str:
    """ "Chủ tịch UBND huyện Mẫu" where there is a post, else the role with its unit."""
    place = names.get(held.unit_id or 0, str(held.unit or ""))
    return held.post.called(place) if held.post else f"{held.get_role_display()}, {place}"


def _scope(row: Delegation) -> str:
    return ", ".join(sorted(verb.label for verb in row.verbs)) if row.scope else "toàn bộ việc của vai trò"


def _state(row: Delegation, today: date) -> tuple[str, str]:
    if row.taken_back_on:
        return "neutral", "Đã thu hồi"
    if row.valid_to <= today:
        return "neutral", "Đã hết hạn"
    return ("info", "Chưa bắt đầu") if row.valid_from > today else ("good", "Đang hiệu lực")
