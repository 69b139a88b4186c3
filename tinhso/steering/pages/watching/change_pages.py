"""Có gì mới, ai im lặng: the lists that the board's figures count."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.following.news import MOST, ChangeKind, newcomers
from tinhso.steering.following.silence import end_of
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.watching.changes import address_of, counted, lines_of
from tinhso.steering.pages.watching.looking import Window
from tinhso.steering.pages.watching.silence import silent_units


@require_safe
def changes(request: HttpRequest, programme: int) -> HttpResponse:
    """All changes of one kind since a moment."""
    about = asked(request, programme)
    refuse_unknown(request, ("loai", "tu"))
    window = _window(request.GET.get("tu", ""), about)
    numbers = counted(about, window)
    kind = _kind(request.GET.get("loai", ""), numbers)
    context = {
        "asked": about,
        "window": window,
        "kind": kind,
        "kinds": [(each, numbers[each], address_of(each, about, window)) for each in ChangeKind],
        "count": numbers[kind],
        "lines": lines_of(kind, about, window),
        "most": MOST,
    }
    return render(request, "watching/changes.html", context)


@require_safe
def silent(request: HttpRequest, programme: int) -> HttpResponse:
    """Units with open work that have said nothing for too long."""
    about = asked(request, programme)
    refuse_unknown(request, ())
    units = silent_units(about, Roster.on(about.working_day))
    return render(request, "watching/silent.html", {"asked": about, "units": units})


def _window(since: str, about: Asked) -> Window:
    """From the moment in the address; one that is none gives the days that a newcomer is told of."""
    until = end_of(about.day)
    try:
        moment = datetime.fromisoformat(since)
    except ValueError:
        return Window(newcomers(until), until, personal=False)
    return Window(moment if timezone.is_aware(moment) else timezone.make_aware(moment), until, personal=False)


def _kind(wanted: str, numbers: dict[ChangeKind, int]) -> ChangeKind:
    """The one asked for, else the first of which there are any."""
    if wanted in ChangeKind.values:
        return ChangeKind(wanted)
    return next((kind for kind, count in numbers.items() if count), ChangeKind.PROGRESS)
