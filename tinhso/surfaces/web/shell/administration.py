"""The places of Quản trị. An app declares its own in ``administration.py``: ``PLACES = (Place(…),)``."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from django.http import HttpRequest

from tinhso.lib.declared import modules
from tinhso.surfaces.web.shell.navigation import Address


@dataclass(frozen=True, slots=True)
class Place:
    """A tile of the page Quản trị; ``address`` gives None for whom there is nothing there.

    ``is_own``: what everybody of the office has for himself; it stands in the menu under his name as well.
    ``order``: 10 people and rights, 20 organisations and calendar, 30 programmes, 40 the log and the system,
    90 for those who build.
    """

    label: str
    words: str
    icon: str
    order: int
    address: Address
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Tile:
    """A place as it stands on the page of one person."""

    label: str
    words: str
    icon: str
    address: str


def tiles(request: HttpRequest) -> list[Tile]:
    """What this person may open, in order."""
    return _opened(request, _places())


def own_tiles(request: HttpRequest) -> list[Tile]:
    """Of these, what is the person's own."""
    return _opened(request, [place for place in _places() if place.is_own])


def _places() -> list[Place]:
    declared: Iterable[Place] = chain.from_iterable(module.PLACES for module in modules("administration"))
    return sorted(declared, key=lambda place: (place.order, place.label))


def _opened(request: HttpRequest, places: Iterable[Place]) -> list[Tile]:
    found = ((place, place.address(request)) for place in places)
    return [Tile(place.label, place.words, place.icon, address) for place, address in found if address]
