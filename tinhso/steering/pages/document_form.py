"""Kiểm tra thể thức văn bản: a file is measured against the form of official documents; nothing of it is kept."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.documents.paper.measuring import check
from tinhso.kernel.documents.paper.measuring.checking import Report
from tinhso.lib.errors import TinhsoError


class DocumentForm(forms.Form):
    """The file."""

    file = forms.FileField(
        label="Tệp văn bản",
        allow_empty_file=True,
        help_text="Word (.docx) hoặc PDF có lớp chữ; tối đa 20 MB. Không nhận văn bản mật. Tệp không được lưu lại.",
        error_messages={"required": "Hãy chọn một tệp."},
        widget=forms.FileInput({"accept": ".docx,.pdf"}),
    )


@require_http_methods(["GET", "POST"])
def document_form(request: HttpRequest) -> HttpResponse:
    """The form; sent, what is not as the form of documents asks. A refusal stands above."""
    require(request, Verb.READ_PROGRAMMES)
    if request.method == "GET":
        return _page(request, DocumentForm(), status=200)
    form = DocumentForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=422)
    file: UploadedFile[bytes] = form.cleaned_data["file"]
    try:
        report = check(file.read(), file.name or "tệp")
    except TinhsoError as refusal:
        form.add_error(None, refusal.sentence)
        return _page(request, form, status=refusal.status)
    return _page(request, form, status=200, report=report)


def _page(request: HttpRequest, form: DocumentForm, *, status: int, report: Report | None = None) -> HttpResponse:
    file = form.cleaned_data.get("file") if report else None
    context = {"form": form, "report": report, "name": file.name if file else ""}
    return render(request, "pages/document_form.html", context, status=status)
