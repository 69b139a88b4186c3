"""Which rows of the index hold the words, asked of GIN."""

from collections.abc import Sequence

from django.db import connection, transaction

from tinhso.kernel.search.postgresql.building import ANYWHERE, IN_TITLE
from tinhso.kernel.search.words import Group, Words

#: As GIN gives them: an order would have to look at every row that holds the words.
ORDER = ""
BEGINS_WITH = 'i.code COLLATE "C" >= %s AND i.code COLLATE "C" < %s'
#: A word that stands nowhere is told in no time by the index; the planner would rather walk the table to a first row.
_BY_INDEX = "SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off"
_HELD = f"""
SELECT word FROM unnest(%s::text[]) WITH ORDINALITY AS asked(word, place)
CROSS JOIN LATERAL (SELECT 1 FROM search_item WHERE {ANYWHERE} @@ (word || %s)::tsquery LIMIT 1) AS first
ORDER BY place"""


def holding(kind: str, words: Words, *, in_title: bool) -> tuple[str, list[object]]:
    """FROM and WHERE of the rows of a kind that hold the words."""
    ways = (" & ".join(_any_of(group, begun=begun) for group, begun in way) for way in words.ways())
    query = f"'={kind}' & ({' | '.join(f'({way})' for way in ways)})"
    return f"search_item i WHERE {IN_TITLE if in_title else ANYWHERE} @@ %s::tsquery", [query]


def held(words: Sequence[str], *, begun: bool) -> list[str]:
    """Those of the words that stand somewhere in the index, as they are or as a beginning."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_BY_INDEX)
        cursor.execute(_HELD, [list(words), ":*" if begun else ""])
        return [word for (word,) in cursor.fetchall()]


def _any_of(group: Group, *, begun: bool) -> str:
    star = ":*" if begun else ""
    return "(" + " | ".join(f"'{word}'{star}" for word in group) + ")"
