"""Opening a one-time link: choosing a password, confirming an e-mail."""

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import SetPasswordForm
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts import attempts, linking
from tinhso.kernel.accounts.models import OneTimeLink
from tinhso.kernel.audit.origin import acting
from tinhso.surfaces.web.door.notices import tell

_HEADINGS = {
    OneTimeLink.Purpose.INVITATION: "Chào mừng {name}",
    OneTimeLink.Purpose.PASSWORD: "Đặt mật khẩu mới",
    OneTimeLink.Purpose.EMAIL: "Xác nhận thư điện tử",
}


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def link(request: HttpRequest, word: str) -> HttpResponse:
    """What the link is for; opening it changes nothing, so that a mail program that looks at it spends nothing."""
    found = _opened(request, word)
    if found.purpose == OneTimeLink.Purpose.EMAIL:
        return _email(request, found)
    form = SetPasswordForm(found.account, request.POST or None)
    if form.is_valid():
        with acting(actor=found.account.username, source="trang web"):
            linking.choose_password(found, form.cleaned_data["new_password1"])
        tell(request, found.account, "Đã đặt mật khẩu mới bằng liên kết")
        if request.user == found.account:
            # A new password ends every sign-in of the account, that of this browser too.
            logout(request)
        messages.success(request, "Đã đặt mật khẩu. Hãy đăng nhập.")
        return redirect("web:sign_in")
    return _page(request, found, form)


def _email(request: HttpRequest, found: OneTimeLink) -> HttpResponse:
    if request.method != "POST":
        return _page(request, found, None)
    with acting(actor=found.account.username, source="trang web"):
        linking.confirm_email(found)
    if found.account.email:
        tell(request, found.account, "Đã đổi địa chỉ thư điện tử", to=found.account.email)
    messages.success(request, f"Từ nay thư được gửi tới {found.email}.")
    return redirect("own:account")


def _page(request: HttpRequest, found: OneTimeLink, form: BaseForm | None) -> HttpResponse:
    heading = _HEADINGS[OneTimeLink.Purpose(found.purpose)].format(name=found.account.display_name)
    context = {"link": found, "form": form, "heading": heading}
    return render(request, "door/link.html", context, status=422 if form and form.errors else 200)


def _opened(request: HttpRequest, word: str) -> OneTimeLink:
    address = request.META.get("REMOTE_ADDR", "")
    attempts.require(attempts.LINK, who=None, address=address)
    try:
        return linking.opened(word)
    except linking.LinkSpent:
        attempts.count(attempts.LINK, who=None, address=address)
        raise
