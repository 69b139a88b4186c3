"""The second step of the sign-in: a code asked, or set up where the role asks for one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts import attempts, recovery
from tinhso.kernel.accounts import second_step as step
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.audit.models import Verb
from tinhso.kernel.audit.notes import note
from tinhso.kernel.audit.origin import acting
from tinhso.surfaces.web.door import pages
from tinhso.surfaces.web.door.pending import hold, pending_of
from tinhso.surfaces.web.door.second_step_form import CodeForm, SetUpForm
from tinhso.surfaces.web.door.steps import SECOND_STEP, SET_UP, go_on, waiting

_FEW = 3


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def second_step(request: HttpRequest) -> HttpResponse:
    """Asked of everybody who has set it up."""
    pending = waiting(request, SECOND_STEP)
    if pending is None:
        return pages.start_again(request)
    form = CodeForm(request.POST if "code" in request.POST else None)
    if form.is_valid() and taken(request, pending.account, form):
        return go_on(request, pending.after(SECOND_STEP))
    return pages.second_step(request, pending, form)


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """Asked of those whose role wants it; the recovery codes follow."""
    pending = waiting(request, SET_UP)
    if pending is None:
        return pages.start_again(request)
    form = SetUpForm(request.POST) if "code" in request.POST else None
    if form is None or not form.is_valid():
        return pages.set_up(request, pending, form)
    try:
        with acting(actor=pending.account.username, source="trang web"):
            made = step.set_up(pending.account, form.cleaned_data["proposed"], form.cleaned_data["code"])
    except step.WrongCode as refusal:
        form.add_error("code", refusal.sentence)
        return pages.set_up(request, pending, form)
    hold(request, pending.after(SECOND_STEP))
    return pages.codes(request, made)


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def onward(request: HttpRequest) -> HttpResponse:
    """From the page of the recovery codes to what comes next."""
    pending = pending_of(request)
    return pages.start_again(request) if pending is None else go_on(request, pending)


def taken(request: HttpRequest, account: Account, form: CodeForm) -> bool:
    """Whether the code in the form opens; if not, the form says why. Raises TooManyAttempts."""
    address = request.META.get("REMOTE_ADDR", "")
    attempts.require(attempts.SECOND_STEP, who=account, address=address)
    before = recovery.left(account)
    try:
        with acting(actor=account.username, source="trang web"):
            step.take(account, form.cleaned_data["code"])
    except step.WrongCode as refusal:
        attempts.count(attempts.SECOND_STEP, who=account, address=address)
        note(Verb.SIGN_IN_REFUSED, account, facts={"address": address, "step": SECOND_STEP})
        form.add_error("code", refusal.sentence)
        return False
    attempts.forget(attempts.SECOND_STEP, who=account)
    _say_how_many_are_left(request, before, recovery.left(account))
    return True


def _say_how_many_are_left(request: HttpRequest, before: int, after: int) -> None:
    if after < before:
        more = " Hãy tạo mã mới ở trang Tài khoản của tôi." if after <= _FEW else ""
        messages.warning(request, f"Bạn vừa dùng một mã khôi phục; còn {after} mã.{more}")
