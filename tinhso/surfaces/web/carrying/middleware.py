"""Any page with ``?xlsx=name`` answers with its table of that name as a workbook, with ``?svg=name`` with its drawing.

There is no second list of rows that could differ from the page, and no other door: the page is made as ever, for
whoever asks, and what it shows is read.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from lxml import html
from lxml.etree import _Element

from tinhso.lib.numbers import write_number
from tinhso.lib.workbook.writing import write_workbook
from tinhso.surfaces.web.carrying.above import above, is_cut
from tinhso.surfaces.web.carrying.asking import MOST_ROWS, PICTURE, WORKBOOK, mark
from tinhso.surfaces.web.carrying.pictures import picture
from tinhso.surfaces.web.carrying.tables import sheets, shown
from tinhso.surfaces.web.shell.downloads import workbook_response

_NAME = re.compile(r"[a-z0-9-]{1,40}")
_FOUND = 200
Answer = Callable[[HttpRequest], HttpResponse]


def carry_away(get_response: Answer) -> Answer:
    """The middleware, in the form settings name it."""

    def respond(request: HttpRequest) -> HttpResponse:
        asked = next((name for name in _MADE if name in request.GET), None)
        if asked is None or request.method != "GET" or request.path.startswith("/api/"):
            return get_response(request)
        name = _taken_out(request, asked)
        if not _NAME.fullmatch(name):
            # Before the page is made with all its rows.
            raise Http404
        response = get_response(request)
        return _carried(response, asked, name) if response.status_code == _FOUND else response

    return respond


def _taken_out(request: HttpRequest, asked: str) -> str:
    """The page does not know of it: neither does it refuse the parameter nor put it into its links."""
    query = request.GET.copy()
    name = query.pop(asked)[-1]
    vars(request)["GET"] = query
    if asked == WORKBOOK:
        mark(request)
    return str(name)


def _carried(response: HttpResponse, asked: str, name: str) -> HttpResponse:
    is_page = response.headers.get("Content-Type", "").startswith("text/html") and not response.streaming
    if not is_page:
        raise Http404
    parser = html.HTMLParser(remove_comments=True)
    page = html.document_fromstring(response.content.decode(), parser=parser)
    attribute, make = _MADE[asked]
    found = page.findall(f".//*[@{attribute}='{name}']")
    if not found:
        raise Http404
    return make(found, page, f"{name}-{timezone.localdate():%Y%m%d}")


def _workbook(found: Sequence[_Element], page: _Element, name: str) -> HttpResponse:
    more = [f"Chỉ {write_number(MOST_ROWS)} dòng đầu: hãy lọc bớt rồi tải lại."] if any(map(is_cut, found)) else []
    return workbook_response(write_workbook(*sheets(map(shown, found), [*above(page), *more])), name)


def _picture(found: Sequence[_Element], page: _Element, name: str) -> HttpResponse:
    response = HttpResponse(picture(found, above(page)), content_type="image/svg+xml")
    response["Content-Disposition"] = f'attachment; filename="{name}.svg"'
    return response


#: Parameter → by which attribute a page marks what it gives, and how that is made.
_MADE: Mapping[str, tuple[str, Callable[[Sequence[_Element], _Element, str], HttpResponse]]] = {
    WORKBOOK: ("data-workbook", _workbook),
    PICTURE: ("data-picture", _picture),
}
