"""Who there is on a day: units, head posts, and what each group means, read once in few queries."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Self

from tinhso.kernel.organisations.answering import Answering
from tinhso.kernel.organisations.models import Group, GroupRule, Post, UnitVersion


@dataclass(frozen=True, slots=True)
class Roster:
    """Units by id, their head posts and the rules of groups as they hold on ``day``; who answers for whom."""

    day: date
    units: dict[int, UnitVersion]
    posts: dict[int, list[Post]]
    groups: dict[int, Group]
    rules: dict[int, list[GroupRule]]
    answering: Answering

    @classmethod
    def on(cls, day: date) -> Self:
        """Five queries, whatever the number of units and groups."""
        posts, rules = defaultdict(list), defaultdict(list)
        for post in Post.objects.valid_on(day):
            posts[post.unit_id].append(post)
        for rule in GroupRule.objects.all():
            rules[rule.group_id].append(rule)
        versions = UnitVersion.objects.valid_on(day).select_related("unit").in_order()
        units = {version.unit_id: version for version in versions}
        groups = {group.pk: group for group in Group.objects.all()}
        return cls(day, units, posts, groups=groups, rules=rules, answering=Answering.read())

    def members(self, group_id: int) -> list[UnitVersion]:
        """The units that a group means on the day, in the Vietnamese order; empty for an unlisted group."""
        ids = self._members(group_id, frozenset())
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
        return [group for pk, group in self.groups.items() if unit_id in self._members(pk, frozenset())]

    def _members(self, group_id: int, above: frozenset[int]) -> set[int]:
        if group_id in above:
            return set()
        ids: set[int] = set()
        for rule in self.rules.get(group_id, ()):
            meant = self._meant(rule, above | {group_id})
            ids = ids - meant if rule.effect == GroupRule.Effect.EXCLUDE else ids | meant
        return ids

    def _meant(self, rule: GroupRule, above: frozenset[int]) -> set[int]:
        if rule.subgroup_id is not None:
            return self._members(rule.subgroup_id, above)
        if rule.unit_id is not None:
            return {rule.unit_id} & self.units.keys()
        return {unit_id for unit_id, version in self.units.items() if version.kind == rule.kind}
