"""One search over everything. An app declares what it can find in ``search.py``: ``SEARCH = (Provider(…),)``."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from tinhso.kernel.accounts.models import Account
from tinhso.lib.declared import modules

#: How many hits of one kind are shown; the provider may say how many there are in all.
MOST = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: its title, where it opens, and a line that tells it from its like."""

    title: str
    address: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Provider:
    """A kind of thing that can be found.

    ``find(query, account, most)`` gives at most ``most`` hits that this person may see, best first, in a constant
    number of queries; the query is as typed (fold it: ``lib.text.search_terms``). ``order`` as in the navigation.
    ``all_at`` gives the address of the full list for the query, if there is one.
    """

    label: str
    order: int
    find: Callable[[str, Account, int], Sequence[Hit]]
    all_at: Callable[[str], str] | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """What one provider found; ``more`` where the whole list stands, when there is more than is shown."""

    label: str
    hits: Sequence[Hit]
    more: str


def providers() -> list[Provider]:
    """Every declared provider in its order."""
    declared: Iterable[Provider] = chain.from_iterable(module.SEARCH for module in modules("search"))
    return sorted(declared, key=lambda provider: (provider.order, provider.label))


def found(query: str, account: Account) -> list[Group]:
    """The groups that answer, the silent ones left out."""
    answers = ((provider, provider.find(query, account, MOST + 1)) for provider in providers())
    return [_group(provider, hits, query) for provider, hits in answers if hits]


def _group(provider: Provider, hits: Sequence[Hit], query: str) -> Group:
    more = provider.all_at(query) if provider.all_at and len(hits) > MOST else ""
    return Group(provider.label, hits[:MOST], more)
