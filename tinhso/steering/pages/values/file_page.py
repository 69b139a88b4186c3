"""Nạp số liệu từ tệp: what is in a file is shown first; then all of it is entered, or nothing."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.lib.errors import TinhsoError
from tinhso.steering.figures.importing import asking
from tinhso.steering.figures.importing.lines import COLUMNS
from tinhso.steering.figures.models import FigureLoad
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.pages.showing import show
from tinhso.steering.programmes.actions.close import require_running

#: So many refused lines stand on the page, so many earlier files beside the form; the others are counted, or left out.
_SHOWN, _EARLIER = 200, 10


class FileForm(forms.Form):
    """The file that is looked into."""

    file = forms.FileField(label="Tệp .csv hoặc .xlsx", help_text=f"Dòng đầu là tên cột: {', '.join(COLUMNS)}.")


@require_http_methods(["GET", "POST"])
def load_file(request: HttpRequest, programme: int) -> HttpResponse:
    """The form, and the files of before; sent, the file is looked into on a page of its own."""
    about, account = asked(request, programme), require(request, Verb.KEEP_FIGURES)
    require_running(about.programme)
    form = FileForm(request.POST or None, request.FILES or None, label_suffix="")
    if form.is_valid():
        try:
            return _to(asking.ask(about.programme, form.cleaned_data["file"], by=account))
        except TinhsoError as refusal:
            form.add_error("file", refusal.sentence)
    earlier = FigureLoad.objects.filter(programme=programme).select_related("file", "asked_by")[:_EARLIER]
    context = {"asked": about, "form": form, "earlier": earlier}
    return render(request, "values/file.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def load(request: HttpRequest, programme: int, load: int) -> HttpResponse:
    """How far a file is and what it holds; asked again every second by HTMX. Sent, it is entered."""
    about, account = asked(request, programme), require(request, Verb.KEEP_FIGURES)
    found = _load(about, load)
    if request.method == "POST":
        asking.confirm(found, by=account)
        return _to(found)
    if found.is_live:
        asking.revive()
    context = {"asked": about, "load": found, "lines": found.told[:_SHOWN]}
    return show(request, "values/load", context, part="values/_load")


@require_POST
def cancel_load(request: HttpRequest, programme: int, load: int) -> HttpResponse:
    """Stops what still waits or runs; what has ended stays as it is."""
    about, account = asked(request, programme), require(request, Verb.KEEP_FIGURES)
    found = _load(about, load)
    asking.cancel(found, by=account)
    return _to(found)


def _load(about: Asked, key: int) -> FigureLoad:
    loads = FigureLoad.objects.filter(programme=about.programme).select_related("file__content", "asked_by")
    return get_object_or_404(loads, pk=key)


def _to(load: FigureLoad) -> HttpResponse:
    return redirect("values:file", load.programme_id, load.pk)
