"""The document at the left: one stretch of it with every item marked, each mark leading to its row at the right."""

from dataclasses import replace

from tinhso.steering.pages.marks import Marked, frame_of, of_programme
from tinhso.steering.pages.paper import Block, Mark, lay_out
from tinhso.steering.pages.review.asking import Review
from tinhso.steering.pages.review.stretches import within
from tinhso.steering.programmes.models import StoredReading


def paper_of(review: Review) -> list[Block]:
    """The blocks of the stretch; two queries. An item that somebody accepted carries ✓ behind its sign."""
    stored = StoredReading.objects.get(document=review.asked.programme.document_id)
    marked = _marked(review)
    blocks = lay_out(stored.text, marked.marks, notes=marked.notes, frame=frame_of(stored.content))
    return within(blocks, review.stretch)


def _marked(review: Review) -> Marked:
    listed = {entry.name for entry in review.shown}
    accepted = {entry.name for entry in review.entries if not entry.is_proposed}

    def address(kind: str, key: int) -> str:
        name = f"{kind}-{key}"
        if kind == "unplaced":
            return f"?xem=chua-xep#muc-{name}"
        return f"#muc-{name}" if name in listed else f"?muc={name}#muc-{name}"

    found = of_programme(review.asked.programme, address, within=(review.stretch.start, review.stretch.end))
    return Marked(tuple(_ticked(mark) if mark.item in accepted else mark for mark in found.marks), found.notes)


def _ticked(mark: Mark) -> Mark:
    return replace(mark, sign=f"{mark.sign} ✓") if mark.sign else mark
