"""Phép đếm: every metric, and one with its versions, its counts and the indicators that it counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.metrics.catalogue import metric_of, metrics
from tinhso.kernel.metrics.models import Count
from tinhso.kernel.metrics.recipes import Metric, Recipe
from tinhso.steering.figures.models import Tie
from tinhso.steering.programmes.models import Programme

#: So many counts are shown, the newest first.
MOST = 50


@dataclass(frozen=True, slots=True)
class MetricLine:
    """A metric of the list: how it is counted today, and the indicators that it counts."""

    metric: Metric
    recipe: Recipe
    ties: Sequence[Tie]


@require_safe
def metric_list(request: HttpRequest) -> HttpResponse:
    """Every metric that the person may read."""
    account = require(request, Verb.READ_PROGRAMMES)
    ties = _ties(account)
    lines = [
        MetricLine(each, each.versions[-1], [tie for tie in ties if tie.metric == each.code]) for each in metrics()
    ]
    return render(request, "counting/metrics.html", {"lines": lines})


@require_safe
def metric(request: HttpRequest, code: str) -> HttpResponse:
    """One metric."""
    found = metric_of(code)
    account = require(request, found.reader)
    counts = Count.objects.filter(metric=code).newest_first().select_related("counted_by", "corrects")
    context = {
        "metric": found,
        "versions": tuple(reversed(found.versions)),
        "today": found.recipe_on(timezone.localdate()).version,
        "ties": [tie for tie in _ties(account) if tie.metric == code],
        "counts": list(counts[:MOST]),
    }
    return render(request, "counting/metric.html", context)


def _ties(account: Account) -> list[Tie]:
    seen = Programme.objects.visible_to(account, timezone.localdate())
    found = Tie.objects.filter(indicator__programme__in=seen, indicator__withdrawn_at=None)
    return list(found.select_related("indicator__programme"))
