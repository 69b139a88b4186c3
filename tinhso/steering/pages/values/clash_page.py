"""Hai nguồn, một kỳ: what the sources say side by side; a person keeps one and says why."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from tinhso.lib.errors import TinhsoError
from tinhso.steering.figures.actions.keep import keep
from tinhso.steering.figures.giving import Whence
from tinhso.steering.figures.models import Value
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.pages.values.clash_lines import clash_lines


class KeepForm(forms.Form):
    """Which value stands, and why."""

    giu = forms.IntegerField(widget=forms.HiddenInput)
    note = forms.CharField(label="Lý do", max_length=2_000, required=False)


@require_http_methods(["GET", "POST"])
def clashes(request: HttpRequest, programme: int) -> HttpResponse:
    """The list; sent, one figure stands and the page is shown again."""
    about, form = asked(request, programme), KeepForm(request.POST or None)
    refusal = ""
    if form.is_valid():
        try:
            _keep(about, form)
            messages.success(request, "Đã chọn một số; số của nguồn kia đã rút, vẫn còn trong lịch sử.")
            return redirect(request.path)
        except TinhsoError as error:
            refusal = error.sentence
            status = error.status
    told = {"asked": about, "lines": clash_lines(about, request.POST), "refusal": refusal}
    return render(request, "values/clashes.html", told, status=status if refusal else 422 if form.errors else 200)


def _keep(about: Asked, form: KeepForm) -> None:
    values = Value.objects.of_programme(about.programme).select_related("indicator__programme", "unit")
    found = get_object_or_404(values, pk=form.cleaned_data["giu"])
    keep(found, Whence(by=about.account, note=form.cleaned_data["note"]))
