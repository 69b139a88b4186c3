"""Where anybody reads what is public, as the sign-in names it."""

from django.urls import reverse

from tinhso.steering.programmes.actions.make_public import public_programmes
from tinhso.surfaces.web.shell.open_pages import OpenPage


def _address() -> str | None:
    return reverse("open_page:programmes") if public_programmes() else None


OPEN_PAGES = (OpenPage("Chương trình công khai", _address),)
