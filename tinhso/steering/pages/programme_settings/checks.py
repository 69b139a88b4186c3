"""Mức kiểm tra báo cáo: which checks only warn, and which keep a report from being sent."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.steering.pages.asked import asked
from tinhso.steering.programmes.models import Programme
from tinhso.steering.reporting.actions.set_checks import set_checks, severities_in
from tinhso.steering.reporting.models.checks import Check, Severity


class ChecksForm(forms.Form):
    """A choice for each check."""

    def __init__(self, sent: QueryDict | None, programme: Programme) -> None:
        super().__init__(sent)
        for check, severity in severities_in(programme).items():
            chooser = forms.ChoiceField(label=check.label, choices=Severity.choices, widget=forms.RadioSelect)
            chooser.initial = severity
            self.fields[check.value] = chooser

    def chosen(self) -> dict[Check, Severity]:
        """What each check does from now on."""
        return {Check(name): Severity(said) for name, said in self.cleaned_data.items()}


@require_http_methods(["GET", "HEAD", "POST"])
def checks(request: HttpRequest, programme: int) -> HttpResponse:
    """The form; sent, it holds for every report sent from then on."""
    found = asked(request, programme).programme
    account = require(request, Verb.SET_PROGRAMME)
    form = ChecksForm(request.POST if request.method == "POST" else None, found)
    if form.is_valid():
        set_checks(found, form.chosen(), by=account)
        messages.success(request, "Đã lưu mức kiểm tra báo cáo.")
        return redirect("programme_settings:checks", programme)
    context = {"programme": found, "form": form}
    return render(request, "programme_settings/checks.html", context, status=422 if form.errors else 200)
