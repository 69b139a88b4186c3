"""What a page tells everybody alike of a programme on a day: read once, kept while no programme and no unit changes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import wraps
from typing import TypeVar

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.edition import ORGANISATIONS, edition
from tinhso.steering.pages.asked import Asked
from tinhso.steering.programmes.edition import PROGRAMMES

#: So many days of programmes are kept of one kind.
MOST = 16
Answer = TypeVar("Answer")


def alike(read: Callable[[Asked], Answer]) -> Callable[[Asked], Answer]:
    """``read`` is asked for nobody, and nothing of a person gets into it; it follows from programmes and organisations.

    The answer is shared by all threads: nobody may change it.
    """
    kept: dict[tuple[int, date, date], tuple[tuple[str, str], Answer]] = {}

    @wraps(read)
    def reading(asked: Asked) -> Answer:
        question, present = (asked.programme.pk, asked.day, asked.today), (edition(PROGRAMMES), edition(ORGANISATIONS))
        known = kept.get(question)
        if known is not None and known[0] == present:
            return known[1]
        answer = read(replace(asked, account=Account()))
        if len(kept) >= MOST:
            kept.clear()
        kept[question] = (present, answer)
        return answer

    return reading
