"""Words as the index holds them: a–z and 0–9 only, so that two databases cut a text alike."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tinhso.lib.text import fold

#: So many words of a query are looked for, so many letters of each.
MOST_WORDS, LONGEST = 10, 40
_BETWEEN = re.compile(r"[^a-z0-9]+")

Group = tuple[str, ...]
"""What may stand for one word of a query: itself, or words one wrong letter away."""


class Term(NamedTuple):
    """A word, and whether its beginning is enough."""

    word: str
    begun: bool


def plain(text: str) -> str:
    """ "15/KH-BCĐCĐS" → "15 kh bcdcds". The databases' function ``tinhso_words`` gives the same."""
    return _BETWEEN.sub(" ", fold(text)).strip()


@dataclass(frozen=True, slots=True)
class Words:
    """What is looked for: a word of each group; of the last one its beginning is enough.

    ``near`` when a group holds other words than those typed, ``left_out`` those that the index does not know at all,
    ``one_less`` when any one group may be missing.
    """

    groups: tuple[Group, ...]
    near: bool = False
    one_less: bool = False
    left_out: tuple[str, ...] = ()

    @property
    def phrase(self) -> str:
        """The words in their order."""
        return " ".join(group[0] for group in self.groups)

    def parts(self) -> list[tuple[Group, bool]]:
        """Each group with whether a beginning is enough."""
        return [(group, place == len(self.groups) - 1) for place, group in enumerate(self.groups)]

    def condition(self, terms: Sequence[str], *, both: str, either: str) -> str:
        """What must hold, of one term for each group: all of them, or all but one."""
        return _but_one(terms, both=both, either=either) if self.one_less else both.join(terms)


def asked(query: str) -> Words:
    """Quotes, operators and signs of a query are nothing but what parts its words."""
    return Words(tuple((word[:LONGEST],) for word in plain(query).split()[:MOST_WORDS]))


def _but_one(terms: Sequence[str], *, both: str, either: str) -> str:
    """One may be missing in either half, while the other is whole: far shorter than every way to leave one out."""
    if len(terms) == 1:
        return ""
    first, second = terms[: len(terms) // 2], terms[len(terms) // 2 :]
    ways = (
        [_but_one(lacking, both=both, either=either), *whole] for lacking, whole in ((first, second), (second, first))
    )
    return f"({either.join(f'({both.join(filter(None, way))})' for way in ways)})"
