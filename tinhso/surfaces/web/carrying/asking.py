"""Whether a page is asked for to be carried away, and how much of a list it then shows."""

from django.http import HttpRequest

#: The parameter that any page takes: the name of a table of it.
WORKBOOK = "xlsx"
#: The same for its drawings.
PICTURE = "svg"
#: So many rows a list shows at most when it is carried away; the workbook says where there are more.
MOST_ROWS = 10_000
_MARK = "tinhso.carried"


def mark(request: HttpRequest) -> None:
    """The page is made to be carried away."""
    request.META[_MARK] = "1"


def leaf(request: HttpRequest, size: int) -> int:
    """How many rows a page of a list shows: ``size``, or all of them where the list is carried away."""
    return MOST_ROWS if _MARK in request.META else size
