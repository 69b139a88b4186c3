"""Before a dangerous deed the person proves again who it is, unless that was done a short while ago.

In a view that takes a form, after the permission has been asked::

    if (asked := ask_again(request, by)) is not None:
        return asked
"""

from urllib.parse import urlparse

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tinhso.kernel.accounts import attempts, second_step
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.sessions import confirm, is_confirmed
from tinhso.surfaces.web.door.provider import providers
from tinhso.surfaces.web.shell.kept import leave_for_outside, token_of

#: The field of the answer. The session's keeper knows not to carry it (shell/kept.py).
ANSWER = "confirmation"
_NOT_CARRIED = {"csrfmiddlewaretoken", ANSWER}


class _PasswordForm(forms.Form):
    """The present password."""

    confirmation = forms.CharField(
        label="Mật khẩu của bạn",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class _CodeForm(forms.Form):
    """A code of the app."""

    confirmation = forms.CharField(
        label="Mã xác thực của bạn",
        max_length=20,
        help_text="Sáu chữ số trong ứng dụng xác thực, hoặc một mã khôi phục.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "none"}),
    )


def ask_again(request: HttpRequest, account: Account) -> HttpResponse | None:
    """The page that asks, carrying what was sent; None when the deed may go on. Raises TooManyAttempts."""
    if request.method != "POST" or is_confirmed(request.session):
        return None
    by_code = second_step.is_set_up(account)
    form = (_CodeForm if by_code else _PasswordForm)(request.POST if ANSWER in request.POST else None)
    if form.is_valid() and _proved(request, account, form):
        confirm(request.session)
        return None
    can_answer = by_code or account.has_usable_password()
    if not can_answer:
        leave_for_outside(request, token_of(request))
    fields = [(name, value) for name, values in request.POST.lists() for value in values if name not in _NOT_CARRIED]
    context: dict[str, object] = {
        "form": form,
        "fields": fields,
        "can_answer": can_answer,
    }
    context |= {"providers": providers(), "back": urlparse(request.headers.get("Referer", "")).path or "/"}
    return render(request, "door/confirm.html", context, status=422 if form.errors else 401)


def _proved(request: HttpRequest, account: Account, form: forms.Form) -> bool:
    answer, address = form.cleaned_data[ANSWER], request.META.get("REMOTE_ADDR", "")
    attempts.require(attempts.CONFIRMATION, who=account, address=address)
    if _is_right(account, answer):
        attempts.forget(attempts.CONFIRMATION, who=account)
        return True
    attempts.count(attempts.CONFIRMATION, who=account, address=address)
    form.add_error(ANSWER, "Không đúng. Hãy thử lại.")
    return False


def _is_right(account: Account, answer: str) -> bool:
    if not second_step.is_set_up(account):
        return account.check_password(answer)
    try:
        second_step.take(account, answer)
    except second_step.WrongCode:
        return False
    return True
