"""The edition of the organisations: a word that changes whenever anything about them does, so that reading may be kept.

Who there is on a day is asked by every page and changes a few times a year. What was read is kept in the process
together with the edition it was read in, and read again when the edition is another one: one small query instead of
all units, posts, groups and decisions, and never an answer of yesterday.
"""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import connection

#: How many answers of one kind a process keeps: days that people look at.
MOST = 32
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def edition() -> str:
    """The present edition: 32 hexadecimal digits that never come again, also when a transaction was given up."""
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
