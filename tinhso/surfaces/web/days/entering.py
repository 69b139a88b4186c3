"""Decided days and swaps entered; looked at first, with what they move, then saved."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.organisations.deciding import Decided, calendar_with, decide, swapped
from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.lib.errors import TinhsoError
from tinhso.surfaces.web.days.forms import DaysForm, SwapForm
from tinhso.surfaces.web.shell.calendar_effects import moved

#: Moved deadlines that are listed; the others are counted.
MOST = 50


@require_http_methods(["GET", "POST"])
def enter_days(request: HttpRequest) -> HttpResponse:
    """Days off or worked by decision."""
    require(request, Verb.KEEP_CALENDAR)
    form = DaysForm(request.POST if request.method == "POST" else None)
    return _answer(request, form, _span, heading="Ghi ngày nghỉ, ngày làm việc theo quyết định")


@require_http_methods(["GET", "POST"])
def enter_swap(request: HttpRequest) -> HttpResponse:
    """A day exchanged for another."""
    require(request, Verb.KEEP_CALENDAR)
    form = SwapForm(request.POST if request.method == "POST" else None)
    return _answer(request, form, _swap, heading="Ghi hoán đổi ngày làm việc")


def _answer(
    request: HttpRequest, form: forms.Form, read: Callable[[forms.Form], list[Decided]], *, heading: str
) -> HttpResponse:
    context: dict[str, object] = {"form": form, "heading": heading}
    if request.method == "POST" and form.is_valid():
        try:
            days = read(form)
            if request.POST.get("deed") != "preview":
                decide(days)
                messages.success(request, f"Đã ghi {len(days)} ngày.")
                return redirect("days:year", days[0].day.year)
            found = moved(office_calendar(), calendar_with(days), timezone.localdate())
            context |= {"previewed": True, "moved": found[:MOST], "moved_count": len(found)}
        except TinhsoError as refusal:
            form.add_error(None, refusal.sentence)
    return render(request, "days/form.html", context, status=422 if form.errors else 200)


def _span(form: forms.Form) -> list[Decided]:
    given = dict(form.cleaned_data)
    last = given.pop("last")
    first = Decided(day=given.pop("first"), **given)
    return first.until(last or first.day)


def _swap(form: forms.Form) -> list[Decided]:
    return swapped(**form.cleaned_data)
