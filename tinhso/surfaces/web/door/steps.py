"""What is still owed before a person is in, and the way in."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tinhso.kernel.accounts.second_step import is_required, is_set_up
from tinhso.kernel.accounts.sessions import begin, unconfirm
from tinhso.kernel.audit.models import Verb
from tinhso.kernel.audit.notes import note
from tinhso.kernel.audit.origin import acting
from tinhso.surfaces.web.door import pages
from tinhso.surfaces.web.door.pending import Pending, hold, let_go, pending_of
from tinhso.surfaces.web.shell.kept import KEPT, kept

#: The proof comes from one of our own steps, whichever door it was.
_BACKEND = "django.contrib.auth.backends.ModelBackend"
#: What may have been shown beside the steps: the password; a provider's word, fresh, strong enough to stand alone.
PASSWORD, PROVIDER, FRESH, STRONG = "password", "provider", "fresh", "strong"
CHOOSE, SECOND_STEP, SET_UP = "own_password", "second_step", "set_up"


def go_on(request: HttpRequest, pending: Pending) -> HttpResponse:
    """The next step that is owed, or in."""
    step = _owed(pending)
    if not step:
        return _enter(request, pending)
    hold(request, pending)
    if request.POST.get("kept"):
        return _PAGES[step](request, pending)
    return redirect(f"door:{step}")


def waiting(request: HttpRequest, step: str) -> Pending | None:
    """Who waits for just that step: none can be left out, nor set up anew in the place of asked."""
    pending = pending_of(request)
    return pending if pending and _owed(pending) == step else None


def _owed(pending: Pending) -> str:
    if not {SECOND_STEP, STRONG} & set(pending.shown):
        if is_set_up(pending.account):
            return SECOND_STEP
        if is_required(pending.account):
            return SET_UP
    if pending.account.password_expires_at and PASSWORD in pending.shown and CHOOSE not in pending.shown:
        return CHOOSE
    return ""


def _enter(request: HttpRequest, pending: Pending) -> HttpResponse:
    account = pending.account
    let_go(request.session)
    waiting = request.session.pop(KEPT, "")
    carried = request.POST.get("kept", "") or (waiting if PROVIDER in pending.shown else "")
    with acting(actor=account.username, source="trang web"):
        login(request, account, backend=_BACKEND)
        begin(request, account)
        if not {PASSWORD, SECOND_STEP, FRESH} & set(pending.shown):
            # The provider may have known the browser since the morning: a dangerous deed asks anew.
            unconfirm(request.session)
        note(Verb.SIGN_IN, account, facts={"address": request.META.get("REMOTE_ADDR", ""), "shown": pending.shown})
    typed = kept(carried)
    if typed:
        return render(request, "web/resume.html", {"typed": typed})
    return redirect("own:link" if "unlinked" in request.session else pending.onward)


_PAGES = {CHOOSE: pages.own_password, SECOND_STEP: pages.second_step, SET_UP: pages.set_up}
