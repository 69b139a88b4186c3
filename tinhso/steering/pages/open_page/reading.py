"""Trang công khai: the figures of a programme that are marked public, with targets and trends. Nobody signs in here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.models import Account
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.values.sparks import spark
from tinhso.steering.pages.values.standings import IndicatorFigures, TargetFigure, figures_of
from tinhso.steering.programmes.actions.make_public import PAGE, public_keys, public_programmes
from tinhso.steering.programmes.fetching import indicators_by_key, programmes_shown
from tinhso.steering.programmes.models import Indicator, Programme


@dataclass(frozen=True, slots=True)
class PublicIndicator:
    """An indicator as anybody sees it: no unit, no person, only what the province comes to."""

    code: str
    name: str
    targets: list[TargetFigure]
    trend: SafeString
    day: date | None


@login_not_required
@require_safe
def programmes(request: HttpRequest) -> HttpResponse:
    """The programmes that have a public page."""
    refuse_unknown(request, ())
    return render(request, "open_page/programmes.html", {"programmes": public_programmes()})


@login_not_required
@require_safe
def programme(request: HttpRequest, public: str) -> HttpResponse:
    """One of them; what is not open does not exist (404)."""
    refuse_unknown(request, ())
    found = next((each for each in programmes_shown().values() if each.code == public), None)
    keys = public_keys(found) if found else frozenset()
    if found is None or PAGE not in keys:
        raise Http404
    day = min(found.demonstration_on or timezone.localdate(), timezone.localdate())
    context = {"programme": found, "day": day, "indicators": _indicators(found, keys, day)}
    return render(request, "open_page/programme.html", context)


def _indicators(programme: Programme, keys: frozenset[int], day: date) -> list[PublicIndicator]:
    listed = sorted(indicators_by_key(keys - {PAGE}).values(), key=lambda each: (each.position, each.pk))
    present = [each for each in listed if each.withdrawn_at is None]
    figures = figures_of(Asked(programme, Account(), day, day), present)
    return [_shown(each, figures) for each in present]


def _shown(indicator: Indicator, figures: Mapping[int, IndicatorFigures]) -> PublicIndicator:
    found = figures[indicator.pk]
    return PublicIndicator(
        indicator.code,
        indicator.name,
        list(found.targets.values()),
        spark(found, indicator.code),
        found.trend.known[-1][0] if found.trend.known else None,
    )
