"""The own account: where letters go, where one is signed in."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from tinhso.kernel.accounts import attempts, letters, linking, recovery
from tinhso.kernel.accounts.models import Account, OneTimeLink, SecondStep, Session
from tinhso.kernel.accounts.second_step import is_required
from tinhso.kernel.accounts.sessions import end_session, end_sessions, row_key
from tinhso.kernel.accounts.standing import person
from tinhso.kernel.audit.models import Verb
from tinhso.kernel.audit.notes import note
from tinhso.surfaces.web.door.addresses import address_of
from tinhso.surfaces.web.door.confirming import ask_again
from tinhso.surfaces.web.door.linked import linked
from tinhso.surfaces.web.door.provider import providers


class EmailForm(forms.Form):
    """Where letters shall go."""

    email = forms.EmailField(label="Thư điện tử mới")


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """Everything about the own account on one page."""
    return _page(request, person(request), EmailForm())


@require_POST
def email(request: HttpRequest) -> HttpResponse:
    """Another address: it counts once the link sent there has been opened."""
    mine = person(request)
    if (asked := ask_again(request, mine)) is not None:
        return asked
    form = EmailForm(request.POST)
    if not form.is_valid() or not letters.can_send():
        return _page(request, mine, form)
    attempts.require(attempts.RESET, who=mine, address=request.META.get("REMOTE_ADDR", ""))
    attempts.count(attempts.RESET, who=mine, address=request.META.get("REMOTE_ADDR", ""))
    if _sent(request, mine, form.cleaned_data["email"]):
        messages.success(request, f"Đã gửi liên kết xác nhận tới {form.cleaned_data['email']}.")
    else:
        messages.error(request, "Máy chủ thư không nhận; hãy thử lại sau.")
    return redirect("own:account")


@require_POST
def sessions(request: HttpRequest) -> HttpResponse:
    """One of the other sessions ("session"), or all others, ended at once."""
    mine, one = person(request), request.POST.get("session", "")
    ended = end_session(mine, one) if one else end_sessions(mine, but=request.session)
    if ended:
        note(Verb.SIGN_OUT, mine, facts={"sessions": ended})
    messages.success(request, f"Đã kết thúc {ended} phiên đăng nhập.")
    return redirect("own:account")


def _page(request: HttpRequest, mine: Account, form: EmailForm) -> HttpResponse:
    context = {
        "account": mine,
        "form": form,
        "sessions": Session.listed.of(mine),
        "this": row_key(request.session),
        "can_send": letters.can_send(),
        "second_step": SecondStep.objects.filter(account=mine).first(),
        "codes_left": recovery.left(mine),
        "required": is_required(mine),
        "providers": providers(),
        "identities": linked(mine, lambda key: reverse("own:unlink", kwargs={"identity": key})),
    }
    return render(request, "own/account.html", context, status=422 if form.errors else 200)


def _sent(request: HttpRequest, mine: Account, address: str) -> bool:
    word = linking.make_link(mine, OneTimeLink.Purpose.EMAIL, valid=timedelta(days=1), by=mine, email=address)
    line = "Mở liên kết sau để xác nhận địa chỉ này là của bạn (dùng được trong một ngày):"
    return letters.send(mine, "Xác nhận thư điện tử", line, address_of(request, word), to=address)
