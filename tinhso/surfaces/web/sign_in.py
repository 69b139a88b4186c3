"""Signing in with a password, signing out, and the lock after repeated failures."""

from datetime import datetime, timedelta

from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.contrib import messages
from django.contrib.auth import authenticate, logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from tinhso.kernel.accounts import attempts
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.audit.models import Verb
from tinhso.kernel.audit.notes import note
from tinhso.surfaces.web.door.outside import CAME_BY, unlinked
from tinhso.surfaces.web.door.pending import Pending
from tinhso.surfaces.web.door.provider import label_of, providers, way_out
from tinhso.surfaces.web.door.steps import PASSWORD, go_on
from tinhso.surfaces.web.shell.problems import problem
from tinhso.surfaces.web.shell.sign_in_form import SignInForm

WRONG = "Tên đăng nhập hoặc mật khẩu không đúng."
RUN_OUT = "Mật khẩu tạm đã hết hạn. Hãy đề nghị quản trị hệ thống cấp lại."
_HOME = "/"
_LEAVE = "leave_provider"


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The sign-in page."""
    if request.user.is_authenticated:
        return redirect(_next(request))
    form = SignInForm(request.POST or None)
    if form.is_valid() and (account := _proved(request, form)):
        request.session.pop(CAME_BY, None)
        return go_on(request, Pending(account, (PASSWORD,), _next(request)))
    waiting = unlinked(request)
    context = {
        "form": form,
        "next": _next(request),
        "kept": request.POST.get("kept", ""),
        "providers": providers(),
        "leave": request.session.pop(_LEAVE, None),
        "unlinked": {"label": label_of(waiting[0].provider), "hint": waiting[0].hint} if waiting else None,
    }
    return render(request, "web/sign_in.html", context, status=422 if form.errors else 200)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session; asked by a button, never by a link."""
    if isinstance(request.user, Account):
        note(Verb.SIGN_OUT, request.user)
    came_by = request.session.get(CAME_BY)
    logout(request)
    if came_by and (way := _way_out(request, came_by)):
        request.session[_LEAVE] = way
    messages.success(request, "Bạn đã đăng xuất.")
    return redirect("web:sign_in")


def _way_out(request: HttpRequest, came_by: dict[str, str]) -> dict[str, str] | None:
    """The button by which the person also leaves the provider that let it in."""
    provider = next((each for each in providers() if each.key == came_by["provider"]), None)
    back = request.build_absolute_uri(resolve_url("web:sign_in"))
    address = way_out(provider, came_by["id_token"], back=back) if provider else ""
    return {"label": provider.label, "address": address} if provider and address else None


def locked(request: HttpRequest, response: HttpResponse | None, credentials: dict[str, str] | None) -> HttpResponse:
    """AXES_LOCKOUT_CALLABLE: says until when."""
    until = _locked_until(request, (credentials or {}).get("username", ""))
    sentence = f"Đăng nhập sai quá nhiều lần. Tài khoản tạm khóa đến {timezone.localtime(until):%H giờ %M}."
    return problem(request, 429, sentence=sentence, code="locked")


def _proved(request: HttpRequest, form: SignInForm) -> Account | None:
    """The person whose password it is; refused otherwise, with the same words whatever was wrong."""
    username, address = form.cleaned_data["username"], request.META.get("REMOTE_ADDR", "")
    named = Account.objects.filter(username=username).first()
    attempts.require(attempts.PASSWORD, who=named, address=address)
    account = authenticate(request, **form.cleaned_data)
    if not isinstance(account, Account):
        attempts.count(attempts.PASSWORD, who=named, address=address)
        _record_refusal(request, named)
        form.add_error(None, WRONG)
        return None
    if account.password_expires_at and account.password_expires_at <= timezone.now():
        form.add_error(None, RUN_OUT)
        return None
    return account


def _record_refusal(request: HttpRequest, account: Account | None) -> None:
    # A password typed into the wrong field must not come to stand in the log: only names that exist do.
    facts = {"address": request.META.get("REMOTE_ADDR", ""), "username": account.username if account else "không có"}
    note(Verb.SIGN_IN_REFUSED, account or Account(), facts=facts)


def _locked_until(request: HttpRequest, username: str) -> datetime:
    attempts = AccessAttempt.objects.filter(username=username, ip_address=request.META.get("REMOTE_ADDR"))
    last = attempts.order_by("-attempt_time").first()
    return (last.attempt_time if last else timezone.now()) + (get_cool_off(request) or timedelta(0))


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next", "")
    # A whole address or a path; without the slash a redirect would take it for the name of a view.
    ours = "/" in wanted and url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if ours else resolve_url(_HOME)
