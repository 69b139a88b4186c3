"""The kinds of things that letters tell. A part declares its own in ``letter_kinds.py``: ``KINDS = (…,)``."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain

from tinhso.lib.declared import modules


@dataclass(frozen=True, slots=True)
class LetterKind:
    """``code`` is stable; ``label`` heads its part of a letter; ``is_urgent``: it may be told without waiting."""

    code: str
    label: str
    order: int
    is_urgent: bool = False


@cache
def letter_kinds() -> tuple[LetterKind, ...]:
    """Every declared kind, the most pressing first."""
    declared: Iterable[LetterKind] = chain.from_iterable(module.KINDS for module in modules("letter_kinds"))
    return tuple(sorted(declared, key=lambda kind: (kind.order, kind.code)))


def urgent_kinds() -> frozenset[str]:
    """The codes of those that may be told at once."""
    return frozenset(kind.code for kind in letter_kinds() if kind.is_urgent)
