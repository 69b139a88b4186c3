"""Inviting a person, again or for the first time; a link for a new password."""

from datetime import timedelta

from django import forms
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from tinhso.kernel.accounts import letters, linking, opening
from tinhso.kernel.accounts.models import Account, OneTimeLink
from tinhso.kernel.accounts.roles import Role, Verb
from tinhso.kernel.accounts.standing import require
from tinhso.lib.errors import TinhsoError
from tinhso.surfaces.web.accounts.forms import InvitationForm
from tinhso.surfaces.web.door.addresses import address_of
from tinhso.surfaces.web.door.confirming import ask_again

Purpose = OneTimeLink.Purpose


@never_cache
@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Opens an account, perhaps with a role; its link is shown once, and sent where that can be done."""
    by = require(request, Verb.KEEP_ACCOUNTS)
    if (asked := ask_again(request, by)) is not None:
        return asked
    form = InvitationForm(request.POST or None)
    if form.is_valid() and (made := _opened(form)):
        return hand_over(request, made, Purpose.INVITATION, by=by)
    context = {"form": form, "can_send": letters.can_send(), "days": settings.INVITATION_DAYS}
    return render(request, "web/account_new.html", context, status=422 if form.errors else 200)


@never_cache
@require_POST
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """A new link: to accept the invitation, or once accepted, to choose another password."""
    by = require(request, Verb.KEEP_ACCOUNTS)
    shown = get_object_or_404(Account, pk=pk, is_active=True)
    if (asked := ask_again(request, by)) is not None:
        return asked
    purpose = Purpose.PASSWORD if shown.has_usable_password() else Purpose.INVITATION
    return hand_over(request, shown, purpose, by=by)


def hand_over(request: HttpRequest, account: Account, purpose: Purpose, *, by: Account) -> HttpResponse:
    """The page that shows the link this once, and says whether a letter has gone."""
    days = settings.INVITATION_DAYS if purpose == Purpose.INVITATION else settings.RESET_DAYS
    word = linking.make_link(account, purpose, valid=timedelta(days=days), by=by)
    address = address_of(request, word)
    sent = letters.send(
        account, purpose.label, _said(purpose), address, f"Liên kết dùng được một lần, trong {days} ngày."
    )
    context = {
        "account": account,
        "address": address,
        "until": timezone.now() + timedelta(days=days),
        "sent": sent,
        "can_send": letters.can_send(),
        "invitation": purpose == Purpose.INVITATION,
    }
    return render(request, "web/account_link.html", context)


def _said(purpose: Purpose) -> str:
    if purpose == Purpose.INVITATION:
        return "Bạn được mời dùng hệ thống theo dõi chương trình, kế hoạch. Mở liên kết sau để đặt mật khẩu:"
    return "Mở liên kết sau để đặt mật khẩu mới. Nếu bạn không đề nghị, hãy báo quản trị hệ thống:"


def _opened(form: InvitationForm) -> Account | None:
    asked = form.cleaned_data
    try:
        with transaction.atomic():
            made = opening.open_account(asked["username"], display_name=asked["display_name"], email=asked["email"])
            if asked["role"]:
                since = asked["since"] or timezone.localdate()
                opening.give_role(made, Role(asked["role"]), unit=asked["unit"], title="", since=since)
    except (TinhsoError, forms.ValidationError) as refusal:
        form.add_error(None, str(refusal) if isinstance(refusal, TinhsoError) else refusal)
        return None
    return made
