"""A part of the API, declared in an ``api.py`` as ``API = (Part(…),)`` and found by its place."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from ninja import Router

from tinhso.lib.declared import modules


@dataclass(frozen=True, slots=True)
class Part:
    """The operations below a prefix. ``area`` is one of ``kernel.exchange.scopes.AREAS``: a token needs its scope."""

    prefix: str
    router: Router
    area: str


def parts() -> list[Part]:
    """Every declared part, by area and prefix."""
    declared: Iterable[Part] = chain.from_iterable(module.API for module in modules("api"))
    return sorted(declared, key=lambda part: (part.area, part.prefix))
