"""The sessions of people: begun, kept alive, renewed when rights change, listed, ended."""

from collections.abc import Callable
from datetime import timedelta
from time import time

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.db.models import F
from django.http import HttpRequest, HttpResponse

from tinhso.kernel.accounts.models import Account, Session
from tinhso.kernel.accounts.session_store import ADDRESS, AGENT, CONFIRMED, RIGHTS, SEEN, STARTED, digest, since

#: A dangerous deed is allowed this long after the person last proved who it is.
CONFIRMED_FOR = timedelta(minutes=15)
#: A session notes that it was used after this part of the idle time: not at every request.
_STEP = 15


def keep_session(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """The middleware behind the one that knows the person."""

    def respond(request: HttpRequest) -> HttpResponse:
        if isinstance(request.user, Account):
            _keep(request, request.user)
        return get_response(request)

    return respond


def begin(request: HttpRequest, account: Account) -> None:
    """Write into a session just signed in when, where and with which rights it began."""
    now = time()
    request.session.update(
        {
            STARTED: now,
            SEEN: now,
            CONFIRMED: now,
            RIGHTS: account.rights_version,
            ADDRESS: request.META.get("REMOTE_ADDR", "")[:45],
            AGENT: request.headers.get("User-Agent", "")[:300],
        }
    )


def confirm(session: SessionBase) -> None:
    """The person has just proved again who it is."""
    session[CONFIRMED] = time()


def unconfirm(session: SessionBase) -> None:
    """What let the person in does not show that it sits there now."""
    session[CONFIRMED] = 0


def is_confirmed(session: SessionBase) -> bool:
    """Whether that was not long ago."""
    return CONFIRMED in session and since(session[CONFIRMED]) < CONFIRMED_FOR


def row_key(session: SessionBase) -> str:
    """How the session that asks stands in the list."""
    return digest(str(session.session_key))


def end_session(account: Account, key: str) -> int:
    """End one of the person's sessions; 0 when it has ended already."""
    return Session.listed.of(account).filter(pk=key).delete()[0]


def end_sessions(account: Account, *, but: SessionBase | None = None) -> int:
    """End all of them at once, perhaps but the one that asks; says how many."""
    theirs = Session.objects.filter(account=account)
    if but is not None:
        theirs = theirs.exclude(pk=row_key(but))
    return theirs.delete()[0]


def rights_changed(account: Account) -> None:
    """Every session of the person gets a new key at its next request."""
    Account.objects.filter(pk=account.pk).update(rights_version=F("rights_version") + 1)


def _keep(request: HttpRequest, account: Account) -> None:
    session = request.session
    if session.get(RIGHTS, account.rights_version) != account.rights_version:
        session.cycle_key()
        session[RIGHTS] = account.rights_version
    if since(session[SEEN]) > settings.SESSION_IDLE / _STEP:
        session[SEEN] = time()
