"""What is known while rows are made from one reading, and the making of one item."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Model

from tinhso.lib.text import fold
from tinhso.steering.intake.reading import Reading, Source, Span
from tinhso.steering.programmes.models import Heading, Item, PlanDocument, Programme, SourceSpan
from tinhso.steering.programmes.owners import Meaning
from tinhso.steering.programmes.period import Period, issued_on


@dataclass(slots=True)
class Made:
    """One item as unsaved rows: the item, its parts (targets, deadlines, assignments …) and all their spans."""

    row: Item
    parts: list[Model] = field(default_factory=list)
    spans: list[SourceSpan] = field(default_factory=list)


class Making:
    """One reading on its way into one programme."""

    def __init__(
        self, *, programme: Programme, document: PlanDocument, reading: Reading, meanings: Mapping[str, list[Meaning]]
    ) -> None:
        self.programme = programme
        self.document = document
        self.reading = reading
        self.meanings = meanings
        self.period = Period(programme.starts_on, programme.ends_on)
        self.issued_on: date | None = issued_on(reading)
        #: Rows of the headings by their place in the reading, filled as they are made or kept.
        self.headings: dict[int, Heading] = {}
        self._by_words = _places_by_words(reading)
        self._by_code = {heading.code: place for place, heading in reversed(list(enumerate(reading.headings)))}

    def section_of(self, code: str, title: str | None) -> Heading | None:
        """The row of the heading an item stands under: by the section's words, else the nearest above its code."""
        places = self._by_words.get(fold(title), []) if title else []
        above = [place for place in places if _is_above(self.reading.headings[place].code, code)]
        if above or places:
            return self.headings.get((above or places)[-1])
        nearest = (self._by_code[part] for part in _codes_above(code) if part in self._by_code)
        return self.headings.get(next(nearest, -1))

    def spans_of(self, sources: tuple[Source, ...], span: Span, **owner: Model) -> list[SourceSpan]:
        """The places that state an item; its own span where the reader names no other."""
        places = sources or (Source(span),)
        return [
            SourceSpan(document=self.document, start=start, end=end, table=place.table, row=place.row, **owner)
            for place in places
            for start, end in [place.span]
            if end > start
        ]


def _places_by_words(reading: Reading) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, heading in enumerate(reading.headings):
        places[fold(heading.text)].append(place)
    return places


def _is_above(heading: str, code: str) -> bool:
    return bool(heading) and (code == heading or code.startswith(f"{heading}."))


def _codes_above(code: str) -> list[str]:
    """ "II.1.a.2" → II.1.a, II.1, II."""
    parts = code.split(".")
    return [".".join(parts[:length]) for length in range(len(parts) - 1, 0, -1)]
