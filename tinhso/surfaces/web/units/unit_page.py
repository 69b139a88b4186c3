"""The page of a unit: what it is called and where it stands, its people and its work, what came before and after."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require, standing
from tinhso.kernel.organisations.history import Lineage
from tinhso.kernel.organisations.models import Holding, Post, UnitVersion
from tinhso.kernel.organisations.roster import Roster
from tinhso.kernel.organisations.tree import by_kind, plant
from tinhso.surfaces.web.units.chosen_day import UnitFilter
from tinhso.surfaces.web.units.descent import Names, forebears, heirs
from tinhso.surfaces.web.units.panels import UnitAsked, panels
from tinhso.surfaces.web.units.people import answering, people

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Office:
    """A post with its full name and who holds it on the day."""

    name: str
    rank: str
    holder: str


@require_safe
def unit_page(request: HttpRequest, key: str) -> HttpResponse:
    """``/don-vi/so-tttt?on=20/4/2022``: a constant number of queries, whatever the unit has under it."""
    account = require(request, Verb.READ_ORGANISATIONS)
    versions = list(
        UnitVersion.objects.filter(unit__key=key).select_related("unit", "begun_by", "ended_by").order_by("valid_from")
    )
    if not versions:
        raise Http404
    day = _day(request, versions)
    shown = next((version for version in versions if version.holds_on(day)), versions[-1])
    roster, lineage = Roster.on(day), Lineage.read()
    names = Names.of(lineage, shown.unit_id)
    children = [version for version in roster.units.values() if version.parent_id == shown.unit_id]
    context = {
        "day": day,
        "shown": shown,
        "in_force": shown.holds_on(day),
        "superior": roster.units.get(shown.parent_id or 0),
        "versions": versions[::-1],
        "runs": by_kind(plant(children)),
        "children": children,
        "offices": _offices(roster, shown),
        "aliases": list(shown.unit.aliases.all()),
        "groups": roster.groups_with(shown.unit_id),
        "before": forebears(lineage, names, shown.unit_id),
        "after": heirs(lineage, names, shown.unit_id),
        "answering": answering(roster, shown.unit_id),
        "people": people(shown.unit_id, day),
        "may_keep_accounts": standing(account).may(Verb.KEEP_ACCOUNTS),
        "panels": panels(UnitAsked(shown, account, roster)),
    }
    return render(request, "units/unit.html", context)


def _day(request: HttpRequest, versions: list[UnitVersion]) -> date:
    """The day asked for; without one today, or the last day of a unit that has ended."""
    day = UnitFilter(request.GET).chosen_day()
    last = versions[-1].valid_to
    return last - ONE_DAY if "on" not in request.GET and last is not None and last <= day else day


def _offices(roster: Roster, shown: UnitVersion) -> list[Office]:
    holders = {
        holding.post_id: holding.person
        for holding in Holding.objects.valid_on(roster.day).filter(post__unit=shown.unit_id)
    }
    posts = roster.posts.get(shown.unit_id, [])
    order = list(Post.Rank.values)
    return [
        Office(post.called(shown.name), post.get_rank_display(), holders.get(post.pk, ""))
        for post in sorted(posts, key=lambda post: order.index(post.rank))
    ]
