"""Who answers on a day for the open work of a unit: itself while it stands, then whoever follows it.

Work follows the function; what was recorded keeps the unit of its time (decision 77 gives the rules and the reasons).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.db import connection
from django.db.models import TextChoices

#: A unit that ended passes its work on: to its successor, to the one with more than all others, else to each of them;
#: without a successor to its superior. A unit that goes on keeps its work, whatever part or function it gave away.
_WALK = """
WITH RECURSIVE ended(unit, day, superior) AS (
    SELECT last.unit_id, last.valid_to, last.parent_id FROM organisations_unitversion last
    WHERE last.valid_to IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM organisations_unitversion later
        WHERE later.unit_id = last.unit_id AND later.valid_from >= last.valid_to)
), link(unit, successor, day, share, whole) AS (
    SELECT ended.unit, told.successor_id, ended.day,
        CASE WHEN COUNT(*) = COUNT(told.share) THEN SUM(told.share) END,
        MAX(CASE WHEN told.manner = 'transfer' THEN 0 ELSE 1 END)
    FROM ended
    JOIN organisations_succession told ON told.predecessor_id = ended.unit AND told.successor_id IS NOT NULL
    JOIN organisations_reorganisation decision
        ON decision.id = told.reorganisation_id AND decision.effective_on = ended.day
    GROUP BY ended.unit, told.successor_id, ended.day
), heir(unit, successor, day, share) AS (
    SELECT link.unit, link.successor, link.day, link.share FROM link
    WHERE link.whole = (SELECT MAX(other.whole) FROM link other WHERE other.unit = link.unit)
), first_heir(unit, successor, day) AS (
    SELECT heir.unit, heir.successor, heir.day FROM heir
    WHERE heir.share > 0.5 OR NOT EXISTS (
        SELECT 1 FROM heir other WHERE other.unit = heir.unit AND other.successor <> heir.successor
        AND (other.share IS NULL OR heir.share IS NULL OR other.share >= heir.share))
), passing(unit, taker, day, mark) AS (
    SELECT unit, successor, day, CAST('' AS text) FROM first_heir
    UNION ALL
    SELECT unit, successor, day, CAST('shared' AS text) FROM heir WHERE unit NOT IN (SELECT unit FROM first_heir)
    UNION ALL
    SELECT unit, superior, day, CAST('superior' AS text) FROM ended
    WHERE superior IS NOT NULL AND unit NOT IN (SELECT unit FROM heir)
), walk(origin, unit, since, mark) AS (
    SELECT unit_id, unit_id, MIN(valid_from), CAST('' AS text) FROM organisations_unitversion GROUP BY unit_id
    UNION
    SELECT walk.origin, passing.taker, passing.day, CASE WHEN walk.mark = '' THEN passing.mark ELSE walk.mark END
    FROM walk JOIN passing ON passing.unit = walk.unit AND passing.day >= walk.since
), span(origin, unit, since, until, mark) AS (
    SELECT walk.origin, walk.unit, walk.since,
        (SELECT MIN(passing.day) FROM passing WHERE passing.unit = walk.unit AND passing.day >= walk.since), walk.mark
    FROM walk
)
"""
_SPANS = f"""{_WALK}
SELECT origin, unit, CAST(since AS text), CAST(until AS text), mark FROM span
WHERE until IS NULL OR until > since ORDER BY origin, since, unit"""  # noqa: S608 - the walk above, no outside word
_ORIGINS = f"""{_WALK}
SELECT DISTINCT origin FROM span
WHERE unit IN (UNITS) AND since <= %s AND (until IS NULL OR until > %s)"""  # noqa: S608 - only placeholders vary


class Mark(TextChoices):
    """Why a person should decide who goes on with the work of a unit that ended."""

    NONE = "", ""
    SHARED = "shared", "Nhiều đơn vị kế tiếp, chưa giao cho đơn vị nào"
    SUPERIOR = "superior", "Đơn vị kết thúc hoạt động, cấp trên tiếp nhận"


@dataclass(frozen=True, slots=True)
class Span:
    """``unit`` answers for the work of ``origin`` from ``since`` to the day before ``until`` (None: it still does)."""

    origin: int
    unit: int
    since: date
    until: date | None
    mark: Mark

    def holds_on(self, day: date) -> bool:
        """Whether it answers on that day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Answering:
    """Who answers for whom, on every day; read once for the whole province."""

    _of_origin: dict[int, list[Span]]
    _of_unit: dict[int, list[Span]]

    @classmethod
    def read(cls) -> Self:
        """One SQL."""
        with connection.cursor() as cursor:
            cursor.execute(_SPANS)
            return cls.of(_span(*row) for row in cursor.fetchall())

    @classmethod
    def of(cls, spans: Iterable[Span]) -> Self:
        """Spans in their order, found from both ends."""
        of_origin, of_unit = defaultdict(list), defaultdict(list)
        for span in spans:
            of_origin[span.origin].append(span)
            of_unit[span.unit].append(span)
        return cls(dict(of_origin), dict(of_unit))

    def answerers(self, origin: int, day: date) -> list[Span]:
        """Who answers on the day for what was given to a unit; several when a person must still decide."""
        return [span for span in self._of_origin.get(origin, ()) if span.holds_on(day)]

    def spans_after(self, origin: int, day: date) -> list[Span]:
        """Who answers for what was given to a unit from that day on, in order of time."""
        return [span for span in self._of_origin.get(origin, ()) if span.until is None or span.until > day]

    def spans_of(self, unit: int) -> list[Span]:
        """For whom the unit answers, and when: itself and those it follows."""
        return self._of_unit.get(unit, [])


def answered_by(units: Collection[int], day: date) -> frozenset[int]:
    """The units for whose open work these answer on the day: themselves and those they follow; one SQL.

    A unit that has ended still counts for itself: whether an account may act for it is told by the days of its role.
    """
    if not units:
        return frozenset()
    statement = _ORIGINS.replace("UNITS", ", ".join(["%s"] * len(units)))
    with connection.cursor() as cursor:
        cursor.execute(statement, (*units, day, day))
        return frozenset(units) | {origin for (origin,) in cursor.fetchall()}


def _span(*row: object) -> Span:
    origin, unit, since, until, mark = row
    first = date.min if origin == unit else date.fromisoformat(str(since))
    last = date.fromisoformat(str(until)) if until else None
    return Span(int(str(origin)), int(str(unit)), first, last, Mark(str(mark)))
