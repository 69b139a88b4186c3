"""Signing in by a provider outside: there and back, and what its word opens."""

from dataclasses import asdict, dataclass
from time import time

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts import attempts, identities, sealed
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.sessions import confirm
from tinhso.kernel.audit.models import Verb
from tinhso.kernel.audit.notes import note
from tinhso.lib.errors import TinhsoError
from tinhso.surfaces.web.door.newcomer import opened_by
from tinhso.surfaces.web.door.pending import Pending
from tinhso.surfaces.web.door.provider import Provider, Word, heard, named, send_there
from tinhso.surfaces.web.door.steps import FRESH, PROVIDER, STRONG, go_on
from tinhso.surfaces.web.shell.kept import KEPT, kept

ONWARD, AGAIN, CAME_BY, UNLINKED = "provider_onward", "provider_again", "came_by", "unlinked"
_SECONDS = 10 * 60
_PURPOSE = "unlinked"


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A word of a provider that no account answers to yet; ``subject`` is sealed."""

    provider: str
    subject: str
    hint: str
    at: float


@login_not_required
@never_cache
@require_safe
def go(request: HttpRequest, provider: str) -> HttpResponse:
    """To the provider; ``?again=1`` for a person who is in and must prove it anew."""
    chosen = named(provider)
    again = request.user.is_authenticated and request.GET.get("again") == "1"
    wanted = request.GET.get("next", "")
    ours = "/" in wanted and url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    request.session[ONWARD], request.session[AGAIN] = wanted if ours else "/", again
    return send_there(request, chosen, again=again)


@login_not_required
@never_cache
@require_safe
def back(request: HttpRequest, provider: str) -> HttpResponse:
    """Back from there: in, to be linked, or refused with one sentence."""
    chosen, address = named(provider), request.META.get("REMOTE_ADDR", "")
    attempts.require(attempts.PROVIDER, who=None, address=address)
    try:
        word = heard(request, chosen)
    except TinhsoError as refusal:
        attempts.count(attempts.PROVIDER, who=None, address=address)
        note(Verb.SIGN_IN_REFUSED, Account(), facts={"address": address, "provider": provider, "why": refusal.code})
        raise
    if isinstance(request.user, Account):
        return _for_one_who_is_in(request, chosen, word, account=request.user)
    return _for_one_who_comes(request, chosen, word)


def unlinked(request: HttpRequest) -> tuple[Unlinked, str] | None:
    """What waits behind this door to be linked, and its subject; nothing when it took too long."""
    held = request.session.get(UNLINKED)
    if not held or time() - held["at"] > _SECONDS:
        return None
    waits = Unlinked(**held)
    subject = sealed.unseal(waits.subject, purpose=_PURPOSE)
    return (waits, subject) if subject else None


def _for_one_who_comes(request: HttpRequest, provider: Provider, word: Word) -> HttpResponse:
    account = identities.whose(provider.key, word.subject) or opened_by(provider, word)
    if account is None:
        return _ask_to_link(request, provider, word)
    if not account.is_active:
        note(Verb.SIGN_IN_REFUSED, account, facts={"provider": provider.key, "why": "account_closed"})
        raise AccountClosed
    request.session[CAME_BY] = {"provider": provider.key, "id_token": word.id_token}
    shown = (PROVIDER, *((FRESH,) if word.fresh else ()), *((STRONG,) if provider.strong == "1" else ()))
    return go_on(request, Pending(account, shown, request.session.pop(ONWARD, "/")))


def _for_one_who_is_in(request: HttpRequest, provider: Provider, word: Word, *, account: Account) -> HttpResponse:
    owner = identities.whose(provider.key, word.subject)
    if owner is None:
        request.session[UNLINKED] = _waiting(provider, word)
        return redirect("own:link")
    again = request.session.pop(AGAIN, False)
    if owner == account and again:
        confirm(request.session)
        if typed := kept(request.session.pop(KEPT, "")):
            return render(request, "web/resume.html", {"typed": typed})
        messages.success(request, "Đã xác nhận là bạn. Hãy làm lại việc vừa rồi.")
    elif owner != account:
        raise identities.IdentityTaken
    return redirect(request.session.pop(ONWARD, "/"))


def _ask_to_link(request: HttpRequest, provider: Provider, word: Word) -> HttpResponse:
    request.session[UNLINKED] = _waiting(provider, word)
    note(Verb.SIGN_IN_REFUSED, Account(), facts={"provider": provider.key, "why": "unlinked"})
    return redirect("web:sign_in")


def _waiting(provider: Provider, word: Word) -> dict[str, object]:
    subject = sealed.seal(word.subject, purpose=_PURPOSE)
    return asdict(Unlinked(provider.key, subject, identities.hint(word.subject), time()))


class AccountClosed(TinhsoError):
    """The provider's word is good, the account is closed."""

    code = "account_closed"
    status = 403
    sentence = "Tài khoản gắn với định danh này đã bị khóa. Hãy liên hệ quản trị hệ thống."
