"""The page of a unit: what it is called and where it stands, who leads it, what came before and after."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.organisations.history import Lineage
from tinhso.kernel.organisations.models import Holding, Post, Succession, UnitVersion
from tinhso.kernel.organisations.roster import Roster
from tinhso.kernel.organisations.tree import by_kind, plant
from tinhso.surfaces.web.units.chosen_day import UnitFilter

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Office:
    """A post with its full name and who holds it on the day."""

    name: str
    rank: str
    holder: str


@dataclass(frozen=True, slots=True)
class Tie:
    """One succession as it is shown: the unit at the other end by the name it had then."""

    link: Succession
    other: UnitVersion | None
    subject: UnitVersion | None


@require_safe
def unit_page(request: HttpRequest, key: str) -> HttpResponse:
    """``/don-vi/so-tttt?on=20/4/2022``: a constant number of queries, whatever the unit has under it."""
    require(request, Verb.READ_ORGANISATIONS)
    versions = list(
        UnitVersion.objects.filter(unit__key=key).select_related("unit", "begun_by", "ended_by").order_by("valid_from")
    )
    if not versions:
        raise Http404
    day = _day(request, versions)
    shown = next((version for version in versions if version.holds_on(day)), versions[-1])
    roster, lineage = Roster.on(day), Lineage.read()
    names = _names(lineage, shown.unit_id)
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
        "before": _ties(lineage.predecessors(shown.unit_id), names, towards="predecessor"),
        "after": _ties(_after(lineage, shown.unit_id), names, towards="successor"),
        "received": _ties(_received(lineage, shown.unit_id), names, towards="predecessor"),
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


def _after(lineage: Lineage, unit_id: int) -> list[Succession]:
    own = [link for link in lineage.links_of(unit_id) if link.predecessor_id == unit_id]
    return list(dict.fromkeys([*own, *lineage.successors(unit_id)]))


def _received(lineage: Lineage, unit_id: int) -> list[Succession]:
    own = lineage.links_of(unit_id)
    return [link for link in own if link.successor_id == unit_id and link.manner == Succession.Manner.TRANSFER]


def _names(lineage: Lineage, unit_id: int) -> dict[int, list[UnitVersion]]:
    links = [*lineage.predecessors(unit_id), *lineage.successors(unit_id), *lineage.links_of(unit_id)]
    ids = {end for link in links for end in (link.predecessor_id, link.successor_id) if end is not None}
    names: dict[int, list[UnitVersion]] = {}
    for version in UnitVersion.objects.filter(unit__in=ids).select_related("unit"):
        names.setdefault(version.unit_id, []).append(version)
    return names


def _ties(links: list[Succession], names: dict[int, list[UnitVersion]], *, towards: str) -> list[Tie]:
    return [Tie(link, _end(link, names, towards), _end(link, names, _opposite(towards))) for link in links]


def _end(link: Succession, names: dict[int, list[UnitVersion]], which: str) -> UnitVersion | None:
    """The unit at one end of a succession, by its name just before (predecessor) or from that day on."""
    day = link.reorganisation.effective_on
    when = day - ONE_DAY if which == "predecessor" else day
    unit_id = link.predecessor_id if which == "predecessor" else link.successor_id
    return next((version for version in names.get(unit_id or 0, ()) if version.holds_on(when)), None)


def _opposite(which: str) -> str:
    return "successor" if which == "predecessor" else "predecessor"
