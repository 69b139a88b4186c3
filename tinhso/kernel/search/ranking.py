"""One statement that weighs what holds the words: the number itself first, words in order, title before body."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from tinhso.kernel.search.dialects import dialect
from tinhso.kernel.search.findable import Kind, Seeker
from tinhso.kernel.search.words import Words

#: So many are weighed of one kind; who has more answers than this needs more words.
MOST = 500
#: Behind every letter and digit: the end of what begins with a word.
_BEHIND = "{"
#: From 0 (best). The number itself; then what still holds; then how the words stand; then what is the person's own.
_SCORE = """
CASE WHEN i.code = %s THEN 0 ELSE 1000 END
+ CASE WHEN i.ended_on IS NULL OR i.ended_on > %s THEN 0 ELSE 100 END
+ CASE WHEN i.code >= %s AND i.code < %s THEN 0 WHEN i.title = %s THEN 10 WHEN i.title LIKE %s THEN 20
    WHEN ' ' || i.title LIKE %s THEN 30 ELSE {tier} END
+ {own}"""
_PLACED = """
WITH candidate(kind, key, scope, score, counted) AS ({candidates}),
best AS (
    SELECT kind, key, max(scope) AS scope, min(score) AS score, sum(counted) AS counted
    FROM candidate GROUP BY kind, key
),
placed AS (
    SELECT kind, key, score, count(*) OVER its AS found, sum(counted) OVER its AS weighed,
        row_number() OVER (PARTITION BY kind ORDER BY score, scope DESC, key) AS place
    FROM best WINDOW its AS (PARTITION BY kind)
)
SELECT kind, key, place, found, weighed, score FROM placed WHERE {chosen} ORDER BY kind, place"""
#: Of every kind the best; of one kind a page of it, and of the others only how many there are.
_BEST, _PAGE = "place <= %s", "(kind = %s AND place > %s AND place <= %s) OR place = 1"

#: A piece of SQL with its parameters.
Sql = tuple[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A thing found, its place among its kind, how many of that are found, how many rows were weighed."""

    kind: str
    key: int
    place: int
    count: int
    weighed: int
    score: int

    @property
    def quality(self) -> int:
        """How well the words stand in it, whosever it is; 0 is best."""
        return self.score // 10


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


def ranked(kinds: Sequence[Kind], words: Words, *, seeker: Seeker, window: Window) -> list[Ranked]:
    """The best of each kind that this person may see."""
    branches = [branch for kind in kinds for branch in _branches(kind, words, seeker)]
    if not branches:
        return []
    chosen, values = window.sql()
    statement = _PLACED.format(candidates=" UNION ALL ".join(sql for sql, _values in branches), chosen=chosen)
    with connection.cursor() as cursor:
        cursor.execute(statement, [*(value for _sql, given in branches for value in given), *values])
        return [Ranked(*row) for row in cursor.fetchall()]


def _branches(kind: Kind, words: Words, seeker: Seeker) -> Iterator[Sql]:
    seen, own = kind.seen(seeker), dialect()
    if seen is False:
        return
    visible: Sql = ("", []) if seen is True else _inside("i.scope", seen)
    numbered = f"search_item i WHERE i.kind = %s AND {own.BEGINS_WITH}"
    starts = numbered, [kind.name, words.phrase, words.phrase + _BEHIND]
    in_title = own.holding(kind.name, words, in_title=True)
    anywhere = own.holding(kind.name, words, in_title=False)
    # What lacks a word is weighed once: its place in the title says little.
    sources = [(anywhere, 50, 1)] if words.one_less else [(starts, 50, 0), (in_title, 40, 0), (anywhere, 50, 1)]
    for (source, values), tier, counted in sources:
        score, weights = _score(kind, words, seeker=seeker, tier=tier)
        order = own.ORDER if source is not numbered else ""
        columns = f"'{kind.name}', i.key, i.scope, {score}, {counted}"
        limited = f"SELECT {columns} FROM {source}{visible[0]} {order} LIMIT {MOST}"
        yield f"SELECT * FROM ({limited}) AS t", [*weights, *values, *visible[1]]


def _score(kind: Kind, words: Words, *, seeker: Seeker, tier: int) -> Sql:
    own, values = _own(kind, seeker)
    phrase = words.phrase
    known = [phrase, seeker.day, phrase, phrase + _BEHIND, phrase, f"{phrase}%", f"% {phrase}%"]
    return _SCORE.format(tier=tier, own=own), [*known, *values]


def _own(kind: Kind, seeker: Seeker) -> Sql:
    """2 less where the person is, 1 less for what is the person's own."""
    parts: list[str] = ["3"]
    values: list[Any] = []
    if kind.here and (here := kind.here(seeker)):
        parts.append("CASE WHEN i.scope = %s THEN 2 ELSE 0 END")
        values.append(here)
    if kind.near:
        inside, near = _inside("i.key", kind.near(seeker))
        parts.append(f"CASE WHEN TRUE{inside} THEN 1 ELSE 0 END")
        values += near
    return " - ".join(parts), values


def _inside(column: str, keys: "QuerySet[Any, Any]") -> Sql:
    try:
        sql, parameters = keys.query.sql_with_params()
    except EmptyResultSet:
        return " AND FALSE", []
    return f" AND {column} IN ({sql})", list(parameters)
