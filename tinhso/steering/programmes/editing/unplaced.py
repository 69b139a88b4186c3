"""Pieces of the text that fell into no item: what is left of them when an item takes its words."""

from collections.abc import Iterator

from tinhso.steering.intake.reading import Span
from tinhso.steering.programmes.models import PlanDocument, Programme, SourceSpan, Unplaced


def cut_unplaced(programme: Programme, document: PlanDocument, taken: Span) -> None:
    """Take [start, end) out of the pieces that hold a part of it; what is left with words in it stays a piece."""
    start, end = taken
    touched = SourceSpan.objects.filter(document=document, unplaced__programme=programme, start__lt=end, end__gt=start)
    text: str = document.reading.text if touched else ""
    for span in touched.select_related("unplaced"):
        piece = span.unplaced
        if piece is None:
            continue
        piece.delete()
        for first, last in _left(text, (span.start, span.end), taken):
            _keep(piece, document, (first, last), words=text[first:last])


def _left(text: str, piece: Span, taken: Span) -> Iterator[Span]:
    for first, last in ((piece[0], min(taken[0], piece[1])), (max(taken[1], piece[0]), piece[1])):
        words = text[first:last] if last > first else ""
        if any(sign.isalnum() for sign in words):
            yield first + len(words) - len(words.lstrip()), first + len(words.rstrip())


def _keep(piece: Unplaced, document: PlanDocument, span: Span, *, words: str) -> None:
    rest = Unplaced.objects.create(
        programme=piece.programme,
        position=span[0],
        text=words,
        set_aside_by=piece.set_aside_by,
        set_aside_at=piece.set_aside_at,
    )
    SourceSpan.objects.create(document=document, start=span[0], end=span[1], unplaced=rest)
