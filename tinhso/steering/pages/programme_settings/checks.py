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
from tinhso.steering.reporting.actions.set_checks import set_checks, severities_in, told
from tinhso.steering.reporting.models.checks import Check, Severity
from tinhso.steering.reporting.refusals import ChecksChanged


class ChecksForm(forms.Form):
    """A choice for each check; ``seen`` is how all of them stood when the person looked."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, sent: QueryDict | None, programme: Programme) -> None:
        stands = severities_in(programme)
        super().__init__(sent, initial={"seen": told(stands)})
        for check, severity in stands.items():
            chooser = forms.ChoiceField(label=check.label, choices=Severity.choices, widget=forms.RadioSelect)
            chooser.initial = severity
            self.fields[check.value] = chooser

    def chosen(self) -> dict[Check, Severity]:
        """What each check does from now on."""
        return {Check(name): Severity(said) for name, said in self.cleaned_data.items() if name != "seen"}


@require_http_methods(["GET", "HEAD", "POST"])
def checks(request: HttpRequest, programme: int) -> HttpResponse:
    """The form; sent, it holds for every report sent from then on."""
    found = asked(request, programme).programme
    account = require(request, Verb.SET_PROGRAMME)
    form = ChecksForm(request.POST if request.method == "POST" else None, found)
    if form.is_valid():
        try:
            set_checks(found, form.chosen(), seen=form.cleaned_data["seen"], by=account)
            messages.success(request, "Đã lưu mức kiểm tra báo cáo.")
            return redirect("programme_settings:checks", programme)
        except ChecksChanged as refusal:
            form.add_error(None, refusal.sentence)
            return _page(request, found, form, status=refusal.status)
    return _page(request, found, form, status=422 if form.errors else 200)


def _page(request: HttpRequest, programme: Programme, form: ChecksForm, *, status: int) -> HttpResponse:
    """With what stands now beside what was chosen; sent again, it counts as seen."""
    stands = severities_in(programme)
    context = {"programme": programme, "form": form, "seen": told(stands), "stands": stands.items()}
    return render(request, "programme_settings/checks.html", context, status=status)
