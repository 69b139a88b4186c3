"""The address that a one-time link is written as."""

from django.http import HttpRequest
from django.urls import reverse


def address_of(request: HttpRequest, word: str) -> str:
    """Whole, to be sent or read out."""
    return request.build_absolute_uri(reverse("door:link", kwargs={"word": word}))
