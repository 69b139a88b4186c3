"""The drafts, and the days on which decisions took effect."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.organisations.models import Reorganisation
from tinhso.kernel.reorganisations.models import Draft, Enactment
from tinhso.surfaces.web.units.milestones import by_day


@require_safe
def reorganisations(request: HttpRequest) -> HttpResponse:
    """``/sap-xep``: drafts first, then what is in force by day, then what was taken back; four queries."""
    require(request, Verb.KEEP_ORGANISATIONS)
    drafts = Draft.objects.filter(state=Draft.State.DRAFT).select_related("prepared_by").prefetch_related("lines")
    taken_back = Enactment.objects.filter(taken_back_at__isnull=False).select_related("draft", "taken_back_by")
    decisions = Reorganisation.objects.order_by("-effective_on", "key")
    context = {"drafts": drafts, "days": by_day(decisions), "taken_back": taken_back}
    return render(request, "units/reorganising/list.html", context)
