"""Editions: a word that changes whenever anything about the organisations does, so that reading may be kept.

Who there is on a day is asked by every page and changes a few times a year. What was read is kept in the process
together with the edition it was read in, and read again when the edition is another one: one small query instead of
all units, posts, groups and decisions, and never an answer of yesterday. An app whose facts change seldom may have an
edition of its own beside (``edition_triggers.install``).
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import connection
from django.http import HttpRequest, HttpResponse

from tinhso.lib.keeping import Kept

#: How many answers of one kind a process keeps: days that people look at.
MOST = 32
#: The table that holds the edition of the organisations; other apps have one of the same make for what is theirs.
ORGANISATIONS = "organisations_edition"
#: Requests that change nothing.
_READING = {"GET", "HEAD"}
_TOKENS = "SELECT '%(table)s', token FROM \"%(table)s\""
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

#: The tables that pages ask about.
_of_pages: dict[str, None] = {ORGANISATIONS: None}
#: Table → the edition in which a page is being read; asked once, at the page's first question.
_page: ContextVar[dict[str, str] | None] = ContextVar("editions_of_page", default=None)


def edition(*tables: str) -> tuple[str, ...]:
    """The present edition of each table's facts: digits that never come again, also when a transaction was given up.

    One query; in a page that only reads, one for all its questions together.
    """
    known = _page.get()
    if known is None:
        known = _present(*tables)
    elif not known.keys() >= set(tables):
        known.update(_present(*_of_pages, *tables))
    return tuple(known[table] for table in tables)


def asked_together(table: str) -> str:
    """Name a table that pages ask about: at the first question of a page all such editions come in one query."""
    _of_pages[table] = None
    return table


def one_edition(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """The middleware that lets a page which only reads be read in one edition, from its first question to its last."""

    def respond(request: HttpRequest) -> HttpResponse:
        if request.method not in _READING:
            return get_response(request)
        with _one_page():
            return get_response(request)

    return respond


@contextmanager
def _one_page() -> Iterator[None]:
    token = _page.set({})
    try:
        yield
    finally:
        _page.reset(token)


def _present(*tables: str) -> dict[str, str]:
    found: dict[str, list[str]] = {table: [] for table in tables}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(_TOKENS % {"table": table} for table in found))
        for table, token in cursor.fetchall():
            found[table].append(token)
    return {table: " ".join(sorted(tokens)) for table, tokens in found.items()}


def kept_for(*tables: str, most: int = MOST) -> Callable[[Callable[Asked, Answer]], Callable[Asked, Answer]]:
    """A reading that is kept as long as nothing changes of what these editions stand for; its arguments are hashable.

    The answer is shared by all threads of the process: nobody may change it.
    """

    def keeping(read: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
        kept: Kept[Hashable, Answer] = Kept(most)

        @wraps(read)
        def reading(*words: Asked.args, **named: Asked.kwargs) -> Answer:
            question = (words, *sorted(named.items()))
            return kept.one(question, edition(*tables), lambda: read(*words, **named))

        return reading

    return keeping


#: A reading of organisations alone.
kept_for_edition = kept_for(ORGANISATIONS)
