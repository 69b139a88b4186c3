"""What an app declares so that its things are found: ``search.py`` with ``SEARCH = (Kind(…),)``."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Model, QuerySet

if TYPE_CHECKING:
    from tinhso.kernel.accounts.models import Account


@dataclass(frozen=True, slots=True)
class Seeker:
    """Who looks, on which day, and what the browser looked at before."""

    account: "Account"
    day: date
    session: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: its title, where it opens, its number or code, a line that tells it from its like."""

    title: str
    address: str
    code: str = ""
    detail: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A table whose rows give words. Every name is one of its own columns.

    ``key`` says which thing a row is about, ``scope`` where that belongs (see Kind.seen). What stands in ``code`` is a
    number or symbol; ``title`` weighs more than ``body``. ``ended`` is a day, a moment, or a truth ("is_active") whose
    falseness ends it.
    """

    model: type[Model]
    key: str = "id"
    scope: str = ""
    code: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    ended: str = ""


#: May this person find such things: not at all (False), all (True), those in these scopes (a queryset of keys).
Seen = bool | QuerySet[Any, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of thing that can be found.

    ``show`` gives what is shown for some keys in a constant number of queries; a key it leaves out is not shown.
    ``near`` gives the keys that are the person's own, ``here`` the scope that the person is in: both stand first.
    ``order`` as in the navigation. A changed declaration is taken in by ``tinhso migrate``.
    """

    name: str
    label: str
    order: int
    sources: tuple[Source, ...]
    seen: Callable[[Seeker], Seen]
    show: Callable[[Sequence[int], Seeker], Mapping[int, Hit]]
    near: Callable[[Seeker], QuerySet[Any, Any]] | None = None
    here: Callable[[Seeker], int | None] | None = None
