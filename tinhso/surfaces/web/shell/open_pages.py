"""What is read without an account. An app declares it in ``open_pages.py``: ``OPEN_PAGES = (OpenPage(…),)``."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain

from tinhso.lib.declared import modules


@dataclass(frozen=True, slots=True)
class OpenPage:
    """Pages for anybody; ``address`` gives where they begin, None while there is nothing to read."""

    label: str
    address: Callable[[], str | None]


def open_pages() -> list[tuple[str, str]]:
    """The words and the address of each that has something to read, as the sign-in names them."""
    declared: Iterable[OpenPage] = chain.from_iterable(module.OPEN_PAGES for module in modules("open_pages"))
    return [(each.label, address) for each in declared if (address := each.address())]
