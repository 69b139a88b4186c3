"""A page, or for HTMX the part of it that changes."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers


def show(request: HttpRequest, page: str, context: Mapping[str, object], *, part: str = "") -> HttpResponse:
    """The template ``pages/<page>.html``; ``pages/<part>.html`` when HTMX asks for a part. A name with a folder
    ("timeline/timeline") is another app's.

    The answer varies with the asking header, else the browser's back button could show a part as the whole page.
    """
    wants_part = (
        part and request.headers.get("HX-Request") == "true" and "HX-History-Restore-Request" not in request.headers
    )
    name = part if wants_part else page
    template = f"{name}.html" if "/" in name else f"pages/{name}.html"
    response = render(request, template, {**context, "is_part": bool(wants_part)})
    patch_vary_headers(response, ["HX-Request"])
    return response
