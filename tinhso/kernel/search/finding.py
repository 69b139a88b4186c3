"""What answers a query: the best of each kind, and how many there are. One statement, whatever the number of kinds."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tinhso.kernel.search.attempts import attempts
from tinhso.kernel.search.declarations import kinds
from tinhso.kernel.search.findable import Hit, Kind, Seeker
from tinhso.kernel.search.ranking import Ranked, Window, ranked
from tinhso.kernel.search.reach import reach
from tinhso.kernel.search.words import Words, asked


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of one kind: those shown, and how many there are (``more`` when the counting stopped)."""

    kind: Kind
    hits: Sequence[Hit]
    count: int
    more: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """The kinds that answer, that with the best answer first, and the words that were looked for."""

    words: Words
    found: Sequence[Found]

    @property
    def count(self) -> int:
        """How many things, of whatever kind."""
        return sum(each.count for each in self.found)


def find(query: str, seeker: Seeker, window: Window) -> Answer:
    """What this person may see of what answers, as much of it as ``window`` says."""
    words, within = asked(query), reach(kinds(), seeker)
    for attempt in attempts(words, within.kinds):
        rows = ranked(within, attempt, day=seeker.day, window=window)
        if rows:
            return Answer(attempt, _shown(rows, seeker, window))
    return Answer(words, [])


def _shown(rows: Sequence[Ranked], seeker: Seeker, window: Window) -> list[Found]:
    by_kind: dict[str, list[Ranked]] = defaultdict(list)
    for row in rows:
        by_kind[row.kind].append(row)
    answering = [kind for kind in kinds() if kind.name in by_kind]
    answering.sort(key=lambda kind: by_kind[kind.name][0].quality)
    return [_found(kind, by_kind[kind.name], seeker=seeker, window=window) for kind in answering]


def _found(kind: Kind, rows: Sequence[Ranked], *, seeker: Seeker, window: Window) -> Found:
    keys = [row.key for row in rows if window.holds(row)]
    hits = kind.show(keys, seeker) if keys else {}
    return Found(kind, [hits[key] for key in keys if key in hits], count=rows[0].count, more=rows[0].more)
