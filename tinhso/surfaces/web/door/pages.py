"""The pages of the steps after the first proof; each carries on what was typed before the session had ended."""

from collections.abc import Sequence

from django.contrib.auth.forms import SetPasswordForm
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tinhso.surfaces.web.door.pending import Pending
from tinhso.surfaces.web.door.second_step_form import CodeForm, SetUpForm, proposal
from tinhso.surfaces.web.shell.sign_in_form import SignInForm


def own_password(request: HttpRequest, pending: Pending, form: BaseForm | None = None) -> HttpResponse:
    """Choose a password that only you know."""
    return _step(request, "door/own_password.html", form=form or SetPasswordForm(pending.account))


def second_step(request: HttpRequest, pending: Pending, form: BaseForm | None = None) -> HttpResponse:
    """A code of the app."""
    return _step(request, "door/second_step.html", form=form or CodeForm())


def set_up(request: HttpRequest, pending: Pending, form: SetUpForm | None = None) -> HttpResponse:
    """The role asks for a second step: let the app read the picture."""
    return _step(request, "door/set_up.html", **proposal(pending.account, form))


def codes(request: HttpRequest, made: Sequence[str]) -> HttpResponse:
    """The recovery codes, this once."""
    return render(request, "door/codes.html", {"codes": made, "kept": request.POST.get("kept", "")})


def start_again(request: HttpRequest) -> HttpResponse:
    """It took too long: the sign-in, still with what was typed."""
    carried = request.POST.get("kept", "")
    if not carried:
        return redirect("web:sign_in")
    return render(request, "web/sign_in.html", {"form": SignInForm(), "kept": carried}, status=401)


def _step(request: HttpRequest, template: str, **shown: object) -> HttpResponse:
    form = shown["form"]
    wrong = isinstance(form, BaseForm) and bool(form.errors)
    context = {"kept": request.POST.get("kept", ""), **shown}
    return render(request, template, context, status=422 if wrong else 200)
