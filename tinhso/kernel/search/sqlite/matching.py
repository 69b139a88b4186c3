"""Which rows of the index hold the words, asked of FTS5."""

from collections.abc import Iterable, Sequence
from itertools import chain

from django.db import connection
from django.db.backends.utils import CursorWrapper

from tinhso.kernel.search.reach import MOST, Reach, Sql
from tinhso.kernel.search.words import Group, Term, Words

_ROW = "i.kind, i.key, i.scope, i.code, i.title, i.ended_on"
_WORDS = "search_words JOIN search_item i ON i.id = search_words.rowid"
#: The newest first.
_TAKEN = f"""
SELECT * FROM (
    SELECT {_ROW} FROM {_WORDS} WHERE search_words MATCH %s AND ({{visible}})
    ORDER BY search_words.rowid DESC LIMIT {{most}}
)"""
_NUMBERED = f"""
SELECT * FROM (
    SELECT {_ROW} FROM search_item i WHERE i.kind = %s AND i.code >= %s AND i.code < %s AND ({{visible}}) LIMIT {MOST}
)"""
#: With none to take, FTS5 is not asked.
_IF_MANY = f"(SELECT CASE WHEN count(*) >= {MOST} THEN {MOST} ELSE 0 END FROM anywhere WHERE kind = %s)"
_HELD = f"SELECT 1 FROM {_WORDS} WHERE search_words MATCH %s AND i.kind IN ({{kinds}}) LIMIT 1"


def anywhere(reach: Reach, words: Words) -> Sql:
    """Rows of each kind that hold the words, at most so many of one."""
    taken = _TAKEN.format(visible=reach.visible[0], most=MOST)
    return _of_each(taken, ([_query(kind, words), *reach.visible[1]] for kind in reach.kinds))


def in_title(reach: Reach, words: Words) -> Sql:
    """Those that hold the words in the title, of the kinds of which ``anywhere`` gave the most."""
    taken = _TAKEN.format(visible=reach.visible[0], most=_IF_MANY)
    return _of_each(taken, ([_query(kind, words, "title : "), *reach.visible[1], kind] for kind in reach.kinds))


def numbered(reach: Reach, first: str, behind: str) -> Sql:
    """Rows of each kind whose code stands from ``first`` on and before ``behind``."""
    taken = _NUMBERED.format(visible=reach.visible[0])
    return _of_each(taken, ([kind, first, behind, *reach.visible[1]] for kind in reach.kinds))


def held(terms: Sequence[Term], kinds: Sequence[str]) -> set[Term]:
    """Those of the terms that stand somewhere in these kinds."""
    statement = _HELD.format(kinds=", ".join(["%s"] * len(kinds)))
    with connection.cursor() as cursor:
        return {term for term in terms if _any(cursor, statement, [_any_of((term.word,), begun=term.begun), *kinds])}


def _any(cursor: CursorWrapper, statement: str, values: list[str]) -> bool:
    cursor.execute(statement, values)
    return cursor.fetchone() is not None


def _of_each(taken: str, values: Iterable[list[object]]) -> Sql:
    each = list(values)
    return " UNION ALL ".join([taken] * len(each)), list(chain.from_iterable(each))


def _query(kind: str, words: Words, column: str = "") -> str:
    terms = [_any_of(group, column, begun=begun) for group, begun in words.parts()]
    return f"kind : {kind} AND ({words.condition(terms, both=' AND ', either=' OR ')})"


def _any_of(group: Group, column: str = "", *, begun: bool) -> str:
    star = " *" if begun else ""
    return "(" + " OR ".join(f'{column}"{word}"{star}' for word in group) + ")"
