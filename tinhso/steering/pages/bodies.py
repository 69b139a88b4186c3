"""Bodies that a programme names, as choices of a filter: a unit with its posts ("u12") or a group ("n3")."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import F
from django.db.models.functions import Coalesce

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.numbers import whole_number
from tinhso.lib.text import sort_key
from tinhso.steering.programmes.belonging import of_unit
from tinhso.steering.programmes.models import Assignment
from tinhso.steering.programmes.models.assignments import AssignmentQuerySet

#: Choices under one head, as Django's choosers take them.
Grouped = tuple[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Named:
    """Units and groups that assignments name, by key."""

    units: frozenset[int]
    groups: frozenset[int]


def named_by(assignments: AssignmentQuerySet) -> Named:
    """Whom the assignments mean, posts with their unit; one query. Unsure wordings mean nobody yet."""
    rows = assignments.order_by().annotate(body=Coalesce(F("unit"), F("post__unit")))
    found = set(rows.values_list("body", "handed_to", "group").distinct())
    units = frozenset(unit for body, taker, _ in found for unit in (body, taker) if unit)
    return Named(units, frozenset(group for _, _, group in found if group))


def choices(named: Named, roster: Roster, *also: str) -> list[Grouped]:
    """Those who answer on the roster's day for the units named, the groups, the units of the keys in ``also``, and the
    units named that have ended, for what they finished; each by the Vietnamese alphabet.

    The hundreds of units that only a group means are not listed: their key is understood when it comes in ``also``.
    """
    answering = {span.unit for unit in named.units for span in roster.answering.answerers(unit, roster.day)}
    wanted = {whole_number(key[1:]) for key in also if key.startswith("u")}
    versions = roster.versions_of(named.units | answering | wanted)
    ended = named.units - roster.units.keys()
    return [
        ("Được nêu đích danh", _units(answering, versions, roster)),
        ("Nhóm đơn vị", _in_order((f"n{group}", roster.groups[group].name) for group in named.groups)),
        ("Đơn vị khác", _units(wanted - answering - ended, versions, roster)),
        ("Đã kết thúc hoạt động", _units(ended - answering, versions, roster)),
    ]


def own_units(account: Account) -> list[str]:
    """Keys of the units at which a person holds a role."""
    return [f"u{held.unit_id}" for held in standing(account).roles if held.unit_id]


def about(key: str, roster: Roster, role: str = "") -> AssignmentQuerySet:
    """The current assignments that a key ("u12", "n3") stands for: of a unit also those of its groups."""
    number = int(key[1:])
    if key.startswith("n"):
        roles = (role,) if role else ()
        return Assignment.objects.current().in_roles(*roles).meaning(units=(), groups=[number])
    return of_unit(number, roster, role)


def _units(units: Iterable[int], versions: Mapping[int, UnitVersion], roster: Roster) -> list[tuple[str, str]]:
    return _in_order((f"u{unit}", roster.called(versions[unit])) for unit in units if unit in versions)


def _in_order(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(pairs, key=lambda pair: sort_key(pair[1]))
