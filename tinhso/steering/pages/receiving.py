"""Tiếp nhận: a plan's file or pasted text comes in, is read in the background, and can be cancelled."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.lib.errors import TinhsoError
from tinhso.steering.pages.showing import show
from tinhso.steering.programmes.actions.cancel import cancel
from tinhso.steering.programmes.actions.receive import receive
from tinhso.steering.programmes.actions.revive import revive
from tinhso.steering.programmes.models import PlanDocument, ReadingJob
from tinhso.steering.programmes.refusals import AlreadyReceived, BeingRead

PASTED = "van-ban-dan-vao.txt"
_KINDS = ".txt,.docx,.pdf,.doc"


class PlanForm(forms.Form):
    """A file or a text, one of the two."""

    file = forms.FileField(
        label="Tệp kế hoạch",
        required=False,
        allow_empty_file=True,
        help_text="Word (.docx, .doc), PDF có lớp chữ, văn bản thuần (.txt); tối đa 50 MB. Không nhận văn bản mật.",
        widget=forms.FileInput({"accept": _KINDS}),
    )
    text = forms.CharField(
        label="hoặc dán nội dung vào đây",
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 10, "spellcheck": "false"}),
    )
    supersedes = forms.ModelChoiceField(
        PlanDocument.objects.newest_first(),
        label="Thay cho văn bản",
        required=False,
        empty_label="Không thay cho văn bản nào",
        help_text="Chọn khi đây là bản sửa của văn bản đã tiếp nhận.",
    )

    def clean(self) -> dict[str, Any]:
        """Something must be given, and only one of the two."""
        given = super().clean() or {}
        file, text = given.get("file"), (given.get("text") or "").strip()
        if file and text:
            raise forms.ValidationError("Chỉ chọn tệp hoặc chỉ dán nội dung, không cả hai.", code="both")
        if not file and not text and "file" not in self.errors:
            raise forms.ValidationError("Hãy chọn một tệp hoặc dán nội dung kế hoạch.", code="neither")
        return given


@require_http_methods(["GET", "POST"])
def receive_plan(request: HttpRequest) -> HttpResponse:
    """The form; sent, the way of the file to its reading. A refusal stands above the form with what was typed."""
    account = require(request, Verb.RECEIVE_PLAN)
    form = PlanForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("pages:job", _received(form, account).pk)
        except BeingRead as already:
            return redirect("pages:job", already.facts["job"])
        except TinhsoError as refusal:
            return _refused(request, form, refusal)
    return _page(request, form, status=422 if form.errors else 200)


@require_safe
def job(request: HttpRequest, job: int) -> HttpResponse:
    """How far a reading is; asked again every second by HTMX, by a link without script."""
    require(request, Verb.RECEIVE_PLAN)
    found = get_object_or_404(ReadingJob.objects.select_related("document"), pk=job)
    if found.is_live:
        revive()
    response = show(request, "job", {"job": found}, part="_job")
    if found.document and request.headers.get("HX-Request") == "true":
        response["HX-Redirect"] = reverse("pages:document", args=(found.document_id,))
    return response


@require_POST
def cancel_job(request: HttpRequest, job: int) -> HttpResponse:
    """Stops a reading that still waits or runs; one that has ended stays as it is."""
    account = require(request, Verb.RECEIVE_PLAN)
    cancel(get_object_or_404(ReadingJob, pk=job), by=account)
    return redirect("pages:job", job)


def _received(form: PlanForm, account: Account) -> ReadingJob:
    file, supersedes = form.cleaned_data["file"], form.cleaned_data["supersedes"]
    if isinstance(file, UploadedFile):
        return receive(file.read(), file.name or "", by=account, supersedes=supersedes)
    return receive(form.cleaned_data["text"].encode(), PASTED, by=account, supersedes=supersedes)


def _refused(request: HttpRequest, form: PlanForm, refusal: TinhsoError) -> HttpResponse:
    form.add_error(None, refusal.sentence)
    known = refusal.facts.get("document") if isinstance(refusal, AlreadyReceived) else None
    return _page(request, form, status=refusal.status, known=known)


def _page(request: HttpRequest, form: PlanForm, *, status: int, known: object = None) -> HttpResponse:
    recent = ReadingJob.objects.select_related("document", "asked_by")[:8]
    return render(request, "pages/receive.html", {"form": form, "known": known, "jobs": recent}, status=status)
