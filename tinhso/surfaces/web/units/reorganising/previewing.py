"""What a draft would move, before it does: one page that tells everything, and the button that does it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.models import RoleAssignment
from tinhso.kernel.organisations.models import Holding, Post, Succession, UnitVersion
from tinhso.kernel.organisations.reorganising.standing import Standing, standing_on
from tinhso.kernel.reorganisations.models import Draft
from tinhso.kernel.reorganisations.preview import Change, Preview, preview
from tinhso.lib.numbers import whole_number
from tinhso.surfaces.web.units.panels import following
from tinhso.surfaces.web.units.reorganising.fetching import Asked, asked
from tinhso.surfaces.web.units.reorganising.rows import post_names, rows

#: Told by the preview itself, or part of what a unit is.
_TOLD = dict.fromkeys((UnitVersion, Post, Holding, Succession, RoleAssignment), Q(pk__isnull=False))


@dataclass(frozen=True, slots=True)
class Work:
    """The open work of a unit that ends, by the labels of the table, and the unit that goes on with it."""

    change: Change
    counts: Sequence[int]


@require_safe
def preview_page(request: HttpRequest, draft: int) -> HttpResponse:
    """``/sap-xep/3/xem-truoc?voi=4``: with the other drafts of the day, unless some are left out."""
    about = asked(request, draft)
    others = _others(about.draft)
    chosen = _chosen(request, others)
    shown = preview([about.draft, *chosen])
    labels, works = _works(shown, about)
    context = {
        "draft": about.draft,
        "others": [(other, other in chosen) for other in others],
        "shown": shown,
        "rows": rows(shown),
        "post_names": post_names(shown),
        "labels": labels,
        "works": works,
        "keeping": _keeping(shown),
    }
    return render(request, "units/reorganising/preview.html", context)


def _others(draft: Draft) -> list[Draft]:
    same_day = Draft.objects.filter(effective_on=draft.effective_on, state=Draft.State.DRAFT)
    return list(same_day.exclude(pk=draft.pk).order_by("pk").prefetch_related("lines"))


def _chosen(request: HttpRequest, others: list[Draft]) -> list[Draft]:
    if "chon" not in request.GET:
        return others
    wanted = {whole_number(key) for key in request.GET.getlist("voi")}
    return [other for other in others if other.pk in wanted]


def _works(shown: Preview, about: Asked) -> tuple[list[str], list[Work]]:
    ended = {change.before.unit_id: change for change in shown.ended if change.before}
    kinds = following()
    counted = [kind.counted(list(ended), shown.eve, about.account) for kind in kinds]
    rows = [Work(change, _of(unit, counted)) for unit, change in ended.items()]
    return [kind.label for kind in kinds], [row for row in rows if any(row.counts)]


def _of(unit: int, counted: Sequence[Mapping[int, int]]) -> list[int]:
    return [numbers.get(unit, 0) for numbers in counted]


def _keeping(shown: Preview) -> list[Standing]:
    ended = [change.before.unit_id for change in shown.ended if change.before]
    return standing_on(ended, besides=_TOLD)
