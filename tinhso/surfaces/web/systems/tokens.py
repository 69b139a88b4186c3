"""Mã truy cập: one's own tokens, everybody's for administrators; a new one shows its secret once."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import person, require
from tinhso.kernel.exchange.models import AccessToken
from tinhso.kernel.exchange.scopes import SCOPES
from tinhso.kernel.exchange.tokens import LONGEST, end_token, give_token
from tinhso.lib.errors import TinhsoError
from tinhso.surfaces.web.carrying.asking import leaf
from tinhso.surfaces.web.door.confirming import ask_again

PAGE = 50
#: Between the sending of the form and the page that shows it, once.
_SHOWN_ONCE = "new_access_token"
_USUAL = timedelta(days=90)


class TokenForm(forms.Form):
    """What for, until when, and for which part of the API."""

    name = forms.CharField(label="Dùng cho", max_length=120, help_text="Ví dụ: Trục liên thông của tỉnh.")
    last_day = forms.DateField(label="Dùng đến hết ngày", help_text="Không quá một năm.")
    scopes = forms.MultipleChoiceField(
        label="Phạm vi", choices=tuple(SCOPES.items()), widget=forms.CheckboxSelectMultiple
    )


@never_cache
@require_http_methods(["GET", "POST"])
def own(request: HttpRequest) -> HttpResponse:
    """One's own tokens, and the form for another."""
    mine = person(request)
    form = TokenForm(request.POST or None, initial={"last_day": timezone.localdate() + _USUAL})
    if form.is_valid():
        if (asked := ask_again(request, mine)) is not None:
            return asked
        try:
            token, secret = give_token(mine, **form.cleaned_data)
        except TinhsoError as refusal:
            form.add_error(None, refusal.sentence)
        else:
            request.session[_SHOWN_ONCE] = {"name": token.name, "secret": secret}
            return redirect("systems:tokens")
    tokens = AccessToken.objects.filter(account=mine)
    shown = None if request.method == "HEAD" else request.session.pop(_SHOWN_ONCE, None)
    context = {"tokens": tokens, "form": form, "shown": shown, "now": timezone.now(), "longest": LONGEST.days}
    return render(request, "systems/tokens.html", context, status=422 if form.errors else 200)


@require_POST
def end(request: HttpRequest, token: int) -> HttpResponse:
    """It opens nothing any more."""
    by = person(request)
    ended = end_token(token, by=by)
    messages.success(request, f"Đã thu hồi mã “{ended.name}”.")
    return redirect("systems:tokens" if ended.account_id == by.pk else "systems:all_tokens")


@require_safe
def everybodys(request: HttpRequest) -> HttpResponse:
    """Every token of every account, the newest first."""
    require(request, Verb.KEEP_ACCOUNTS)
    page = Paginator(AccessToken.objects.select_related("account"), leaf(request, PAGE)).get_page(
        request.GET.get("page")
    )
    return render(request, "systems/all_tokens.html", {"page": page, "now": timezone.now()})
