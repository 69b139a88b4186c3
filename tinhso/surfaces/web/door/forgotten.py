"""Quên mật khẩu: a link by e-mail; the answer is the same whether the name exists or not."""

from datetime import timedelta

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django_tasks import task

from tinhso.kernel.accounts import attempts, letters, linking
from tinhso.kernel.accounts.models import Account, OneTimeLink
from tinhso.kernel.audit.origin import acting
from tinhso.surfaces.web.door.addresses import address_of

_VALID = timedelta(hours=1)


class ForgottenForm(forms.Form):
    """Whose password."""

    username = forms.CharField(
        label="Tên đăng nhập",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def forgotten(request: HttpRequest) -> HttpResponse:
    """Asks for the name only. Who has no e-mail here is told to turn to an administrator."""
    form = ForgottenForm(request.POST or None)
    asked = form.is_valid() and letters.can_send()
    if asked:
        _ask(request, form.cleaned_data["username"])
    context = {"form": form, "asked": asked, "can_send": letters.can_send()}
    return render(request, "door/forgotten.html", context, status=422 if form.errors else 200)


@task()
def send_link(account: int, place: str) -> None:
    """In the background, so that the time an answer takes tells nothing. ``place`` holds PLACE for the link's word."""
    found = Account.objects.filter(pk=account, is_active=True).first()
    if found is None or not letters.reachable(found):
        return
    with acting(actor="", source="việc nền gửi thư"):
        word = linking.make_link(found, OneTimeLink.Purpose.PASSWORD, valid=_VALID)
        letters.send(
            found,
            "Đặt lại mật khẩu",
            "Có người đề nghị đặt lại mật khẩu của tài khoản này. Nếu là bạn, hãy mở liên kết sau trong một giờ:",
            place.replace(PLACE, word),
            "Nếu không phải bạn, xin bỏ qua thư này: mật khẩu vẫn như cũ.",
        )


PLACE = "WORD"


def _ask(request: HttpRequest, username: str) -> None:
    found = Account.objects.filter(username=username.strip().lower()).first()
    address = request.META.get("REMOTE_ADDR", "")
    attempts.require(attempts.RESET, who=None, address=address)
    attempts.count(attempts.RESET, who=found, address=address)
    try:
        attempts.require(attempts.RESET, who=found, address=address)
    except attempts.TooManyAttempts:
        # Told to this person only, the refusal would say that the account exists.
        found = None
    send_link.enqueue(found.pk if found else 0, address_of(request, PLACE))
