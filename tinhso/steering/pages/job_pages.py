"""Tiếp nhận: how far the reading of a file is, and cancelling it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.steering.pages.showing import show
from tinhso.steering.programmes.actions.cancel import cancel
from tinhso.steering.programmes.actions.revive import revive
from tinhso.steering.programmes.models import ReadingJob


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
