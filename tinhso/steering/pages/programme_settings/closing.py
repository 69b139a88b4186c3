"""Kết thúc chương trình, mở lại: each asks why."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.steering.pages.asked import asked
from tinhso.steering.pages.programme_settings.forms import ReasonForm, SettingsForm
from tinhso.steering.pages.programme_settings.page import address_of, show, stands
from tinhso.steering.programmes.actions.close import close_programme, reopen_programme
from tinhso.steering.programmes.coordinating import bodies_that_coordinate
from tinhso.steering.programmes.models import Programme


@require_POST
def close(request: HttpRequest, programme: int) -> HttpResponse:
    """No further work is taken; everything can still be read."""
    return _turned(request, programme, lambda found, why, by: close_programme(found, why, by=by), done="Đã kết thúc")


@require_POST
def reopen(request: HttpRequest, programme: int) -> HttpResponse:
    """Work is taken again."""
    return _turned(request, programme, lambda found, why, by: reopen_programme(found, why, by=by), done="Đã mở lại")


def _turned(
    request: HttpRequest, programme: int, turn: Callable[[Programme, str, Account], bool], *, done: str
) -> HttpResponse:
    found = asked(request, programme).programme
    account, form = require(request, Verb.SET_PROGRAMME), ReasonForm(request.POST)
    if not form.is_valid():
        settings = SettingsForm(None, units=bodies_that_coordinate(found.starts_on), stands=stands(found))
        return show(request, found, form=settings, reason=form, status=422)
    turn(found, form.cleaned_data["reason"], account)
    messages.success(request, f"{done} chương trình {found.name}.")
    return redirect(address_of(found))
