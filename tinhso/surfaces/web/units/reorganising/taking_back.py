"""Taking back the decisions of a day: what would be undone, what stands against it, and the button."""

from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.reorganisations.actions.take_back import take_back
from tinhso.kernel.reorganisations.errors import NothingToTakeBack
from tinhso.kernel.reorganisations.taking_back import Undoing, undoing
from tinhso.lib.dates import parse_date, write_date
from tinhso.lib.errors import TinhsoError
from tinhso.surfaces.web.door.confirming import ask_again


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label="Lý do rút lại", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


@require_http_methods(["GET", "HEAD", "POST"])
def take_back_page(request: HttpRequest, day: str) -> HttpResponse:
    """``/sap-xep/rut-lai/2025-07-01``; a day without decisions is not found."""
    account = require(request, Verb.KEEP_ORGANISATIONS)
    found = _found(day)
    form = ReasonForm(request.POST or None)
    if form.is_valid() and (asked := ask_again(request, account)) is not None:
        return asked
    if form.is_valid() and _taken_back(form, found, by=account):
        messages.success(request, f"Đã rút lại {len(found.decisions)} quyết định của ngày {write_date(found.day)}.")
        return redirect("reorganising:list")
    context = {"found": found, "form": form}
    return render(request, "units/reorganising/take_back.html", context, status=422 if form.errors else 200)


def _found(words: str) -> Undoing:
    day = parse_date(words) or date.min
    found = undoing(day)
    if not found.decisions:
        raise NothingToTakeBack(day=words[:20])
    return found


def _taken_back(form: ReasonForm, found: Undoing, *, by: Account) -> bool:
    try:
        take_back(found.day, reason=form.cleaned_data["reason"], by=by)
    except TinhsoError as refusal:
        form.add_error(None, refusal.sentence)
    return not form.errors
