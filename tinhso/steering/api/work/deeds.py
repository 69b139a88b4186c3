"""The history of a task: every deed about it."""

from django.http import HttpRequest
from ninja import Query, Router

from tinhso.steering.api.work.deed_shapes import DeedShown, shown, with_evidence
from tinhso.steering.api.work.seen import seen_deed, seen_task
from tinhso.steering.following.models import Deed
from tinhso.surfaces.api.paging import Page, PageQuery, page

router = Router()


@router.get("/tasks/{int:task}/deeds", response=Page[DeedShown], url_name="deeds", summary="Quá trình của nhiệm vụ")
def list_deeds(request: HttpRequest, task: int, paging: Query[PageQuery]) -> dict[str, object]:
    """Progress, work given, requests, extensions, decisions, products, completion, comments; the oldest first."""
    rows = Deed.objects.filter(task=seen_task(request, task))
    return page(with_evidence(rows), ("recorded_at", "id"), query=paging, request=request, show=shown)


@router.get("/deeds/{int:deed}", response=DeedShown, url_name="deed", summary="Một việc đã làm")
def get_deed(request: HttpRequest, deed: int) -> DeedShown:
    """One deed of whatever kind."""
    return shown(seen_deed(request, Deed, deed))
