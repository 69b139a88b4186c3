"""What a page tells everybody alike of a programme on a day: read once, kept while no programme and no unit changes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import wraps
from typing import TypeVar

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.edition import edition
from tinhso.lib.keeping import Kept
from tinhso.steering.pages.asked import Asked
from tinhso.steering.programmes.edition import WITH_UNITS

#: So many days of programmes are kept of one kind.
MOST = 16
Answer = TypeVar("Answer")


def alike(read: Callable[[Asked], Answer]) -> Callable[[Asked], Answer]:
    """``read`` is asked for nobody, and nothing of a person gets into it; it follows from programmes and organisations.

    The answer is shared by all threads: nobody may change it.
    """
    kept: Kept[tuple[int, date, date], Answer] = Kept(MOST)

    @wraps(read)
    def reading(asked: Asked) -> Answer:
        question = (asked.programme.pk, asked.day, asked.today)
        return kept.one(question, edition(*WITH_UNITS), lambda: read(replace(asked, account=Account())))

    return reading
