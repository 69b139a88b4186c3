"""Who watches, leads, helps: the words as written, whom they mean on the day, and how sure that is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tinhso.kernel.organisations.models import Group, Post, UnitVersion
from tinhso.kernel.organisations.naming import body_name
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.pages.takers import Taker, takers
from tinhso.steering.programmes.models import Assignment, Candidate


@dataclass(frozen=True, slots=True)
class Meant:
    """A unit, a post or a group: its name on the day, the unit whose page tells more, and a group's units that day."""

    name: str
    unit: UnitVersion | None
    members: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """What an unsure wording may mean, with its place among the candidates."""

    place: int
    meant: Meant


@dataclass(frozen=True, slots=True)
class Owner:
    """One assignment as a page shows it. ``choices`` are what an unsure wording may mean, the likeliest first;
    ``takers`` who goes on with it, when that is not the unit named."""

    assignment: Assignment
    meant: Meant | None
    choices: tuple[Choice, ...]
    takers: Sequence[Taker] = ()

    @property
    def is_unsure(self) -> bool:
        """Whether a person must still say whom the words mean."""
        return self.assignment.certainty != Assignment.Certainty.CERTAIN


def owners_by_role(
    assignments: Iterable[Assignment], roster: Roster, *, day: date | None = None
) -> dict[str, list[Owner]]:
    """Role → owners as the document lists them, for assignments fetched with what they mean; no query, one when others
    go on with the work on the ``day`` (the roster's unless said)."""
    roles: dict[str, list[Owner]] = {role: [] for role in Assignment.Role.values}
    listed = list(assignments)
    going_on = takers(listed, roster, day=day or roster.day)
    for each in listed:
        roles[each.role].append(Owner(each, _meant(each, roster), _choices(each, roster), going_on[each.pk]))
    return roles


def _choices(assignment: Assignment, roster: Roster) -> tuple[Choice, ...]:
    if assignment.certainty != Assignment.Certainty.UNSURE:
        return ()
    offered = ((each.place, _meant(each, roster)) for each in assignment.candidates.all())
    return tuple(Choice(place, meant) for place, meant in offered if meant)


def _meant(body: Assignment | Candidate, roster: Roster) -> Meant | None:
    if body.post:
        return _post(body.post, roster)
    if body.unit:
        version = roster.units.get(body.unit.pk)
        return Meant(body_name(version) if version else body.unit.key, version)
    return _group(body.group, roster) if body.group else None


def _group(group: Group, roster: Roster) -> Meant:
    return Meant(group.name, None, tuple(body_name(version) for version in roster.members(group.pk)))


def _post(post: Post, roster: Roster) -> Meant:
    version = roster.units.get(post.unit_id)
    return Meant(post.called(version.name) if version else post.title, version)
