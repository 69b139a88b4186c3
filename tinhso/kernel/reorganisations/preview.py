"""What drafts of one day would move: units, posts, holders, roles, and what speaks against it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tinhso.kernel.organisations.models import Holding, Post, UnitVersion
from tinhso.kernel.organisations.reorganising.apply import rehearse
from tinhso.kernel.reorganisations.checks import faults
from tinhso.kernel.reorganisations.heirs import heirs
from tinhso.kernel.reorganisations.models import Draft
from tinhso.kernel.reorganisations.orders import orders_of
from tinhso.kernel.reorganisations.roles import Proposal, proposals
from tinhso.kernel.reorganisations.twigs import Twig, grow
from tinhso.lib.errors import TinhsoError

Standing = dict[str, UnitVersion]


@dataclass(frozen=True, slots=True)
class Change:
    """A unit before and after; without the one it is new, without the other it ends. ``heir`` goes on with it."""

    key: str
    before: UnitVersion | None
    after: UnitVersion | None
    heir: UnitVersion | None = None

    @property
    def name(self) -> str:
        """Its name, the new one where it has one."""
        version = self.after or self.before
        return version.name if version else self.key


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything that putting the drafts into force would do. ``old`` and ``new`` are the units by key, of the day
    before and of the day; ``before`` and ``after`` the parts of the trees that change, with who goes on."""

    day: date
    drafts: Sequence[Draft]
    changes: list[Change]
    old: Standing
    new: Standing
    before: list[Twig]
    after: list[Twig]
    posts: list[Post]
    holdings: list[Holding]
    roles: list[tuple[Proposal, UnitVersion | None]]
    faults: list[TinhsoError]

    @property
    def eve(self) -> date:
        """The last day of the old tree."""
        return self.day - timedelta(days=1)

    @property
    def ended(self) -> list[Change]:
        """The units that stop."""
        return [change for change in self.changes if change.after is None]

    @property
    def undecided(self) -> list[Change]:
        """The units that stop and of which nobody can say who goes on with their work."""
        return [change for change in self.ended if change.heir is None]


def preview(drafts: Sequence[Draft]) -> Preview:
    """Rehearse the drafts of one day; nothing is written. A constant number of queries."""
    day, lines = drafts[0].effective_on, [line for draft in drafts for line in draft.lines.all()]
    rehearsal, roles = rehearse(*orders_of(drafts)), proposals(lines, day)
    before, after = rehearsal.book.standing(day - timedelta(days=1)), rehearsal.book.standing(day)
    closing = {line.unit for line in lines if line.ends}
    changes = _changes(before, after, followers=heirs(lines, day))
    receiving = {change.heir.unit.key for change in changes if change.heir}
    return Preview(
        day,
        drafts,
        changes=changes,
        old=before,
        new=after,
        before=grow(before, {change.key for change in changes if change.before} | receiving & before.keys()),
        after=grow(after, {change.key for change in changes if change.after} | receiving),
        posts=list(Post.objects.valid_on(day).filter(unit__key__in=closing).select_related("unit")),
        holdings=list(Holding.objects.valid_on(day).filter(post__unit__key__in=closing).select_related("post__unit")),
        roles=[(each, after.get(each.successor)) for each in roles],
        faults=faults(drafts, rehearsal, roles),
    )


def _changes(before: Standing, after: Standing, *, followers: dict[str, str]) -> list[Change]:
    keys = [key for key in {**before, **after} if before.get(key) is not after.get(key)]
    found = (
        Change(key, before.get(key), after.get(key), None if key in after else after.get(followers.get(key, "")))
        for key in keys
    )
    return sorted(found, key=_place)


def _place(change: Change) -> tuple[int, str]:
    """What begins first, then what changes, then what ends; each by name."""
    return (change.after is None) + (change.before is not None), change.name
