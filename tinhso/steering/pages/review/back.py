"""The way back to the list after a deed: to the item, in the view from which it was opened."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from tinhso.steering.pages.review.asking import PARAMETERS

#: The hidden field that carries the view ("?xem=cho&phan=2").
FIELD = "tro_ve"


def list_address(programme: int, name: str = "", *, view: str = "") -> str:
    """The address of the list with an item in sight; ``view`` are the parameters of the view, as they were sent."""
    kept = [(key, value) for key, value in _pairs(view) if key in PARAMETERS and key != "muc"]
    query = urlencode([*kept, *([("muc", name)] if name else [])])
    anchor = f"#muc-{name}" if name else ""
    return f"{reverse('review:screen', args=(programme,))}{'?' if query else ''}{query}{anchor}"


def back_to_list(request: HttpRequest, programme: int, name: str = "") -> HttpResponse:
    """A redirect to the list."""
    return redirect(list_address(programme, name, view=request.POST.get(FIELD, "")))


def _pairs(view: str) -> list[tuple[str, str]]:
    return [(key, value) for key, _, value in (part.partition("=") for part in view.lstrip("?").split("&")) if value]
