"""Gives every request its origin, and seals what the request wrote."""

import logging
from collections.abc import Callable
from uuid import uuid4

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from tinhso.kernel.audit.origin import acting
from tinhso.kernel.audit.sealing import seal

_READING = {"GET", "HEAD", "OPTIONS", "TRACE"}
_log = logging.getLogger(__name__)


def origin_of_request(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Stands behind the middleware that knows the person."""

    def respond(request: HttpRequest) -> HttpResponse:
        number = uuid4().hex
        with acting(
            actor=request.user.get_username(), source=request.META.get("tinhso.door", "trang web"), request=number
        ):
            response = get_response(request)
            if request.method not in _READING:
                _seal_or_leave()
        response["X-Request-Id"] = number
        return response

    return respond


def _seal_or_leave() -> None:
    # The deed is done and recorded; a seal that has to wait must not turn it into an error.
    try:
        seal(limit=2000)
    except DatabaseError:
        _log.exception("entries of the log wait to be sealed")
