"""The pages of the steps after the first proof; each carries on what was typed before the session had ended."""

from django.contrib.auth.forms import SetPasswordForm
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tinhso.surfaces.web.door.pending import Pending
from tinhso.surfaces.web.shell.sign_in_form import SignInForm


def own_password(request: HttpRequest, pending: Pending, form: BaseForm | None = None) -> HttpResponse:
    """Choose a password that only you know."""
    return step(request, "door/own_password.html", form or SetPasswordForm(pending.account))


def start_again(request: HttpRequest) -> HttpResponse:
    """It took too long: the sign-in, still with what was typed."""
    carried = request.POST.get("kept", "")
    if not carried:
        return redirect("web:sign_in")
    return render(request, "web/sign_in.html", {"form": SignInForm(), "kept": carried}, status=401)


def step(request: HttpRequest, template: str, form: BaseForm, **more: object) -> HttpResponse:
    """One step's page."""
    context = {"form": form, "kept": request.POST.get("kept", ""), **more}
    return render(request, template, context, status=422 if form.errors else 200)
