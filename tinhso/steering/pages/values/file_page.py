"""Nạp số liệu từ tệp: what is in a file is shown first; then all of it is entered, or nothing."""

from io import BytesIO
from typing import Any, BinaryIO

from django import forms
from django.contrib import messages
from django.core.files.base import File
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.documents.keeping import keep_file
from tinhso.kernel.documents.models import StoredFile
from tinhso.kernel.documents.stores.store import store
from tinhso.lib.errors import TinhsoError
from tinhso.lib.numbers import whole_number, write_number
from tinhso.steering.figures.importing.lines import COLUMNS
from tinhso.steering.figures.importing.load import import_figures, looked_into
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.programmes.actions.close import require_running

#: So many refused lines stand on the page; the others are counted.
_SHOWN = 200


class FileForm(forms.Form):
    """The file that is looked into."""

    file = forms.FileField(label="Tệp .csv hoặc .xlsx", help_text=f"Dòng đầu là tên cột: {', '.join(COLUMNS)}.")


@require_http_methods(["GET", "POST"])
def load_file(request: HttpRequest, programme: int) -> HttpResponse:
    """The form; sent, what the file holds; confirmed, the file is entered."""
    about, account = asked(request, programme), require(request, Verb.KEEP_FIGURES)
    require_running(about.programme)
    kept = StoredFile.objects.filter(kept_by=account, pk=whole_number(request.POST.get("tep", ""))).first()
    if kept is not None:
        return _entered(request, about, kept)
    form = FileForm(request.POST or None, request.FILES or None, label_suffix="")
    if form.is_valid():
        try:
            return _looked_into(request, about, form.cleaned_data["file"])
        except TinhsoError as refusal:
            form.add_error("file", refusal.sentence)
    return _page(request, about, {"form": form}, status=422 if form.errors else 200)


def _looked_into(request: HttpRequest, about: Asked, upload: File[bytes]) -> HttpResponse:
    kept = keep_file(upload, by=about.account)
    with _bytes(kept) as content:
        found = looked_into(about.programme, content, name=kept.name, by=about.account)
    context = {"form": FileForm(label_suffix=""), "file": kept, "found": found, "lines": found.told[:_SHOWN]}
    return _page(request, about, context, status=422 if found.refused else 200)


def _entered(request: HttpRequest, about: Asked, kept: StoredFile) -> HttpResponse:
    try:
        with _bytes(kept) as content:
            found = import_figures(about.programme, content, name=kept.name, by=about.account)
    except TinhsoError as refusal:
        form = FileForm(label_suffix="")
        return _page(request, about, {"form": form, "refusal": refusal.sentence}, status=refusal.status)
    told = f"Đã nạp {write_number(found.fresh)} số liệu; bỏ qua {write_number(found.same)} số đã có."
    messages.success(request, told)
    return redirect(reverse("pages:indicators", args=(about.programme.pk,)))


def _bytes(kept: StoredFile) -> BinaryIO:
    """Whole, because what comes from a store of objects cannot be read from its beginning again."""
    with store().open(kept.content.place) as stream:
        return BytesIO(stream.read())


def _page(request: HttpRequest, about: Asked, context: dict[str, Any], *, status: int) -> HttpResponse:
    return render(request, "values/file.html", {"asked": about, **context}, status=status)
