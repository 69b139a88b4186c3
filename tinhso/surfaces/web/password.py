"""Changing one's own password."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts import keeping
from tinhso.kernel.accounts.sessions import end_sessions
from tinhso.kernel.accounts.standing import person
from tinhso.surfaces.web.door.notices import tell


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def change_password(request: HttpRequest) -> HttpResponse:
    """Asks for the present one; the other sessions of the account end, this one goes on."""
    form = PasswordChangeForm(person(request), request.POST or None)
    if form.is_valid():
        account = person(request)
        keeping.set_own_password(account, form.cleaned_data["new_password1"])
        update_session_auth_hash(request, account)
        end_sessions(account, but=request.session)
        tell(request, account, "Đã đổi mật khẩu")
        messages.success(request, "Đã đổi mật khẩu. Các phiên đăng nhập khác của bạn đã kết thúc.")
        return redirect("own:account")
    return render(request, "web/change_password.html", {"form": form}, status=422 if form.errors else 200)
