"""Identities that an administrator enters or takes away."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from tinhso.kernel.accounts import identities
from tinhso.kernel.accounts.models import Account, Identity
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.surfaces.web.door.confirming import ask_again
from tinhso.surfaces.web.door.notices import tell
from tinhso.surfaces.web.door.provider import providers


def _choices() -> list[tuple[str, str]]:
    return [(provider.key, provider.label) for provider in providers()]


class IdentityForm(forms.Form):
    """What the provider will say of the person."""

    provider = forms.ChoiceField(label="Nơi xác thực", choices=_choices)
    subject = forms.CharField(
        label="Định danh ở nơi đó",
        max_length=200,
        help_text="Đúng như nơi xác thực gửi, ví dụ số định danh cá nhân. Chỉ bốn ký tự cuối được hiện lại.",
    )


@require_POST
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """From now on the provider's word opens this account."""
    by = require(request, Verb.KEEP_ACCOUNTS)
    shown = get_object_or_404(Account, pk=pk)
    if (asked := ask_again(request, by)) is not None:
        return asked
    form = IdentityForm(request.POST)
    if form.is_valid():
        identities.link(shown, form.cleaned_data["provider"], form.cleaned_data["subject"], by=by)
        tell(request, shown, "Quản trị hệ thống đã gắn một định danh để đăng nhập")
        messages.success(request, f"Đã gắn định danh cho {shown.username}.")
    else:
        messages.error(request, "Hãy chọn nơi xác thực và ghi định danh.")
    return redirect("web:account", pk=pk)


@require_POST
def unlink(request: HttpRequest, pk: int, identity: int) -> HttpResponse:
    """The provider's word opens it no more."""
    by = require(request, Verb.KEEP_ACCOUNTS)
    held = get_object_or_404(Identity, pk=identity, account_id=pk)
    if (asked := ask_again(request, by)) is not None:
        return asked
    held.delete()
    messages.success(request, "Đã bỏ gắn định danh.")
    return redirect("web:account", pk=pk)
