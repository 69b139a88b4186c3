"""From where a request comes, when a proxy of ours stands between."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


def visitor_address(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Put the visitor's address where everybody looks for it, if an operator has said that there is a proxy."""

    def respond(request: HttpRequest) -> HttpResponse:
        # The last address is the one that our own proxy saw; those before it are whatever the visitor wrote.
        seen = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        if settings.HTTPS and seen:
            request.META["REMOTE_ADDR"] = seen
        return get_response(request)

    return respond
