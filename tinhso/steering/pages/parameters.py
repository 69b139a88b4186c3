"""Parameters of an address: what a page does not know is refused, so that a misspelt filter never shows everything."""

from collections.abc import Iterable
from typing import ClassVar

from django.http import HttpRequest

from tinhso.lib.errors import TinhsoError


class UnknownParameter(TinhsoError):
    """The address carries a parameter that this page does not have."""

    code: ClassVar[str] = "unknown_parameter"
    status: ClassVar[int] = 400
    sentence = "Trang này không có tham số “{name}”."


def refuse_unknown(request: HttpRequest, known: Iterable[str]) -> None:
    """Raises UnknownParameter unless every parameter is known; the day asked for always is."""
    strange = sorted(set(request.GET) - set(known) - {"ngay", "page", "sort"})
    if strange:
        raise UnknownParameter(name=strange[0][:40])
