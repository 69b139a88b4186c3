"""Words as the index holds them: a–z and 0–9 only, so that two databases cut a text alike."""

import re
from dataclasses import dataclass
from itertools import combinations

from tinhso.lib.text import fold

#: So many words of a query are looked for, so many letters of each.
MOST_WORDS, LONGEST = 10, 40
_BETWEEN = re.compile(r"[^a-z0-9]+")

Group = tuple[str, ...]
"""What may stand for one word of a query: itself, or words one wrong letter away."""


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

    def ways(self) -> list[list[tuple[Group, bool]]]:
        """The groups that must all be held, one way or another; each with whether a beginning is enough."""
        begun = [(group, place == len(self.groups) - 1) for place, group in enumerate(self.groups)]
        return [list(way) for way in combinations(begun, len(begun) - 1)] if self.one_less else [begun]


def asked(query: str) -> Words:
    """Quotes, operators and signs of a query are nothing but what parts its words."""
    return Words(tuple((word[:LONGEST],) for word in plain(query).split()[:MOST_WORDS]))
