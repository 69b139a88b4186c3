"""What may happen to the figures of a small world in a year, drawn by chance."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random

NEW_YEAR, END = date(2022, 1, 1), date(2022, 12, 31)
COMMUNES_COUNT = NEW_YEAR + timedelta(days=1)
MONTHS = [date(2022, month, 14) for month in (2, 4, 6, 8, 10)]
MOMENT = datetime(2022, 1, 20, tzinfo=UTC)


@dataclass(frozen=True)
class Deed:
    """One thing that happens: ``what`` to the unit of a ``place`` on the day of a ``month``."""

    what: str
    place: int
    month: int
    numerator: int = 0
    other: int = 0


WHAT = ("enter", "enter", "enter", "enter_from_file", "excuse", "correct", "withdraw", "merge", "split")


def happening(seed: int) -> list[Deed]:
    """A year of some fifteen deeds in any order: drawn by chance, because lists of objects repeat themselves."""
    chance = Random(seed)  # noqa: S311 - a number that nobody must not guess
    draw = chance.randrange
    return [
        Deed(chance.choice(WHAT), draw(3), draw(len(MONTHS)), numerator=draw(10), other=draw(3))
        for _deed in range(8 + draw(8))
    ]
