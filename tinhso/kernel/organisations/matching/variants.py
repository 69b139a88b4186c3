"""The ways in which documents shorten a unit's name, made by rule."""

import re
from collections.abc import Iterable, Iterator
from itertools import product

from tinhso.kernel.organisations.matching.wording import words

#: First words that stay whole when the rest is abbreviated: "Sở TT&TT".
_HEADS = ("so", "bo", "ban", "cuc", "chi cuc", "phong")
_CHUNK = re.compile(r"\s*(?:,|–|-|&|\bvà\b|\bva\b)\s*")
#: Level words that may be left out where the name is clear without them.
_LEVELS = ("huyen", "thanh pho", "thi xa", "xa", "phuong", "thi tran", "tinh")


def of_name(name: str) -> Iterator[str]:
    """Every rule-made way to write a name: whole, without "tỉnh" at the end, parts as their initials."""
    whole = words(name)
    yield whole
    if whole.endswith(" tinh"):
        yield whole.removesuffix(" tinh")
    yield from _abbreviated(name)


def of_territory(name: str, above: Iterable[str]) -> Iterator[str]:
    """Ways to write a province, district or commune: alone, with UBND, with the names above it."""
    own = words(name)
    yield own
    yield f"ubnd {own}"
    for superior in map(words, above):
        yield f"{own} {superior}"
        yield f"ubnd {own} {superior}"


def bare(territory: str) -> str:
    """The name without its level word: "huyen yen the" → "yen the"."""
    for level in _LEVELS:
        if territory.startswith(f"{level} "):
            return territory.removeprefix(f"{level} ")
    return territory


def _abbreviated(name: str) -> Iterator[str]:
    head, _, rest = name.partition(" ")
    if words(head) not in _HEADS or not rest:
        return
    ways = [(words(chunk), "".join(word[0] for word in words(chunk).split())) for chunk in _CHUNK.split(rest) if chunk]
    if len(ways) == 1 and len(ways[0][0].split()) < 3:
        return  # "Sở YT" and "Sở TC" mean too many things to be made by rule; they may be aliases
    for chosen in product(*ways):
        yield f"{words(head)} {' '.join(chosen)}"
