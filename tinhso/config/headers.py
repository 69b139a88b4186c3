"""Headers of every answer that Django has no setting for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

#: Nothing of the browser's instruments is used; a script that came in could not use it either. Only names that
#: Chromium knows: any other one it reports in the console of every page, and there it hides what matters.
_PERMISSIONS = ", ".join(
    f"{name}=()"
    for name in (
        *("accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation"),
        *("gyroscope", "hid", "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get"),
        *("screen-wake-lock", "serial", "usb", "xr-spatial-tracking"),
    )
)
#: Pages that show a password, a link or the log: never kept on the disk of a shared machine.
_NEVER_KEPT = ("/quan-tri/tai-khoan", "/quan-tri/nhat-ky", "/tai-khoan", "/mat-khau", "/lien-ket")


def strict_headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Stands first, so that refusals and files carry them as well."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", _PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not response.has_header("Cache-Control"):
            response["Cache-Control"] = _caching(request)
        return response

    return respond


def _caching(request: HttpRequest) -> str:
    """No proxy keeps a page. The browser's own back button keeps it, because what was typed must not be lost."""
    return "no-store" if request.path.startswith(_NEVER_KEPT) else "private, no-cache"
