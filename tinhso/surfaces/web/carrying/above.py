"""What stands above a table or a drawing that is carried away: what it is, of which day, by which filters."""

from collections.abc import Sequence

from django.utils import timezone
from lxml.etree import _Element

from tinhso.surfaces.web.carrying.words import classes, said


def above(page: _Element) -> Sequence[str]:
    """What a person who looks at the file later must know of it."""
    at = timezone.localtime()
    told = [said(each) for each in page.iter("h1", "p") if each.tag == "h1" or _goes_along(each)]
    return [line.replace("\n", " ") for line in (*told, _filters(page), f"Tải lúc {at:%H:%M %d/%m/%Y}") if line]


def is_cut(table: _Element) -> bool:
    """Whether the list that the table shows goes on: its pager stands beside its frame."""
    frame = table.getparent()
    beside = [] if frame is None else frame.itersiblings("nav")
    return any(each.find(".//a[@rel='next']") is not None for each in beside if "pager" in classes(each))


def _filters(page: _Element) -> str:
    """What the list is filtered by; its last word takes all filters away."""
    lists = [each for each in page.iter("ul") if (each.get("aria-label") or "").startswith("Đang lọc")]
    return "; ".join(said(line) for each in lists for line in list(each)[:-1])


def _goes_along(element: _Element) -> bool:
    """What is told on paper as well, and what is marked to go along."""
    return element.get("data-carried") is not None or "print-only" in classes(element)
