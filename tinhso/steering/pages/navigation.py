"""The programme's words at the left. They lead into the programme looked at, else the last one, else the newest."""

from collections.abc import Callable

from django.http import HttpRequest
from django.urls import reverse

from tinhso.steering.pages.asked import last_asked, programmes_seen
from tinhso.surfaces.web.shell.navigation import Entry


def _in_programme(view: str, app: str = "pages") -> Callable[[HttpRequest], str | None]:
    def address(request: HttpRequest) -> str | None:
        programme = _programme(request)
        return reverse(f"{app}:{view}", args=(programme,)) if programme else None

    return address


def _programme(request: HttpRequest) -> int | None:
    """The key of the programme that the words lead into; found once for a request."""
    known: dict[str, int | None] = request.__dict__.setdefault("_programme_of_navigation", {})
    if "key" not in known:
        known["key"] = _of_address(request) or _of_session(request)
    return known["key"]


def _of_address(request: HttpRequest) -> int | None:
    key = request.resolver_match.kwargs.get("programme") if request.resolver_match else None
    return key if isinstance(key, int) and last_asked(request) == key else None


def _of_session(request: HttpRequest) -> int | None:
    seen = [programme.pk for programme in programmes_seen(request)]
    last = last_asked(request)
    return last if last in seen else next(iter(seen), None)


NAVIGATION = (
    Entry(
        "Điều hành",
        "board",
        10,
        _in_programme("board"),
        ("pages:board", "pages:programmes", "watching:", "review:", "handing:", "duties:"),
    ),
    Entry(
        "Chỉ tiêu",
        "target",
        20,
        _in_programme("indicators"),
        ("pages:indicator", "values:", "grid:", "workbooks:", "counting:"),
    ),
    Entry("Nhiệm vụ", "tasks", 30, _in_programme("tasks"), ("pages:task", "timeline:", "views:", "bulk:", "work:act")),
    Entry("Báo cáo", "report", 40, _in_programme("rounds", "rounds"), ("rounds:", "reports:", "issuing:")),
    Entry(
        "Văn bản",
        "document",
        50,
        _in_programme("plan_text"),
        ("pages:plan_text", "pages:document", "pages:receive", "pages:job", "pages:start", "pages:compare"),
    ),
)
