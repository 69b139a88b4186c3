"""Which rows of the index hold the words, asked of FTS5."""

from collections.abc import Sequence

from django.db import connection
from django.db.backends.utils import CursorWrapper

from tinhso.kernel.search.words import Group, Words

_FROM = "search_words JOIN search_item i ON i.id = search_words.rowid"
#: The newest first.
ORDER = "ORDER BY search_words.rowid DESC"
BEGINS_WITH = "i.code >= %s AND i.code < %s"


def holding(kind: str, words: Words, *, in_title: bool) -> tuple[str, list[object]]:
    """FROM and WHERE of the rows of a kind that hold the words."""
    column = "title : " if in_title else ""
    ways = (" AND ".join(_any_of(group, column, begun=begun) for group, begun in way) for way in words.ways())
    return f"{_FROM} WHERE search_words MATCH %s", [f"kind : {kind} AND ({' OR '.join(f'({way})' for way in ways)})"]


def held(words: Sequence[str], *, begun: bool) -> list[str]:
    """Those of the words that stand somewhere in the index, as they are or as a beginning."""
    star = " *" if begun else ""
    with connection.cursor() as cursor:
        return [word for word in words if _is_held(cursor, f'"{word}"{star}')]


def _is_held(cursor: CursorWrapper, query: str) -> bool:
    cursor.execute("SELECT 1 FROM search_words WHERE search_words MATCH %s LIMIT 1", [query])
    return cursor.fetchone() is not None


def _any_of(group: Group, column: str, *, begun: bool) -> str:
    star = " *" if begun else ""
    return "(" + " OR ".join(f'{column}"{word}"{star}' for word in group) + ")"
