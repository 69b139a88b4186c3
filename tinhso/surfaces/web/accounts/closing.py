"""An account's door: closed, reopened, a temporary password, its sessions ended."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from tinhso.kernel.accounts import keeping, second_step
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.sessions import end_session, end_sessions
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.audit.models import Verb as Deed
from tinhso.kernel.audit.notes import note
from tinhso.lib.numbers import whole_number
from tinhso.surfaces.web.door.confirming import ask_again
from tinhso.surfaces.web.door.notices import tell


@require_POST
def door(request: HttpRequest, pk: int) -> HttpResponse:
    """Closes or reopens the account, or renews its password, as ``deed`` says."""
    by = require(request, Verb.KEEP_ACCOUNTS)
    shown = get_object_or_404(Account, pk=pk)
    if (asked := ask_again(request, by)) is not None:
        return asked
    version, deed = whole_number(request.POST.get("version", "")), request.POST.get("deed", "")
    if deed == "password":
        password = keeping.renew_password(shown, by=by)
        tell(request, shown, "Quản trị hệ thống đã cấp mật khẩu tạm")
        messages.success(request, f"Mật khẩu tạm của {shown.username}: {password} (phải đổi khi đăng nhập)")
    elif deed == "close":
        keeping.close(shown, version=version, by=by)
        messages.success(request, f"Đã khóa tài khoản {shown.username}.")
    elif deed == "reopen":
        keeping.reopen(shown, version=version, by=by)
        messages.success(request, f"Đã mở lại tài khoản {shown.username}.")
    return redirect("web:account", pk=pk)


@require_POST
def take_away(request: HttpRequest, pk: int) -> HttpResponse:
    """The second step of one whose telephone and codes are lost, with a reason."""
    by = require(request, Verb.KEEP_ACCOUNTS)
    shown = get_object_or_404(Account, pk=pk)
    if (asked := ask_again(request, by)) is not None:
        return asked
    second_step.take_away(shown, request.POST.get("reason", "")[:500], by=by)
    tell(request, shown, "Quản trị hệ thống đã gỡ xác thực hai bước")
    messages.success(request, f"Đã gỡ xác thực hai bước của {shown.username}.")
    return redirect("web:account", pk=pk)


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """One session of the account ("session"), or all of them, ended at once."""
    require(request, Verb.KEEP_ACCOUNTS)
    shown = get_object_or_404(Account, pk=pk)
    one = request.POST.get("session", "")
    ended = end_session(shown, one) if one else end_sessions(shown)
    if ended:
        note(Deed.SIGN_OUT, shown, facts={"sessions": ended})
    messages.success(request, f"Đã kết thúc {ended} phiên đăng nhập của {shown.username}.")
    return redirect("web:account", pk=pk)
