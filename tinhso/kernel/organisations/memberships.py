"""Which units a group means, and from which day to which: "các sở, ngành" of 2022 are not those of 2025."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from tinhso.kernel.organisations.answering import Answering, Mark, Span
from tinhso.kernel.organisations.models import GroupRule, UnitVersion

Life = tuple[int, str, date, date | None]
"""A unit, its kind, and the days of that."""


@dataclass(frozen=True, slots=True)
class Membership:
    """A group means a unit from ``since`` to the day before ``until``. Marked when the unit only answers for the last
    members of a group that means nobody any more."""

    group: int
    unit: int
    since: date
    until: date | None
    mark: Mark = Mark.NONE

    def holds_on(self, day: date) -> bool:
        """Whether the group means the unit on that day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Memberships:
    """All of them, found from both ends."""

    of_group: Mapping[int, list[Membership]]
    of_unit: Mapping[int, list[Membership]]

    def units(self, group: int, day: date) -> list[Membership]:
        """Whom a group means on the day."""
        return [each for each in self.of_group.get(group, ()) if each.holds_on(day)]

    def groups(self, unit: int, day: date) -> list[Membership]:
        """The groups that mean a unit on the day."""
        return [each for each in self.of_unit.get(unit, ()) if each.holds_on(day)]


def memberships(rules: Mapping[int, list[GroupRule]], answering: Answering) -> Memberships:
    """What all groups mean on all days, in one query. A unit named by a rule is followed by who answers for it."""
    meaning = _Meaning(rules)
    found: dict[int, list[Membership]] = defaultdict(list)
    for unit, kind, since, until in UnitVersion.objects.order_by("valid_from").values_list(*_LIFE):
        for first, last in _stretches((unit, kind, since, until), answering):
            followed = frozenset(span.origin for span in answering.spans_of(unit) if span.holds_on(first))
            for group in meaning.groups(kind, followed & meaning.named):
                found[group].append(Membership(group, unit, first, last))
    everything = [each for members in found.values() for each in (*members, *_left(members, answering))]
    of_group, of_unit = defaultdict(list), defaultdict(list)
    for each in everything:
        of_group[each.group].append(each)
        of_unit[each.unit].append(each)
    return Memberships(of_group, of_unit)


_LIFE = ("unit", "kind", "valid_from", "valid_to")


@dataclass(slots=True)
class _Meaning:
    """The rules, asked for a kind of unit and the named units for which one answers; each answer is found once."""

    rules: Mapping[int, list[GroupRule]]
    named: frozenset[int] = frozenset()
    _known: dict[tuple[str, frozenset[int]], frozenset[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.named = frozenset(rule.unit_id for lines in self.rules.values() for rule in lines if rule.unit_id)

    def groups(self, kind: str, units: frozenset[int]) -> frozenset[int]:
        """The groups that mean such a unit."""
        if (kind, units) not in self._known:
            meant = (group for group in self.rules if self._means(group, kind, units, frozenset()))
            self._known[kind, units] = frozenset(meant)
        return self._known[kind, units]

    def _means(self, group: int, kind: str, /, *known: frozenset[int]) -> bool:
        units, above = known
        if group in above:
            return False
        meant = False
        for rule in self.rules.get(group, ()):
            if rule.subgroup_id is not None:
                hit = self._means(rule.subgroup_id, kind, units, above | {group})
            else:
                hit = rule.unit_id in units if rule.unit_id is not None else rule.kind == kind
            meant = (rule.effect != GroupRule.Effect.EXCLUDE) if hit else meant
        return meant


def _stretches(life: Life, answering: Answering) -> Iterable[tuple[date, date | None]]:
    """The days of a version, cut where the unit begins to answer for another."""
    unit, _kind, since, until = life
    taken = {span.since for span in answering.spans_of(unit)}
    cuts = sorted(day for day in taken if since < day and (until is None or day < until))
    return zip([since, *cuts], [*cuts, until], strict=True)


def _left(members: list[Membership], answering: Answering) -> list[Membership]:
    """Who answers when a group means nobody any more: those who answer for its last members."""
    ends = [each.until for each in members]
    last = max((end for end in ends if end is not None), default=None)
    if last is None or None in ends:
        return []
    spans = (span for each in members if each.until == last for span in answering.spans_after(each.unit, last))
    return list(dict.fromkeys(_taken(members[0].group, span, last) for span in spans))


def _taken(group: int, span: Span, day: date) -> Membership:
    return Membership(group, span.unit, max(span.since, day), span.until, span.mark)
