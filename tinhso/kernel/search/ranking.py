"""One statement that weighs what holds the words: the number itself first, words in order, title before body."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from tinhso.kernel.search.dialects import dialect
from tinhso.kernel.search.reach import MOST, Reach, Sql
from tinhso.kernel.search.words import Words

#: Behind every letter and digit: the end of what begins with a word.
_BEHIND = "{"
#: From 0 (best). The number itself; then what still holds; then how the words stand; then what is the person's own.
_SCORE = """
CASE WHEN i.code = %s THEN 0 ELSE 1000 END
+ CASE WHEN i.ended_on IS NULL OR i.ended_on > %s THEN 0 ELSE 100 END
+ CASE WHEN i.code >= %s AND i.code < %s THEN 0 WHEN i.title = %s THEN 10 WHEN i.title LIKE %s THEN 20
    WHEN ' ' || i.title LIKE %s THEN 30 WHEN {whole} THEN 40 ELSE 50 END
+ 3 - ({own})"""
#: Only of a kind with more answers than are weighed are those looked for that hold the words in the title.
_PLACED = """
WITH anywhere AS MATERIALIZED ({anywhere}),
candidate AS ({candidates}),
best AS (
    SELECT kind, key, max(scope) AS scope, min({score}) AS score, sum(held) AS held, sum(numbered) AS numbered
    FROM candidate i GROUP BY kind, key
),
placed AS (
    SELECT kind, key, score, count(*) OVER its AS found, sum(held) OVER its AS held, sum(numbered) OVER its AS numbered,
        row_number() OVER (PARTITION BY kind ORDER BY score, scope DESC, key) AS place
    FROM best WINDOW its AS (PARTITION BY kind)
)
SELECT kind, key, place, found, held, numbered, score FROM placed WHERE {chosen} ORDER BY kind, place"""
_ALL = """
SELECT *, 1 AS held, 0 AS numbered FROM anywhere
UNION ALL SELECT *, 0, 0 FROM ({in_title}) AS in_title
UNION ALL SELECT *, 0, 1 FROM ({numbered}) AS numbered"""
#: What lacks a word is weighed once: its place in the title says little.
_LACKING = "SELECT *, 1 AS held, 0 AS numbered FROM anywhere"
#: Of every kind the best; of one kind a page of it, and of the others only how many there are.
_BEST, _PAGE = "place <= %s", "(kind = %s AND place > %s AND place <= %s) OR place = 1"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A thing found, its place in its kind, how many of that are found, how many rows were taken by words, by code."""

    kind: str
    key: int
    place: int
    count: int
    held: int
    numbered: int
    score: int

    @property
    def quality(self) -> int:
        """How well the words stand in it, whosever it is; 0 is best."""
        return self.score // 10

    @property
    def more(self) -> bool:
        """Whether there are more of its kind than were taken."""
        return max(self.held, self.numbered) >= MOST


@dataclass(frozen=True, slots=True)
class Window:
    """How many to give: of every kind, or of the kind called ``only`` after the first ``skip``."""

    most: int
    only: str = ""
    skip: int = 0

    def holds(self, row: Ranked) -> bool:
        """Whether the row is to be shown, not only counted."""
        return self.only in ("", row.kind) and self.skip < row.place <= self.skip + self.most

    def sql(self) -> Sql:
        """The condition on a row's place."""
        if self.only:
            return _PAGE, [self.only, self.skip, self.skip + self.most]
        return _BEST, [self.most]


def ranked(reach: Reach, words: Words, *, day: date, window: Window) -> list[Ranked]:
    """The best of each kind within reach."""
    if not reach.kinds:
        return []
    anywhere, candidates = dialect().anywhere(reach, words), _candidates(reach, words)
    score, chosen = _score(reach, words, day), window.sql()
    parts = {"anywhere": anywhere, "candidates": candidates, "score": score, "chosen": chosen}
    statement = _PLACED.format(**{name: sql for name, (sql, _values) in parts.items()})
    with connection.cursor() as cursor:
        cursor.execute(statement, [value for _sql, values in parts.values() for value in values])
        return [Ranked(*row) for row in cursor.fetchall()]


def _candidates(reach: Reach, words: Words) -> Sql:
    if words.one_less:
        return _LACKING, []
    in_title = dialect().in_title(reach, words)
    numbered = dialect().numbered(reach, words.phrase, words.phrase + _BEHIND)
    return _ALL.format(in_title=in_title[0], numbered=numbered[0]), [*in_title[1], *numbered[1]]


def _score(reach: Reach, words: Words, day: date) -> Sql:
    phrase, whole, own = words.phrase, _whole(words), reach.own
    known = [phrase, day, phrase, phrase + _BEHIND, phrase, f"{phrase}%", f"% {phrase}%"]
    return _SCORE.format(whole=whole[0], own=own[0]), [*known, *whole[1], *own[1]]


def _whole(words: Words) -> Sql:
    """Whether the title holds every word."""
    if words.one_less:
        return "FALSE", []
    held = "' ' || i.title || ' ' LIKE %s"
    groups = [[f"% {word}{'' if begun else ' '}%" for word in group] for group, begun in words.parts()]
    condition = " AND ".join(f"({' OR '.join([held] * len(group))})" for group in groups)
    return condition, [pattern for group in groups for pattern in group]
