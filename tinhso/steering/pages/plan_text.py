"""Văn bản: the plan's text with every item marked in its own words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tinhso.steering.pages.asked import asked
from tinhso.steering.pages.marks import WORDS, Marked, frame_of, of_programme
from tinhso.steering.pages.paper import Block, Mark, lay_out
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.showing import show
from tinhso.steering.programmes.models import StoredReading

#: So many levels of headings stand in the outline.
DEEPEST = 3

#: Kinds that the legend offers to look at alone.
FILTERS = (
    "indicator",
    "target",
    "task",
    "deliverable",
    "deadline",
    "duty",
    "objective",
    "owner_sentence",
    "legal_basis",
    "unplaced",
)


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A kind of mark: its word, how many there are, whether it is shown, and the address that turns it on or off."""

    kind: str
    words: str
    count: int
    shown: bool
    address: str


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading in the outline: its level, its words, its anchor."""

    level: int
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document on the screen."""

    blocks: list[Block]
    legend: list[LegendEntry]
    outline: list[OutlineEntry]
    notes: int


@require_safe
def plan_text(request: HttpRequest, programme: int) -> HttpResponse:
    """The document that the programme stands on now; ``loai`` names the kinds to mark, all unless said."""
    about = asked(request, programme)
    refuse_unknown(request, ["loai"])
    stored = StoredReading.objects.get(document=about.programme.document_id)
    wanted = request.GET.get("loai", "")
    sheet = sheet_of(stored, of_programme(about.programme), wanted=wanted)
    return show(request, "plan_text", {"asked": about, "sheet": sheet, "wanted": wanted})


def sheet_of(stored: StoredReading, marked: Marked, *, wanted: str = "") -> Sheet:
    """The stored text laid out with its marks; with ``wanted`` only the marks of that kind (headings always)."""
    shown = [mark for mark in marked.marks if not wanted or mark.kind in (wanted, "heading")]
    blocks = lay_out(stored.text, shown, notes=marked.notes, frame=frame_of(stored.content))
    return Sheet(blocks, _legend(marked, wanted), _outline(stored.text, marked), len(marked.notes))


def _outline(text: str, marked: Marked) -> list[OutlineEntry]:
    headings = sorted((mark for mark in marked.marks if mark.kind == "heading"), key=lambda mark: mark.start)
    levels = sorted({mark.level for mark in headings})[:DEEPEST]
    return [
        OutlineEntry(levels.index(mark.level) + 1, text[mark.start : mark.end].replace("\t", " "), f"c{mark.start}")
        for mark in headings
        if mark.level in levels
    ]


def _legend(marked: Marked, wanted: str) -> list[LegendEntry]:
    counts = {kind: _how_many([mark for mark in marked.marks if mark.kind == kind]) for kind in FILTERS}
    return [
        LegendEntry(kind, WORDS[kind], count, shown=wanted in ("", kind), address=f"?loai={kind}")
        for kind, count in counts.items()
        if count
    ]


def _how_many(marks: Sequence[Mark]) -> int:
    """Items, not places: one that stands in the body and again in a table is one."""
    coded = {mark.sign for mark in marks if " " in mark.sign}
    return len(coded) or len(marks)
