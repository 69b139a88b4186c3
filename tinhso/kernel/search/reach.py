"""What a person may find and what of it is his own: asked once, whatever is then tried."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet

from tinhso.kernel.search.findable import Kind, Seeker, Seen

#: A piece of SQL with its parameters; ``i`` is the row of the index that it is about.
Sql = tuple[str, list[Any]]
#: So many rows are taken of one kind; who has more answers than this needs more words.
MOST = 500


@dataclass(frozen=True, slots=True)
class Reach:
    """Names of the kinds; the condition that a row may be seen; how much better a row is for being one's own."""

    kinds: tuple[str, ...]
    visible: Sql
    own: Sql


def reach(kinds: Sequence[Kind], seeker: Seeker) -> Reach:
    """What this person may find. Kinds that ask the same are asked together."""
    seen = {ask: _visible(ask(seeker)) for ask in dict.fromkeys(kind.seen for kind in kinds)}
    within = [kind for kind in kinds if seen[kind.seen]]
    visible = (
        _of([kind.name for kind in within if kind.seen == ask], condition)
        for ask, condition in seen.items()
        if condition
    )
    return Reach(tuple(kind.name for kind in within), _joined(" OR ", visible), _own(within, seeker))


def _visible(seen: Seen) -> Sql | None:
    """The condition on a row of such kinds; None when nothing of them may be seen."""
    if isinstance(seen, bool):
        return ("TRUE", []) if seen else None
    return _inside("i.scope", seen)


def _own(kinds: Sequence[Kind], seeker: Seeker) -> Sql:
    """2 where the person is, and 1 for what is the person's own."""
    return _joined(" + ", (*_here(kinds, seeker), *_near(kinds, seeker)))


def _here(kinds: Sequence[Kind], seeker: Seeker) -> Iterator[Sql]:
    for kind in kinds:
        if kind.here and (here := kind.here(seeker)):
            yield _counting(2, _of([kind.name], ("i.scope = %s", [here])))


def _near(kinds: Sequence[Kind], seeker: Seeker) -> Iterator[Sql]:
    for kind in kinds:
        if kind.near and (near := _inside("i.key", kind.near(seeker))):
            yield _counting(1, _of([kind.name], near))


def _counting(worth: int, condition: Sql) -> Sql:
    return f"CASE WHEN {condition[0]} THEN {worth} ELSE 0 END", condition[1]


def _of(kinds: Sequence[str], condition: Sql) -> Sql:
    return f"(i.kind IN ({', '.join(['%s'] * len(kinds))}) AND {condition[0]})", [*kinds, *condition[1]]


def _inside(column: str, keys: "QuerySet[Any, Any]") -> Sql | None:
    try:
        sql, parameters = keys.order_by().query.sql_with_params()
    except EmptyResultSet:
        return None
    return f"{column} IN ({sql})", list(parameters)


def _joined(between: str, pieces: Iterator[Sql] | Sequence[Sql]) -> Sql:
    """The pieces as one; 0, which is also false, when there are none."""
    each = list(pieces)
    return between.join(sql for sql, _values in each) or "0", [value for _sql, values in each for value in values]
