"""Who there is on a day: units, head posts, and what each group means, read once in few queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from tinhso.kernel.organisations.answering import Answering
from tinhso.kernel.organisations.edition import kept_for_edition
from tinhso.kernel.organisations.memberships import Memberships, memberships
from tinhso.kernel.organisations.models import Group, GroupRule, Post, UnitVersion
from tinhso.kernel.organisations.naming import body_name
from tinhso.lib.dates import write_date


@dataclass(frozen=True, slots=True)
class Roster:
    """Units by id, their head posts and the groups as they hold on ``day``; who answers for whom, on every day."""

    day: date
    units: dict[int, UnitVersion]
    posts: dict[int, list[Post]]
    groups: dict[int, Group]
    memberships: Memberships
    answering: Answering
    children: dict[int, list[int]]

    @staticmethod
    def on(day: date) -> "Roster":
        """Kept while the organisations stay as they are: one query then."""
        return _read(day)

    @classmethod
    def read(cls, day: date) -> Self:
        """Six queries, whatever the number of units and groups."""
        posts, rules = defaultdict(list), defaultdict(list)
        for post in Post.objects.valid_on(day):
            posts[post.unit_id].append(post)
        for rule in GroupRule.objects.all():
            rules[rule.group_id].append(rule)
        versions = UnitVersion.objects.valid_on(day).select_related("unit").in_order()
        units = {version.unit_id: version for version in versions}
        groups, answering = {group.pk: group for group in Group.objects.all()}, Answering.read()
        belonging = memberships(rules, answering)
        children = defaultdict(list)
        for version in units.values():
            if version.parent_id:
                children[version.parent_id].append(version.unit_id)
        return cls(
            day, units, posts, groups=groups, memberships=belonging, answering=answering, children=dict(children)
        )

    def with_all_below(self, units: Iterable[int]) -> frozenset[int]:
        """The units, also those that have ended, and everything that stands below them on the day."""
        found, waiting = set[int](), list(units)
        while waiting:
            unit = waiting.pop()
            if unit not in found:
                found.add(unit)
                waiting += self.children.get(unit, ())
        return frozenset(found)

    def versions_of(self, units: Iterable[int]) -> dict[int, UnitVersion]:
        """Units by id as they are on the day, or as they were last; at most one query, for those that have ended."""
        wanted = list(units)
        gone = [unit for unit in wanted if unit not in self.units]
        last = UnitVersion.objects.filter(unit__in=gone, valid_to__lte=self.day).select_related("unit")
        ended = {version.unit_id: version for version in last.order_by("valid_from")} if gone else {}
        return {unit: self.units.get(unit) or ended[unit] for unit in wanted if unit in self.units or unit in ended}

    def called(self, version: UnitVersion) -> str:
        """The body's name, with its last day when it has ended: "UBND huyện Yên Thế (đến 30/6/2025)"."""
        if version.valid_to is None or version.valid_to > self.day:
            return body_name(version)
        return f"{body_name(version)} (đến {write_date(version.valid_to - timedelta(days=1))})"

    def members(self, group_id: int) -> list[UnitVersion]:
        """The units that a group means on the day, in the Vietnamese order; empty for an unlisted group."""
        ids = {each.unit for each in self.memberships.units(group_id, self.day) if not each.mark}
        return [version for unit_id, version in self.units.items() if unit_id in ids]

    def heads(self, group_id: int) -> list[Post]:
        """The posts of the heads of a group's units."""
        found = (self.head_of(version.unit_id) for version in self.members(group_id))
        return [post for post in found if post is not None]

    def head_of(self, unit_id: int) -> Post | None:
        """The post that leads a unit on the day."""
        return next((post for post in self.posts.get(unit_id, ()) if post.rank == Post.Rank.HEAD), None)

    def groups_with(self, unit_id: int) -> list[Group]:
        """The groups that mean the unit on the day."""
        ids = {each.group for each in self.memberships.groups(unit_id, self.day) if not each.mark}
        return [group for pk, group in self.groups.items() if pk in ids]


@kept_for_edition
def _read(day: date) -> Roster:
    return Roster.read(day)
