"""Any page with ``?xlsx=name`` answers with its table of that name as a workbook: the same rows, under the same rights.

There is no second list of rows that could differ from the page, and no other door: the page is made as ever, for
whoever asks, and its table is read.
"""

import re
from collections.abc import Callable, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from lxml import html
from lxml.etree import _Element

from tinhso.lib.numbers import write_number
from tinhso.lib.workbook.writing import write_workbook
from tinhso.surfaces.web.carrying.asking import MOST_ROWS, WORKBOOK, mark
from tinhso.surfaces.web.carrying.tables import sheets, shown
from tinhso.surfaces.web.carrying.words import classes, said
from tinhso.surfaces.web.shell.downloads import workbook_response

_NAME = re.compile(r"[a-z0-9-]{1,40}")
_FOUND = 200
Answer = Callable[[HttpRequest], HttpResponse]


def carry_tables(get_response: Answer) -> Answer:
    """The middleware, in the form settings name it."""

    def respond(request: HttpRequest) -> HttpResponse:
        name = request.GET.get(WORKBOOK)
        if name is None or request.method != "GET" or request.path.startswith("/api/"):
            return get_response(request)
        _take_out(request)
        response = get_response(request)
        return _workbook(response, name) if response.status_code == _FOUND else response

    return respond


def _take_out(request: HttpRequest) -> None:
    """The page does not know of it: neither does it refuse the parameter nor put it into its links."""
    query = request.GET.copy()
    query.pop(WORKBOOK, None)
    vars(request)["GET"] = query
    mark(request)


def _workbook(response: HttpResponse, name: str) -> HttpResponse:
    is_page = response.headers.get("Content-Type", "").startswith("text/html") and not response.streaming
    if not is_page or not _NAME.fullmatch(name):
        raise Http404
    page = html.document_fromstring(response.content.decode(), parser=html.HTMLParser(remove_comments=True))
    found = page.findall(f".//table[@data-workbook='{name}']")
    if not found:
        raise Http404
    made = sheets((shown(table) for table in found), _above(page))
    return workbook_response(write_workbook(*made), f"{name}-{timezone.localdate():%Y%m%d}")


def _above(page: _Element) -> Sequence[str]:
    """What a person who looks at the file later must know of it."""
    at = timezone.localtime()
    told = [said(each) for each in page.iter("h1", "p") if each.tag == "h1" or _goes_along(each)]
    is_cut = page.find(".//nav[@class='pager']//a[@rel='next']") is not None
    more = f"Chỉ {write_number(MOST_ROWS)} dòng đầu: hãy lọc bớt rồi tải lại." if is_cut else ""
    return [line.replace("\n", " ") for line in (*told, _filters(page), f"Tải lúc {at:%H:%M %d/%m/%Y}", more) if line]


def _filters(page: _Element) -> str:
    """What the list is filtered by; its last word takes all filters away."""
    lists = [each for each in page.iter("ul") if (each.get("aria-label") or "").startswith("Đang lọc")]
    return "; ".join(said(line) for each in lists for line in list(each)[:-1])


def _goes_along(element: _Element) -> bool:
    """What is told on paper as well, and what is marked to go along."""
    return element.get("data-carried") is not None or "print-only" in classes(element)
