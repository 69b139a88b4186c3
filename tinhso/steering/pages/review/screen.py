"""The review's screen: the document at the left, at the right the items, or the form of one of them."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from tinhso.steering.pages.review.asking import Review, review
from tinhso.steering.pages.review.entries import progress_of
from tinhso.steering.pages.review.paper_side import paper_of
from tinhso.steering.pages.review.presence import RECENTLY, be_present, others
from tinhso.steering.pages.review.rows import rows_of
from tinhso.steering.pages.review.views import FINDINGS, UNPLACED, kind_tabs, view_tabs
from tinhso.steering.programmes.models import Finding, Unplaced

Place = TypeVar("Place", Finding, Unplaced)


@require_safe
def screen(request: HttpRequest, programme: int) -> HttpResponse:
    """The list that the address asks for beside the stretch of the document that it comes from."""
    asking = review(request, programme)
    be_present(asking.asked.programme, asking.account)
    return beside_paper(request, asking, "list", context=_list(asking))


def beside_paper(
    request: HttpRequest, asking: Review, pane: str, *, context: Mapping[str, object], status: int = 200
) -> HttpResponse:
    """The template ``review/<pane>.html`` beside the document; alone when HTMX asks for the right side only."""
    alone = request.headers.get("HX-Target") == "cac-muc" and "HX-History-Restore-Request" not in request.headers
    about = asking.asked
    common = {"asked": about, "review": asking, "pane": f"review/{pane}.html", "is_part": alone}
    if not alone:
        now = timezone.now()
        common |= {
            "sheet": {"blocks": paper_of(asking)},
            "progress": progress_of(asking.entries),
            "others": others(about.programme, asking.account, now - RECENTLY),
            "opened_at": now.isoformat(),
        }
    template = "review/pane.html" if alone else "review/screen.html"
    response = render(request, template, {**common, **context}, status=status)
    patch_vary_headers(response, ["HX-Target"])
    return response


def _list(asking: Review) -> dict[str, object]:
    programme, wish = asking.asked.programme, asking.wish
    pieces = list(
        Unplaced.objects.filter(programme=programme).select_related("set_aside_by").annotate(end=Max("spans__end"))
    )
    findings = list(Finding.objects.filter(programme=programme).select_related("seen_by"))
    waiting = sum(piece.set_aside_at is None for piece in pieces)
    unseen = sum(finding.seen_at is None for finding in findings)
    span = (asking.stretch.start, asking.stretch.end)
    lists_items = wish.view not in (UNPLACED, FINDINGS)
    return {
        "views": view_tabs(asking.entries, wish.view, wish.kind, others={UNPLACED: waiting, FINDINGS: unseen}),
        "kinds": kind_tabs(asking.entries, wish.view, wish.kind) if lists_items else [],
        "rows": rows_of(programme, asking.shown, span) if lists_items else [],
        "pieces": _placed(asking, pieces) if wish.view == UNPLACED else [],
        "findings": _placed(asking, findings) if wish.view == FINDINGS else [],
        "parts": _parts(asking),
        "lists_items": lists_items,
    }


def _placed(asking: Review, things: Sequence[Place]) -> list[tuple[Place, str]]:
    """Each thing with the address of its words: the stretch in which they stand, and their anchor."""
    parts = asking.stretches if len(asking.stretches) > 1 else []
    view, found = asking.wish.view, []
    for thing in things:
        part = next((f"&phan={each.number}" for each in parts if each.holds(thing.position)), "")
        found.append((thing, f"?xem={view}{part}#c{thing.position}" if parts else f"#c{thing.position}"))
    return found


def _parts(asking: Review) -> list[tuple[object, int]]:
    """The stretches with how many items of the view each holds; nothing where one holds the whole document."""
    if len(asking.stretches) == 1:
        return []
    positions = [entry.position for entry in asking.matching]
    return [(part, sum(map(part.holds, positions))) for part in asking.stretches]
