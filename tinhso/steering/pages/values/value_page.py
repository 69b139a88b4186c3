"""Một số liệu: what was said, by whom, when and from what; what took its place; what it adds to."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from tinhso.kernel.organisations.naming import body_name
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.figures.executing import Reporter, ids
from tinhso.steering.figures.measuring import measures_of
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.following.naming import names_of_time
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.pages.values.value_view import ValueView
from tinhso.steering.programmes.fetching import whole_indicator
from tinhso.steering.programmes.models import Indicator
from tinhso.steering.reporting.models import SentFigure


@require_safe
def value(request: HttpRequest, programme: int, value: int) -> HttpResponse:
    """One value, whether it still stands or not."""
    about = asked(request, programme)
    found = get_object_or_404(Value.objects.counted_in(about.programme).select_related("unit"), pk=value)
    return render(request, "values/value.html", {"asked": about, "view": _view(about, found)})


def _view(about: Asked, found: Value) -> ValueView:
    indicator = _counting(about, found)
    roster = Roster.on(about.naming_day)
    measure = measures_of([indicator], roster)[indicator.pk]
    said = Value.objects.in_cell(found).newest_first().select_related("entered_by", "file", "issued")
    listed = list(said)
    enterable = ids(Reporter.of(about.account).may_enter(indicator.assignments.all(), measure, roster))
    name = names_of_time([(found.unit_id, found.to_on)])[found.unit_id, found.to_on]
    return ValueView(
        next(each for each in listed if each.pk == found.pk),
        indicator,
        measure,
        unit=name or body_name(roster.units[found.unit_id]),
        chain=[each for each in listed if each.source == found.source],
        rivals=[each for each in listed if each.source != found.source and each.stands],
        may_correct=found.unit_id in enterable and about.programme.is_running,
        sent_in=_sent_in(about, found),
    )


def _sent_in(about: Asked, found: Value) -> list[SentFigure]:
    """The sendings of reports, asked of this programme, that gave or confirmed it; one query."""
    rows = SentFigure.objects.filter(value=found, submission__report__round__asks__programme=about.programme)
    return list(rows.select_related("submission__report__round").order_by("pk"))


def _counting(about: Asked, found: Value) -> Indicator:
    """The programme's indicator that counts the value: its own, else one that takes it from another programme."""
    taker = Measure.objects.filter(taken_from=found.indicator_id, indicator__programme=about.programme)
    for key in (found.indicator_id, *taker.values_list("indicator", flat=True)):
        if indicator := whole_indicator(about.programme, key):
            return indicator
    raise Http404
