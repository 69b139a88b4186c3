"""What was typed into a form when the session had ended: carried through the sign-in and offered to be sent again."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url

from tinhso.surfaces.web.door.provider import providers
from tinhso.surfaces.web.shell.sign_in_form import SignInForm

#: Signed, so that nobody can put words into another person's form; good for as long as a lunch takes.
_SALT = "tinhso.kept"
_SECONDS = 2 * 60 * 60
#: A plan pasted as text is larger; it is still in the browser's own history.
_LARGEST = 1024 * 1024
#: The way by a provider outside takes no form along: what fits a session waits there.
KEPT, _LARGEST_OUTSIDE = "kept", 64 * 1024
_NOT_KEPT = ("csrfmiddlewaretoken", "password", "confirmation")


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the form was going, and what was in it."""

    address: str
    fields: list[tuple[str, str]]


def keep_typed(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Where a form is sent to the door, the door is shown at once and holds what was typed."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not _sent_to_door(request, response):
            return response
        if _for_part(request):
            # The page stays with all that is typed, and says what happened: the door is no part of it.
            return HttpResponse("", status=401)
        token = token_of(request) if request.method == "POST" else ""
        if not token:
            return response
        ways = providers()
        if ways:
            leave_for_outside(request, token)
        return render(request, "web/sign_in.html", {"form": SignInForm(), "kept": token, "providers": ways}, status=401)

    return respond


def kept(token: str) -> Kept | None:
    """What a token carries; None when it is none of ours or too old."""
    try:
        address, fields = signing.loads(token, salt=_SALT, max_age=_SECONDS)
    except signing.BadSignature:
        return None
    return Kept(address, [(name, value) for name, value in fields])


def leave_for_outside(request: HttpRequest, token: str) -> None:
    """Let what was typed wait in the session while the person goes to a provider."""
    if token and len(token) <= _LARGEST_OUTSIDE:
        request.session[KEPT] = token


def token_of(request: HttpRequest) -> str:
    """What was typed, to be carried; "" where there was nothing, or too much."""
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if not any(word in name for word in _NOT_KEPT)
    ]
    small = sum(len(name) + len(value) for name, value in fields) <= _LARGEST
    return signing.dumps([request.get_full_path(), fields], salt=_SALT, compress=True) if fields and small else ""


def _sent_to_door(request: HttpRequest, response: HttpResponse) -> bool:
    door = f"{resolve_url(settings.LOGIN_URL)}?"
    return not request.user.is_authenticated and response.headers.get("Location", "").startswith(door)


def _for_part(request: HttpRequest) -> bool:
    sent = request.headers
    return sent.get("HX-Request") == "true" and "HX-History-Restore-Request" not in sent
