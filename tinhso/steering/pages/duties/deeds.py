"""The buttons of the department in charge: return a document, ask it of a unit or not, keep the count."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.metrics.recipes import Scope
from tinhso.kernel.metrics.taking import take, told
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.numbers import whole_number
from tinhso.steering.following.actions.record_duty import ask_again, exempt, return_duty
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.metrics import IN_TIME
from tinhso.steering.following.models import DutyExemption, DutyPaper
from tinhso.steering.pages.asked import asked
from tinhso.steering.pages.duties.page import duty_of
from tinhso.steering.programmes.actions.close import require_running


@require_POST
def return_paper(request: HttpRequest, programme: int, paper: int) -> HttpResponse:
    """It counts no more until the unit records another."""
    about = asked(request, programme)
    rows = DutyPaper.objects.filter(duty__programme=about.programme).select_related("duty", "document", "unit")
    found = get_object_or_404(rows, pk=paper)
    return_duty(found, request.POST.get("reason", ""), Hand(about.account))
    messages.success(request, "Đã trả lại văn bản.")
    return redirect("duties:duty", programme, found.duty_id)


@require_POST
def exempt_unit(request: HttpRequest, programme: int, order: int) -> HttpResponse:
    """The unit had not to."""
    about = asked(request, programme)
    found = duty_of(about, order)
    unit = get_object_or_404(Unit, pk=whole_number(request.POST.get("unit", "")))
    exempt(found, unit, request.POST.get("reason", ""), hand=Hand(about.account))
    messages.success(request, "Đã ghi: không áp dụng cho đơn vị này.")
    return redirect("duties:duty", programme, found.pk)


@require_POST
def ask_unit_again(request: HttpRequest, programme: int, exemption: int) -> HttpResponse:
    """The unit had to after all."""
    about = asked(request, programme)
    rows = DutyExemption.objects.filter(duty__programme=about.programme).select_related("duty")
    found = get_object_or_404(rows, pk=exemption)
    ask_again(found, Hand(about.account))
    messages.success(request, "Đã bỏ đánh dấu không áp dụng.")
    return redirect("duties:duty", programme, found.duty_id)


@require_POST
def count(request: HttpRequest, programme: int, order: int) -> HttpResponse:
    """The share as of today is kept with its records."""
    about, account = asked(request, programme), require(request, Verb.KEEP_FIGURES)
    found = duty_of(about, order)
    scope = Scope(about.programme.starts_on, min(about.today, about.programme.ends_on), f"duty/{found.pk}")
    require_running(about.programme)
    kept = take(IN_TIME, scope, by=account, reason=request.POST.get("reason", ""))
    messages.success(request, f"Đã giữ số đếm: {told(kept)}.")
    return redirect("duties:duty", programme, found.pk)
