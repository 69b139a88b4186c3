"""Lập chương trình: a document that was read becomes a programme, once a person has confirmed name, body and period."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require, standing
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.errors import TinhsoError
from tinhso.steering.pages.start_form import StartForm
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.coordinating import bodies_that_coordinate
from tinhso.steering.programmes.models import PlanDocument
from tinhso.steering.programmes.period import Period
from tinhso.steering.programmes.proposals import proposed


@require_http_methods(["GET", "POST"])
def start_programme(request: HttpRequest, document: int) -> HttpResponse:
    """The form; sent, the programme. Two clicks make one programme: the database refuses the second."""
    account = require(request, Verb.START_PROGRAMME)
    found = get_object_or_404(PlanDocument.objects.select_related("reading"), pk=document)
    offered = proposed(found, today=timezone.localdate())
    units = bodies_that_coordinate(offered.period.starts_on)
    initial = {
        "name": offered.name,
        "unit": str(offered.coordinating_unit.pk) if offered.coordinating_unit else _own(account, units),
        "starts_on": offered.period.starts_on,
        "ends_on": offered.period.ends_on,
    }
    form = StartForm(request.POST or None, units=units, initial=initial)
    if form.is_valid():
        try:
            return _started(request, form, found)
        except TinhsoError as refusal:
            form.add_error(None, refusal.sentence)
    return render(request, "pages/start.html", {"document": found, "form": form}, status=422 if form.errors else 200)


def _started(request: HttpRequest, form: StartForm, document: PlanDocument) -> HttpResponse:
    given = form.cleaned_data
    programme = start(
        document,
        by=require(request, Verb.START_PROGRAMME),
        name=given["name"],
        coordinating_unit=Unit.objects.filter(pk=int(given["unit"] or 0)).first(),
        period=Period(given["starts_on"], given["ends_on"]),
    )
    messages.success(
        request, "Đã lập chương trình. Hãy duyệt các mục máy đọc được; mục chưa duyệt còn là “đề xuất tự động”."
    )
    return redirect("review:screen", programme.pk)


def _own(account: Account, units: dict[str, str]) -> str:
    held = (str(role.unit_id) for role in standing(account).roles)
    return next((unit for unit in held if unit in units), "")
