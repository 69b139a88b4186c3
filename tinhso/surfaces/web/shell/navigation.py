"""The words at the left. An app declares its own in ``navigation.py``: ``NAVIGATION = (Entry(…),)``."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain

from django.http import HttpRequest
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.lib.declared import modules

#: On a phone the bar below has this many places; what is beyond stands under "Thêm".
PLACES_ON_PHONE = 5

Address = Callable[[HttpRequest], str | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the navigation.

    ``address`` gives where it leads for this request, None when there is nothing there for this person.
    ``icon`` is a name from ``shell.icons``. ``views`` are the beginnings of view names ("web:audit", "pages:task")
    on whose pages the word is marked as the present one. ``order``: 10 Điều hành, 20 Chỉ tiêu, 30 Nhiệm vụ,
    40 Báo cáo, 50 Văn bản, 60 Đơn vị, 70 Dữ liệu, 80 Quản trị.
    """

    label: str
    icon: str
    order: int
    address: Address
    views: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry as it stands on one page."""

    label: str
    icon: str
    address: str
    current: bool


def named(view: str, *, verb: Verb | None = None) -> Address:
    """The address of a view without arguments, for those who may do the verb (everybody signed in, if none)."""

    def address(request: HttpRequest) -> str | None:
        allowed = verb is None or (isinstance(request.user, Account) and standing(request.user).may(verb))
        return reverse(view) if allowed else None

    return address


def may_any(request: HttpRequest, verbs: Iterable[Verb]) -> bool:
    """Whether who asks may do one of them."""
    return isinstance(request.user, Account) and any(map(standing(request.user).may, verbs))


def entries() -> list[Entry]:
    """Every declared entry in its order."""
    declared: Iterable[Entry] = chain.from_iterable(module.NAVIGATION for module in modules("navigation"))
    return sorted(declared, key=lambda entry: (entry.order, entry.label))


def shown(request: HttpRequest) -> list[Shown]:
    """What this person sees on this page; nothing before the sign-in."""
    if not isinstance(request.user, Account):
        return []
    here = request.resolver_match.view_name if request.resolver_match else ""
    found = ((entry, entry.address(request)) for entry in entries())
    return [
        Shown(entry.label, entry.icon, address, here.startswith(entry.views)) for entry, address in found if address
    ]
