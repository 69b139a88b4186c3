"""A decided day corrected, or taken back; what it moves is shown before."""

from django.contrib import messages
from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.organisations.deciding import (
    DayChangedMeanwhile,
    Decided,
    calendar_with,
    correct,
    take_back,
    version_of,
)
from tinhso.kernel.organisations.models import DecidedDay
from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.lib.dates import write_date
from tinhso.lib.errors import TinhsoError
from tinhso.lib.numbers import whole_number
from tinhso.surfaces.web.days.entering import MOST
from tinhso.surfaces.web.days.forms import ChangeForm
from tinhso.surfaces.web.shell.calendar_effects import moved
from tinhso.surfaces.web.shell.conflicts import conflict


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, decided: int) -> HttpResponse:
    """The form with what stands; sent, corrected, or only looked at."""
    require(request, Verb.KEEP_CALENDAR)
    row = get_object_or_404(DecidedDay, pk=decided)
    form = ChangeForm(request.POST if request.method == "POST" else None, initial=_stands(row))
    context: dict[str, object] = {
        "form": form,
        "row": row,
        "heading": f"Ngày {write_date(row.day)}",
        "version": version_of(row),
    }
    if request.method == "POST" and form.is_valid():
        try:
            if request.POST.get("deed") != "preview":
                return _corrected(request, row, form)
            context |= _preview(row, [_wanted(form)])
        except DayChangedMeanwhile:
            row.refresh_from_db()
            back = reverse("days:change", args=(row.pk,))
            return conflict(request, form, stands=_stands(row), version=version_of(row), back=back)
        except TinhsoError as refusal:
            form.add_error(None, refusal.sentence)
    elif request.method != "POST":
        context |= {"taking": _preview(row, [])}
    return render(request, "days/change.html", context, status=422 if form.errors else 200)


@require_POST
def take(request: HttpRequest, decided: int) -> HttpResponse:
    """The law's own rules hold again for the day."""
    require(request, Verb.KEEP_CALENDAR)
    row = get_object_or_404(DecidedDay, pk=decided)
    take_back(row, version=whole_number(request.POST.get("version", "")))
    messages.success(request, f"Đã thu lại quyết định về ngày {write_date(row.day)}.")
    return redirect("days:year", row.day.year)


def _corrected(request: HttpRequest, row: DecidedDay, form: ChangeForm) -> HttpResponse:
    wanted = _wanted(form)
    correct(row, wanted, version=form.cleaned_data["version"])
    messages.success(request, f"Đã sửa ngày {write_date(wanted.day)}.")
    return redirect("days:year", wanted.day.year)


def _wanted(form: ChangeForm) -> Decided:
    return Decided(**{name: value for name, value in form.cleaned_data.items() if name != "version"})


def _preview(row: DecidedDay, days: list[Decided]) -> dict[str, object]:
    after = calendar_with(days, without=frozenset({row.day}))
    found = moved(office_calendar(), after, timezone.localdate())
    return {"previewed": bool(days), "moved": found[:MOST], "moved_count": len(found)}


def _stands(row: DecidedDay) -> dict[str, object]:
    return {**model_to_dict(row), "version": version_of(row)}
