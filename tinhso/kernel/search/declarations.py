"""Finds the declared kinds by their place: every ``search.py`` of the tree."""

from collections.abc import Iterable
from functools import cache
from itertools import chain

from tinhso.kernel.search.findable import Kind
from tinhso.lib.declared import modules


@cache
def kinds() -> tuple[Kind, ...]:
    """Every declared kind in its order."""
    declared: Iterable[Kind] = chain.from_iterable(module.SEARCH for module in modules("search"))
    return tuple(sorted(declared, key=lambda kind: (kind.order, kind.label)))


def kind_of(name: str) -> Kind | None:
    """The kind of that name, if there is one."""
    return next((kind for kind in kinds() if kind.name == name), None)
