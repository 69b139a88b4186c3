"""Thôi nhận thư nhắc: from the link of a letter, without a sign-in. Opening it asks; only the button does it."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.audit.origin import acting
from tinhso.kernel.mail.turning_off import account_of, turn_off


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def off(request: HttpRequest, off: str) -> HttpResponse:
    """Mail programs open links before people do, so opening changes nothing."""
    account = account_of(off)
    if request.method == "POST":
        _turn_off(account)
    context = {"account": account, "done": request.method == "POST"}
    response = render(request, "letters/off.html", context)
    # Who holds the address needs no other site to learn it.
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response


def _turn_off(account: Account) -> None:
    with acting(actor=account.username, source="liên kết trong thư"):
        turn_off(account)
