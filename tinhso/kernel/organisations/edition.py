"""The edition of the organisations: a word that changes whenever anything about them does, so that reading may be kept.

Who there is on a day is asked by every page and changes a few times a year. What was read is kept in the process
together with the edition it was read in, and read again when the edition is another one: one small query instead of
all units, posts, groups and decisions, and never an answer of yesterday.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import connection
from django.http import HttpRequest, HttpResponse

#: How many answers of one kind a process keeps: days that people look at.
MOST = 32
#: Requests that change nothing.
_READING = {"GET", "HEAD"}
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


#: The edition in which a page is being read; asked once, at the page's first question.
_page: ContextVar[list[str] | None] = ContextVar("edition_of_page", default=None)


def edition() -> str:
    """The present edition: 32 hexadecimal digits that never come again, also when a transaction was given up."""
    known = _page.get()
    if known is None:
        return _present()
    if not known:
        known.append(_present())
    return known[0]


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
    token = _page.set([])
    try:
        yield
    finally:
        _page.reset(token)


def _present() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT token FROM organisations_edition")
        row = cursor.fetchone()
    return str(row[0])


def kept_for_edition(read: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """A reading of organisations that is kept as long as they stay as they are; its arguments are hashable.

    The answer is shared by all threads of the process: nobody may change it.
    """
    kept: dict[Hashable, tuple[str, Answer]] = {}

    @wraps(read)
    def reading(*words: Asked.args, **named: Asked.kwargs) -> Answer:
        question, present = (words, *sorted(named.items())), edition()
        known = kept.get(question)
        if known is not None and known[0] == present:
            return known[1]
        answer = read(*words, **named)
        if len(kept) >= MOST:
            kept.clear()
        # Labelled with the edition of before the reading: what changed meanwhile is then read again.
        kept[question] = (present, answer)
        return answer

    return reading
