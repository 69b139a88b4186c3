"""Every route of the installation, with an address that fits it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse

#: A value that each kind of place in an address takes.
VALUES: dict[str, object] = {
    "IntConverter": 1,
    "StringConverter": "x",
    "SlugConverter": "x",
    "PathConverter": "x",
    "UUIDConverter": "00000000-0000-4000-8000-000000000000",
}


@dataclass(frozen=True, slots=True)
class Route:
    name: str
    address: str
    needs_account: bool
    #: The names of the places in its address.
    keys: tuple[str, ...]


def routes() -> Iterator[Route]:
    """All of them, in the order in which Django tries them."""
    yield from _below(get_resolver(), ())


def _below(resolver: URLResolver, spaces: tuple[str, ...]) -> Iterator[Route]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from _below(pattern, (*spaces, pattern.namespace) if pattern.namespace else spaces)
        else:
            yield _route(pattern, spaces)


def _route(pattern: URLPattern, spaces: tuple[str, ...]) -> Route:
    name = ":".join((*spaces, pattern.name or str(pattern.pattern)))
    values = {key: _value(converter) for key, converter in pattern.pattern.converters.items()}
    needs_account = getattr(pattern.callback, "login_required", True)
    return Route(name, reverse(name, kwargs=values), needs_account, tuple(values))


def _value(converter: object) -> object:
    known = VALUES.get(type(converter).__name__)
    return known if known is not None else getattr(converter, "example", "1")
