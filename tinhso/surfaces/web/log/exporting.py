"""Tải nhật ký ra: what is filtered, as .xlsx, .csv or JSON lines, with the head of the chain; itself recorded."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_POST

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.audit.models import Entries, Entry
from tinhso.kernel.audit.models import Verb as Deed
from tinhso.kernel.audit.notes import note
from tinhso.lib.errors import TinhsoError
from tinhso.surfaces.web.log.filter import LogFilter, log_filter
from tinhso.surfaces.web.log.sheets import MOST_ROWS, Carried, as_csv, as_json_lines, as_workbook

_PORTION = 1000


class LogTooLong(TinhsoError):
    """Excel does not open so many rows."""

    code: ClassVar[str] = "log_too_long"
    status: ClassVar[int] = 422
    sentence = "Có {count} mục, nhiều hơn {most} mục mà Excel mở được; hãy lọc hẹp lại hoặc tải dạng CSV."


@require_POST
def export(request: HttpRequest) -> HttpResponseBase:
    """The filter stands in the address, as on the page; ``kind`` is the button pressed."""
    require(request, Verb.READ_AUDIT)
    kind, form = request.POST.get("kind", ""), log_filter(request)
    if kind not in _MAKERS or not form.is_valid():
        raise Http404
    carried = _carried(form)
    if kind == "xlsx" and carried.count > MOST_ROWS:
        raise LogTooLong(count=carried.count, most=MOST_ROWS)
    note(Deed.EXPORT, Entry(), facts={"kind": kind, "filter": form.words(), **carried.facts()})
    return _MAKERS[kind](carried)


def _carried(form: LogFilter) -> Carried:
    """What stands in the log at this moment; what comes later is not among it."""
    last, head = Entry.objects.order_by("-id").first(), Entry.objects.sealed().last()
    found = form.narrow(Entry.objects.filter(id__lte=last.pk if last else 0))
    return Carried(
        entries=_in_portions(found),
        count=found.count(),
        head=f"{head.sequence}:{head.hash}" if head else "",
        filter=form.words(),
        made_at=timezone.now(),
    )


def _in_portions(found: Entries) -> Iterator[Entry]:
    """Oldest first, by key, so that a long log is never held whole."""
    portion = list(found.order_by("id")[:_PORTION])
    while portion:
        yield from portion
        portion = list(found.filter(id__gt=portion[-1].pk).order_by("id")[:_PORTION])


def _workbook(carried: Carried) -> HttpResponseBase:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return _named(HttpResponse(as_workbook(carried), content_type=kind), carried, "xlsx")


def _csv(carried: Carried) -> HttpResponseBase:
    return _named(StreamingHttpResponse(as_csv(carried), content_type="text/csv; charset=utf-8"), carried, "csv")


def _json_lines(carried: Carried) -> HttpResponseBase:
    return _named(StreamingHttpResponse(as_json_lines(carried), content_type="application/jsonl"), carried, "jsonl")


def _named(response: HttpResponseBase, carried: Carried, ending: str) -> HttpResponseBase:
    name = f"nhat-ky-{timezone.localtime(carried.made_at):%Y%m%d-%H%M}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


_MAKERS: dict[str, Callable[[Carried], HttpResponseBase]] = {"xlsx": _workbook, "csv": _csv, "jsonl": _json_lines}
