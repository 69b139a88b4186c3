"""The search page: everything that answers a few words, by kind; and what is shown while they are typed."""

from collections.abc import Sequence
from functools import partial

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.standing import person
from tinhso.kernel.search.declarations import kind_of, kinds
from tinhso.kernel.search.findable import Kind, Seeker
from tinhso.kernel.search.finding import Answer
from tinhso.kernel.search.finding import find as answer_to
from tinhso.kernel.search.ranking import Window
from tinhso.lib.numbers import whole_number

#: The longest query; how many of each kind stand on the page, in the panel while typing, on a leaf of one kind.
_LONGEST, _EACH, _TYPED, _LEAF = 200, 6, 4, 20
#: While typing, fewer letters say too little.
_SHORTEST = 2
#: What HTMX asks for, by the place that it fills.
_PARTS = {"find-panel": "web/_find_panel.html", "find-results": "web/_find_results.html"}


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """``/tim-kiem?q=…&loai=task&page=2``; without words it says what can be found."""
    part = _part(request)
    query, only = request.GET.get("q", "").strip()[:_LONGEST], _only(request)
    number = max(1, whole_number(request.GET.get("page", "1")))
    if part == _PARTS["find-panel"]:
        window = Window(_TYPED)
    else:
        window = Window(_LEAF, only.name, (number - 1) * _LEAF) if only else Window(_EACH)
    answer = answer_to(query if len(query) >= _SHORTEST or not part else "", _seeker(request), window)
    context = {
        "query": query,
        "searched": query,
        "answer": answer,
        "only": only,
        "page": _page(answer, only, number),
        "labels": partial(_labels, request),
    }
    response = render(request, part or "web/find.html", context)
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response


def _seeker(request: HttpRequest) -> Seeker:
    return Seeker(person(request), timezone.localdate(), request.session)


def _labels(request: HttpRequest) -> Sequence[str]:
    """The kinds of things that this person may find; asked by the page only when it has nothing else to show."""
    seeker = _seeker(request)
    return [kind.label.lower() for kind in kinds() if kind.seen(seeker) is not False]


def _only(request: HttpRequest) -> Kind | None:
    wanted = request.GET.get("loai", "")
    kind = kind_of(wanted)
    if wanted and kind is None:
        raise Http404
    return kind


def _page(answer: Answer, only: Kind | None, number: int) -> Page[int] | None:
    count = next((each.count for each in answer.found if each.kind is only), 0)
    return Paginator(range(count), _LEAF).get_page(number) if count else None


def _part(request: HttpRequest) -> str:
    if request.headers.get("HX-Request") != "true" or "HX-History-Restore-Request" in request.headers:
        return ""
    return _PARTS.get(request.headers.get("HX-Target", ""), "")
