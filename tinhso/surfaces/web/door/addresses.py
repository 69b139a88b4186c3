"""The address that a one-time link is written as."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse


def address_of(request: HttpRequest, word: str) -> str:
    """Whole, to be sent or read out."""
    return request.build_absolute_uri(_path(word))


def address_without_request(word: str) -> str:
    """The same for a command, by the name under which an operator says the service is reached."""
    return f"{settings.ADDRESS}{_path(word)}"


def _path(word: str) -> str:
    return reverse("door:link", kwargs={"word": word})
