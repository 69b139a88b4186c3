"""The words of a document that state an item."""

from collections.abc import Iterable

from ninja import Schema

from tinhso.steering.programmes.models import SourceSpan
from tinhso.surfaces.api.examples import shown_as


class Quote(Schema):
    """Characters [start, end) of the document's text (`/documents/{id}/text`)."""

    model_config = shown_as({"document": 1, "start": 1204, "end": 1262})

    document: int
    start: int
    end: int


def quotes(spans: Iterable[SourceSpan]) -> list[Quote]:
    """In the order of the text."""
    return [Quote(document=span.document_id, start=span.start, end=span.end) for span in spans]
