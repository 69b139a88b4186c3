"""Đơn vị: the tree on a day, or the units that answer a search on that day."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require, standing
from tinhso.kernel.organisations.edition import kept_for_edition
from tinhso.kernel.organisations.models import Kind, Reorganisation, UnitVersion
from tinhso.kernel.organisations.models.units import COMMUNE_KINDS, DISTRICT_KINDS
from tinhso.kernel.organisations.tree import Branch, by_kind, tree_on
from tinhso.lib.text import matches
from tinhso.surfaces.web.units.chosen_day import UnitFilter
from tinhso.surfaces.web.units.milestones import by_day

#: What the page counts at its head: words and kinds.
_COUNTED = (
    ("sở và cơ quan tương đương", (Kind.DEPARTMENT,)),
    ("đơn vị cấp huyện", DISTRICT_KINDS),
    ("đơn vị cấp xã", COMMUNE_KINDS),
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of the page's head."""

    words: str
    number: int


@dataclass(frozen=True, slots=True)
class Found:
    """A unit that answers the search, with the name of what it stands under."""

    version: UnitVersion
    above: str


@require_safe
def tree_page(request: HttpRequest) -> HttpResponse:
    """``/don-vi?on=01/7/2025&q=dong ky``; whatever the number of units, one query beside those of the shell."""
    account = require(request, Verb.READ_ORGANISATIONS)
    form = UnitFilter(request.GET)
    day, words = form.chosen_day(), form.words()
    roots = tree_on(day)
    everybody = [version for root in roots for version in (root.version, *root.everything_below())]
    context = {
        "form": form,
        "day": day,
        "words": words,
        "tree": _drawn(day),
        "found": _found(roots, words) if words else [],
        "counts": [_count(label, kinds, everybody) for label, kinds in _COUNTED],
        "total": len(everybody),
        "milestones": by_day(Reorganisation.objects.order_by("-effective_on", "key")),
        "may_keep": standing(account).may(Verb.KEEP_ORGANISATIONS),
    }
    return render(request, "units/tree.html", context)


@kept_for_edition
def _drawn(day: date) -> SafeString:
    """The tree as the page shows it to everybody; a template for each of hundreds of units, once an edition."""
    return render_to_string("units/_tree.html", {"runs": by_kind(tree_on(day)), "day": day})


def _count(label: str, kinds: tuple[Kind, ...], versions: list[UnitVersion]) -> Count:
    return Count(label, sum(version.kind in kinds for version in versions))


def _found(roots: list[Branch], words: str) -> list[Found]:
    names = {version.unit_id: version.name for root in roots for version in (root.version, *root.everything_below())}
    return [
        Found(version, names.get(version.parent_id or 0, ""))
        for root in roots
        for version in (root.version, *root.everything_below())
        if matches(words, f"{version.name} {version.short_name} {version.official_code}")
    ]
