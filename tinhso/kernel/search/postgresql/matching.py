"""Which rows of the index hold the words, asked of GIN."""

from collections.abc import Sequence

from django.db import connection, transaction

from tinhso.kernel.search.postgresql.building import ANYWHERE, IN_TITLE
from tinhso.kernel.search.reach import MOST, Reach, Sql
from tinhso.kernel.search.words import Group, Term, Words

#: Each kind is asked by itself and gives the most, in whatever order GIN has them.
_TAKEN = f"""
SELECT its.* FROM {{asked}} CROSS JOIN LATERAL (
    SELECT i.kind, i.key, i.scope, i.code, i.title, i.ended_on FROM search_item i
    WHERE {{condition}} AND ({{visible}}) LIMIT {MOST}
) AS its"""
_ASKED = "unnest(%s::text[], %s::tsquery[]) AS asked(kind, query)"
_MANY = f"JOIN (SELECT kind FROM anywhere GROUP BY kind HAVING count(*) >= {MOST}) AS many USING (kind)"
_CODE = 'i.kind = asked.kind AND i.code COLLATE "C" >= %s AND i.code COLLATE "C" < %s'
#: A word that stands nowhere is told in no time by the index; the planner would rather walk the table to a first row.
_BY_INDEX = "SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off"
#: A common word is told by the first kind that has it: the index would give all its rows before the first.
_HELD = f"""
SELECT word, begun FROM unnest(%s::text[], %s::boolean[]) AS asked(word, begun)
CROSS JOIN LATERAL (
    SELECT 1 FROM unnest(%s::text[]) AS searched(name)
    CROSS JOIN LATERAL (
        SELECT 1 FROM search_item
        WHERE {ANYWHERE} @@ (name || '=' || word || CASE WHEN begun THEN ':*' ELSE '' END)::tsquery LIMIT 1
    ) AS held LIMIT 1
) AS first"""


def anywhere(reach: Reach, words: Words) -> Sql:
    """Rows of each kind that hold the words, at most so many of one."""
    sql = _TAKEN.format(asked=_ASKED, condition=f"{ANYWHERE} @@ asked.query", visible=reach.visible[0])
    return sql, [list(reach.kinds), _queries(reach, words), *reach.visible[1]]


def in_title(reach: Reach, words: Words) -> Sql:
    """Those that hold the words in the title, of the kinds of which ``anywhere`` gave the most."""
    asked = f"{_ASKED} {_MANY}"
    sql = _TAKEN.format(asked=asked, condition=f"{IN_TITLE} @@ asked.query", visible=reach.visible[0])
    return sql, [list(reach.kinds), _queries(reach, words), *reach.visible[1]]


def numbered(reach: Reach, first: str, behind: str) -> Sql:
    """Rows of each kind whose code stands from ``first`` on and before ``behind``."""
    asked = "unnest(%s::text[]) AS asked(kind)"
    sql = _TAKEN.format(asked=asked, condition=_CODE, visible=reach.visible[0])
    return sql, [list(reach.kinds), first, behind, *reach.visible[1]]


def held(terms: Sequence[Term], kinds: Sequence[str]) -> set[Term]:
    """Those of the terms that stand somewhere in these kinds."""
    words, begun = [term.word for term in terms], [term.begun for term in terms]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_BY_INDEX)
        cursor.execute(_HELD, [words, begun, list(kinds)])
        return {Term(*row) for row in cursor.fetchall()}


def _queries(reach: Reach, words: Words) -> list[str]:
    return [_query(kind, words) for kind in reach.kinds]


def _query(kind: str, words: Words) -> str:
    terms = [_any_of(kind, group, begun=begun) for group, begun in words.parts()]
    return words.condition(terms, both=" & ", either=" | ")


def _any_of(kind: str, group: Group, *, begun: bool) -> str:
    star = ":*" if begun else ""
    return "(" + " | ".join(f"'{kind}={word}'{star}" for word in group) + ")"
