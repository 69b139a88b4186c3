"""An item's own words in the document, with a little of what stands around them."""

from collections.abc import Iterable
from dataclasses import dataclass

from tinhso.lib.text import fold
from tinhso.steering.intake.manuscript import CELL_BREAK
from tinhso.steering.programmes.models import SourceSpan, StoredReading

#: How the first column of an official table is headed.
_NUMBERED = ("stt", "tt", "so tt")

#: So many characters before and after are shown.
_AROUND = 160


@dataclass(frozen=True, slots=True)
class Quote:
    """``words`` as they stand in the document between ``before`` and ``after``; ``anchor`` is their place there.

    Words from a table come as the ``cells`` of their row, each with the head of its column ("" where unknown).
    """

    before: str
    words: str
    after: str
    anchor: str
    cells: tuple[tuple[str, str], ...] = ()


def quotes(spans: Iterable[SourceSpan]) -> list[Quote]:
    """The places that state an item, in the order of the text; one query for the texts of the documents."""
    ordered = sorted(spans, key=lambda span: (span.document_id, span.start))
    stored = StoredReading.objects.filter(document__in={span.document_id for span in ordered})
    texts = dict(stored.values_list("document", "text"))
    return [quote(texts[span.document_id], span.start, span.end) for span in ordered if span.document_id in texts]


def quote(text: str, start: int, end: int) -> Quote:
    """The characters [start, end) of the text with what stands around them on the neighbouring lines."""
    words = text[start:end]
    line = text[text.rfind("\n", 0, start) + 1 : _line_end(text, end)]
    cells = tuple(zip(_heads(text, start, line.count("\t")), _cells(line), strict=True)) if "\t" in line else ()
    return Quote(_tail(text[:start]), words.replace("\t", " · "), _head(text[end:]), f"c{start}", cells)


def _cells(line: str) -> list[str]:
    return [cell.replace(CELL_BREAK, "\n") for cell in line.split("\t")]


def _heads(text: str, start: int, tabs: int) -> list[str]:
    """The heads of the columns: the last row above that begins with "STT" or "TT" and has as many cells."""
    above = reversed(text[:start].split("\n"))
    head = next((line for line in above if line.count("\t") == tabs and fold(line.split("\t")[0]) in _NUMBERED), "")
    return _cells(head) if head else [""] * (tabs + 1)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _tail(text: str) -> str:
    """The last words before, whole; "…" where something was left out."""
    near = text[-_AROUND:].lstrip() if len(text) <= _AROUND else "… " + text[-_AROUND:].partition(" ")[2]
    return near.replace("\t", " · ")


def _head(text: str) -> str:
    near = text[:_AROUND].rstrip() if len(text) <= _AROUND else text[:_AROUND].rpartition(" ")[0] + " …"
    return near.replace("\t", " · ")
