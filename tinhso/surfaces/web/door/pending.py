"""Who has shown the first proof and owes further ones: kept in a session that is nobody's yet."""

from dataclasses import dataclass
from time import time

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from tinhso.kernel.accounts.models import Account

_KEY = "pending"
_SECONDS = 10 * 60


@dataclass(frozen=True, slots=True)
class Pending:
    """The person, what has been shown ("password", "provider", "second_step" …), and where one wanted to go."""

    account: Account
    shown: tuple[str, ...]
    onward: str

    def after(self, step: str) -> "Pending":
        """The same with one more proof."""
        return Pending(self.account, (*self.shown, step), self.onward)


def hold(request: HttpRequest, pending: Pending) -> None:
    """Remember it for some minutes, under a new key."""
    request.session.cycle_key()
    request.session[_KEY] = {
        "account": pending.account.pk,
        "shown": pending.shown,
        "onward": pending.onward,
        "at": time(),
    }


def pending_of(request: HttpRequest) -> Pending | None:
    """Who waits behind the first step; nobody when it took too long, or the account has been closed meanwhile."""
    held = request.session.get(_KEY)
    if not held or time() - held["at"] > _SECONDS:
        return None
    account = Account.objects.filter(pk=held["account"], is_active=True).first()
    return Pending(account, tuple(held["shown"]), held["onward"]) if account else None


def let_go(session: SessionBase) -> None:
    """Nobody waits any more."""
    session.pop(_KEY, None)
