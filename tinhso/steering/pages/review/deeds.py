"""What one click does: accept an item or many, set a piece aside, say that a point was seen."""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from tinhso.steering.pages.review.asking import review
from tinhso.steering.pages.review.back import back_to_list
from tinhso.steering.pages.review.entries import Entry, progress_of
from tinhso.steering.pages.review.kinds import fetch_item
from tinhso.steering.pages.review.opened import version_seen
from tinhso.steering.pages.review.rows import row_of
from tinhso.steering.pages.review.views import FINDINGS, UNPLACED
from tinhso.steering.programmes.actions.accept import accept, accept_all, accept_some
from tinhso.steering.programmes.editing.see import see
from tinhso.steering.programmes.editing.set_aside import set_aside
from tinhso.steering.programmes.models import Finding, Unplaced
from tinhso.steering.programmes.naming import split_name
from tinhso.steering.programmes.refusals import ChangedMeanwhile

EVERYTHING, TICKED = "tat-ca", "da-chon"


@require_POST
def accept_one(request: HttpRequest, programme: int, reviewed: str) -> HttpResponse:
    """One item with its parts; HTMX gets its row anew with the progress."""
    asking = review(request, programme)
    item = fetch_item(asking.asked.programme, reviewed)
    if item.withdrawn_at is not None:
        raise Http404
    in_place = request.headers.get("HX-Request") == "true"
    was_changed = False
    try:
        accept(item, by=asking.account, version=version_seen(request))
    except ChangedMeanwhile:
        if not in_place:
            raise
        was_changed = True
    if not in_place:
        return back_to_list(request, programme, reviewed)
    entry = next(entry for entry in asking.entries if entry.name == reviewed)
    context = {
        "row": row_of(asking.asked.programme, entry),
        "progress": progress_of(asking.entries),
        "was_changed": was_changed,
    }
    return render(request, "review/accepted.html", {"asked": asking.asked, "is_part": True, **context})


@require_POST
def accept_many(request: HttpRequest, programme: int) -> HttpResponse:
    """Everything, what the view shows of the whole document, or what was ticked."""
    asking = review(request, programme)
    scope = request.POST.get("pham_vi", "")
    if scope == EVERYTHING:
        count = accept_all(asking.asked.programme, by=asking.account)
    else:
        chosen = _ticked(request.POST.getlist("muc")) if scope == TICKED else _named(asking.matching)
        count = accept_some(asking.asked.programme, chosen, by=asking.account)
    messages.success(request, f"Đã chấp nhận {count} mục.")
    return back_to_list(request, programme)


@require_POST
def set_piece_aside(request: HttpRequest, programme: int, piece: int) -> HttpResponse:
    """A piece of the text that is no item."""
    asking = review(request, programme)
    found = get_object_or_404(Unplaced.objects.filter(programme=asking.asked.programme), pk=piece)
    set_aside(found, by=asking.account)
    return redirect(f"{reverse('review:screen', args=(programme,))}?xem={UNPLACED}#muc-unplaced-{piece}")


@require_POST
def see_finding(request: HttpRequest, programme: int, finding: int) -> HttpResponse:
    """A point to settle before signing that a person has looked at."""
    asking = review(request, programme)
    found = get_object_or_404(Finding.objects.filter(programme=asking.asked.programme), pk=finding)
    see(found, by=asking.account)
    return redirect(f"{reverse('review:screen', args=(programme,))}?xem={FINDINGS}#muc-finding-{finding}")


def _ticked(names: Iterable[str]) -> dict[str, list[int]]:
    chosen: dict[str, list[int]] = defaultdict(list)
    for kind, key in map(split_name, names):
        if kind:
            chosen[kind].append(key)
    return chosen


def _named(entries: Iterable[Entry]) -> dict[str, list[int]]:
    return _ticked(entry.name for entry in entries)
