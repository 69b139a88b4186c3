"""What people made of the text finds its words again in a new version of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tinhso.lib.text import fold
from tinhso.steering.intake.reading import Span
from tinhso.steering.programmes.editing.places import nearest, places_of
from tinhso.steering.programmes.editing.unplaced import cut_unplaced
from tinhso.steering.programmes.models import Acceptance, Finding, Item, PlanDocument, Programme, SourceSpan, Unplaced
from tinhso.steering.programmes.models.edits import EDITED

Owner = tuple[str, int]
"""The column of SourceSpan that names an item, and the item's key."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that state an item, with where they stood."""

    text: str
    start: int


@dataclass(slots=True)
class Anchors:
    """The words of the items that people corrected, split, merged or added; the pieces they set aside; the points they
    have seen. Taken before a new version is merged, put back behind it."""

    words: dict[Owner, list[Words]] = field(default_factory=dict)
    aside: list[Unplaced] = field(default_factory=list)
    seen: list[Finding] = field(default_factory=list)

    @classmethod
    def of(cls, programme: Programme) -> "Anchors":
        """Five queries."""
        found = cls()
        text = programme.document.reading.text
        for column in EDITED:
            spans = SourceSpan.objects.filter(document=programme.document_id, **_in_hands(column, programme))
            for key, start, end in spans.order_by("pk").values_list(column, "start", "end"):
                found.words.setdefault((column, key), []).append(Words(text[start:end], start))
        found.aside = list(Unplaced.objects.filter(programme=programme, set_aside_at__isnull=False))
        found.seen = list(Finding.objects.filter(programme=programme, seen_at__isnull=False))
        return found

    def put_back(self, programme: Programme, document: PlanDocument, text: str) -> None:
        """Point each item at its own words in the new text; one whose words are gone keeps the places it has."""
        for owner, words in self.words.items():
            places = [place for each in words for place in [_place(text, each)] if place]
            if places:
                _point(owner, document, places)
        self._set_aside(programme)
        self._see(programme)
        for column in EDITED:
            own = SourceSpan.objects.filter(document=document, **_in_hands(column, programme))
            for span in own.filter(**{f"{column}__withdrawn_at": None, f"{column}__reading_index": None}):
                cut_unplaced(programme, document, (span.start, span.end))

    def _set_aside(self, programme: Programme) -> None:
        known = {fold(piece.text): piece for piece in self.aside}
        for piece in Unplaced.objects.filter(programme=programme, text__in=[each.text for each in self.aside]):
            before = known[fold(piece.text)]
            piece.set_aside_by, piece.set_aside_at = before.set_aside_by, before.set_aside_at
            piece.save()

    def _see(self, programme: Programme) -> None:
        known = {(each.kind, each.message, each.item_code): each for each in self.seen}
        for finding in Finding.objects.filter(programme=programme, message__in=[each.message for each in self.seen]):
            before = known.get((finding.kind, finding.message, finding.item_code))
            if before is not None:
                finding.seen_by, finding.seen_at = before.seen_by, before.seen_at
                finding.save()


def _in_hands(column: str, programme: Programme) -> dict[str, object]:
    return {f"{column}__programme": programme, f"{column}__acceptance": Acceptance.CORRECTED}


def _place(text: str, words: Words) -> Span | None:
    return nearest(places_of(text, words.text), words.start)


def _point(owner: Owner, document: PlanDocument, places: Iterable[Span]) -> None:
    column, key = owner
    SourceSpan.objects.filter(document=document, **{column: key}).delete()
    ordered = sorted(set(places))
    SourceSpan.objects.bulk_create(
        SourceSpan(document=document, start=start, end=end, **{f"{column}_id": key}) for start, end in ordered
    )
    model = SourceSpan._meta.get_field(column).related_model
    if isinstance(model, type) and issubclass(model, Item):
        model._default_manager.filter(pk=key).update(position=ordered[0][0])
