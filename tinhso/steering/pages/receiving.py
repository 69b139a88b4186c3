"""Tiếp nhận: a plan's file or pasted text comes in, is read in the background, and can be cancelled."""

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.lib.errors import TinhsoError
from tinhso.steering.pages.plan_form import PlanForm
from tinhso.steering.programmes.actions.receive import PASTED, receive
from tinhso.steering.programmes.models import ReadingJob
from tinhso.steering.programmes.refusals import AlreadyReceived, BeingRead


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
