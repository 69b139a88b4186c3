"""What a part of a page says to somebody who sees it, and the value that its words are."""

import re
from collections.abc import Iterator
from datetime import datetime, time
from fractions import Fraction

from lxml.etree import _Element

from tinhso.lib.dates import parse_date
from tinhso.lib.numbers import parse_number
from tinhso.lib.workbook.writing import Value

#: Spoken only, for the screen or a phone only; what one presses.
_UNSEEN = frozenset({"aloud", "no-print", "narrow-only", "button"})
#: Drawings, and what one presses or fills in.
_NO_WORDS = frozenset(
    {"script", "style", "template", "svg", "form", "button", "input", "select", "textarea", "summary"}
)
#: Marks that stand on a line of their own.
_APART = frozenset({"bullet", "chip"})
#: Links beside a figure that lead to where it comes from: nothing that it says.
_WAYS = frozenset({"nguồn", "cách đếm"})
_LINES = frozenset({"br", "div", "p", "li", "ul", "ol", "dt", "dd"})
_SHARE = re.compile(r"([0-9][0-9.]*(?:,[0-9]+)?) ?%")
_MOMENT = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9]) ([0-9/]+)")
_DAY = re.compile(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}")
_NOTHING = frozenset({"", "–", "—"})


def classes(element: _Element) -> frozenset[str]:
    """The words of its class."""
    return frozenset((element.get("class") or "").split())


def is_lifted(element: _Element) -> bool:
    """Whether it stands in a column of its own: what it is called there, or what is told under something."""
    return element.get("data-column") is not None or "under" in classes(element)


def said(element: _Element, *, whole: bool = False) -> str:
    """Its words line by line, without what stands in a column of its own unless ``whole``."""
    text = "".join(_pieces(element, whole=whole))
    lines = [" ".join(line.split()).strip("· ") for line in text.split("\n")]
    return "\n".join(line for line in lines if line)


def value_of(words: str, *, numeric: bool) -> Value:
    """A day, a moment or a share where the words are one; a number where the column holds numbers; nothing for a dash.

    Anything else is text: a code such as "1.2" or "012" stays as it is written.
    """
    if words in _NOTHING:
        return None
    if share := _SHARE.fullmatch(words):
        number = parse_number(share[1])
        return words if number is None else Fraction(number) / 100
    if _DAY.fullmatch(words):
        return parse_date(words) or words
    if moment := _MOMENT.fullmatch(words):
        return _moment(moment, words)
    number = parse_number(words) if numeric else None
    return words if number is None else number


def _moment(found: re.Match[str], words: str) -> Value:
    day = parse_date(found[3])
    return words if day is None else datetime.combine(day, time(int(found[1]), int(found[2])))


def _pieces(element: _Element, *, whole: bool) -> Iterator[str]:
    yield _blank(element.text)
    for child in element:
        if child.tag == "svg" and "bullet" not in classes(element):
            yield child.get("aria-label") or ""
        elif _is_seen(child) and (whole or not is_lifted(child)):
            edge = "\n" if child.tag in _LINES or is_lifted(child) or classes(child) & _APART else ""
            yield edge
            yield from _pieces(child, whole=whole)
            yield edge
        yield _blank(child.tail)


def _is_seen(element: _Element) -> bool:
    if element.tag in _NO_WORDS or {"hidden", "data-uncarried"} & set(element.keys()):
        return False
    is_way = "source" in classes(element) and (element.text or "").strip() in _WAYS
    return not (is_way or classes(element) & _UNSEEN)


def _blank(text: str | None) -> str:
    """Lines of the markup are no lines of the page."""
    return re.sub(r"\s+", " ", text or "")
