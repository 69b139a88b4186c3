"""What the tests read off a page."""

import re

from django.test import Client
from django.urls import reverse


def codes(client: Client, address: str, **query: object) -> list[str]:
    """The codes of the rows, in their order."""
    page = client.get(address, {name: str(value) for name, value in query.items()}).content.decode()
    return re.findall(r'<td class="code">([^<]+)</td>', page)


def page(desk: Client, view: str, *args: int) -> str:
    """The page of a view as text."""
    return desk.get(reverse(f"pages:{view}", args=args)).content.decode()
