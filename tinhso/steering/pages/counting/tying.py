"""Đếm từ hồ sơ: by which metric an indicator is counted, from when to when; count a span."""

from collections.abc import Callable, Mapping

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import person, require
from tinhso.kernel.metrics.catalogue import known_metric
from tinhso.kernel.metrics.taking import told
from tinhso.lib.errors import TinhsoError
from tinhso.lib.numbers import whole_number
from tinhso.steering.figures.actions.tie import Days, end_tie, tie
from tinhso.steering.figures.counting import count_tie
from tinhso.steering.figures.models import Tie
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.pages.counting.forms import EndForm, SpanForm, TieForm
from tinhso.steering.programmes.fetching import whole_indicator
from tinhso.steering.programmes.models import Indicator


@require_http_methods(["GET", "POST"])
def counted_indicator(request: HttpRequest, programme: int, indicator: int) -> HttpResponse:
    """The ties of the indicator; sent, one is made, ended, or a span is counted."""
    about, _account = asked(request, programme), require(request, Verb.KEEP_FIGURES)
    found = whole_indicator(about.programme, indicator)
    if found is None:
        raise Http404
    made = _forms(request, about)
    form = made[request.POST.get("deed", "tie")] if request.method == "POST" else None
    if form is not None and form.is_valid():
        try:
            messages.success(request, _DEEDS[request.POST.get("deed", "tie")](form, found, request))
            return redirect("counting:indicator", programme, indicator)
        except TinhsoError as refusal:
            form.add_error(None, refusal.sentence)
    ties = [(each, known_metric(each.metric)) for each in found.ties.all()]
    context = {"asked": about, "indicator": found, "ties": ties, "forms": made}
    return render(request, "counting/indicator.html", context, status=422 if request.method == "POST" else 200)


def _forms(request: HttpRequest, about: Asked) -> Mapping[str, forms.Form]:
    """The three forms; the one that was sent holds what was sent, "tie" where none says that it was."""
    sent = request.POST.get("deed", "tie") if request.method == "POST" else ""
    last = min(about.day, about.today, about.programme.ends_on)
    initial = {
        "tie": {"from_on": about.programme.starts_on},
        "count": {"first": about.programme.starts_on, "last": last},
        "end": {"to_on": last},
    }
    kinds = {"tie": TieForm, "count": SpanForm, "end": EndForm}
    if sent and sent not in kinds:
        raise Http404
    return {
        name: kind(request.POST if name == sent else None, initial=initial[name], prefix=name, label_suffix="")
        for name, kind in kinds.items()
    }


Deed = Callable[[forms.Form, Indicator, HttpRequest], str]


def _tied(form: forms.Form, indicator: Indicator, request: HttpRequest) -> str:
    said = form.cleaned_data
    tie(indicator, said["metric"], Days(said["from_on"], said["to_on"]), by=person(request))
    return "Đã gắn phép đếm."


def _counted(form: forms.Form, indicator: Indicator, request: HttpRequest) -> str:
    said, found = form.cleaned_data, _tie_named(request, indicator)
    done = count_tie(found, said["first"], said["last"], by=person(request), reason=said["reason"])
    counted = f"Đã đếm: {told(done.count)}, ghi {done.written} số liệu." if done.count else ""
    return counted + (f" {done.left_out} đơn vị có bản ghi nhưng không nhận số." if done.left_out else "")


def _ended(form: forms.Form, indicator: Indicator, request: HttpRequest) -> str:
    end_tie(_tie_named(request, indicator), form.cleaned_data["to_on"], by=person(request))
    return "Đã ghi ngày kết thúc."


_DEEDS: Mapping[str, Deed] = {"tie": _tied, "count": _counted, "end": _ended}


def _tie_named(request: HttpRequest, indicator: Indicator) -> Tie:
    rows = Tie.objects.filter(indicator=indicator).select_related("indicator__programme")
    return get_object_or_404(rows, pk=whole_number(request.POST.get("tie", "")))
