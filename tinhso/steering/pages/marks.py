"""Where the marks of a document come from: the programme's items, or a reading not yet made into a programme."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from tinhso.steering.intake.reading import Assignment, Duty, Objective, Reading, Span, Task
from tinhso.steering.pages.paper import Mark, Note
from tinhso.steering.programmes.models import Programme, SourceSpan
from tinhso.steering.programmes.models.sources import OWNERS

#: Kind of a mark → its word, as the legend and the filter of the text name it.
WORDS = {
    "indicator": "Chỉ tiêu",
    "target": "Mức chỉ tiêu",
    "task": "Nhiệm vụ",
    "deliverable": "Sản phẩm",
    "deadline": "Thời hạn",
    "duty": "Chế độ báo cáo",
    "objective": "Mục tiêu",
    "owner_sentence": "Câu giao việc",
    "legal_basis": "Căn cứ",
    "abbreviation": "Chữ viết tắt",
    "recipient": "Nơi nhận",
    "unplaced": "Chưa xếp được",
    "heading": "Đề mục",
}

#: Roles of headings that are no titles: a sentence that introduces, a line of a table that groups its rows.
NO_TITLES = frozenset({"orientation", "table_group"})

#: The sign that stands before a mark, so that colour is never the only one.
SIGNS = {
    "indicator": "CT",
    "task": "NV",
    "duty": "BC",
    "objective": "MT",
    "owner_sentence": "GV",
    "legal_basis": "CC",
    "unplaced": "?",
}

_ITEMS = tuple(f"{owner}_id" for owner in OWNERS)
_FACTS = (
    "start",
    "end",
    "target__indicator_id",
    "deliverable__task_id",
    "deadline__task_id",
    "deadline__deliverable__task_id",
    "indicator__code",
    "task__code",
    "heading__level",
    "heading__role",
    "finding__message",
    "finding__kind",
)
#: Kind → the kind of item that it is or belongs to, and the columns of a span that may name that item.
_ITEM_OF = {
    "indicator": ("indicator", ("indicator_id",)),
    "target": ("indicator", ("target__indicator_id",)),
    "task": ("task", ("task_id",)),
    "deliverable": ("task", ("deliverable__task_id",)),
    "deadline": ("task", ("deadline__task_id", "deadline__deliverable__task_id")),
    "duty": ("duty", ("duty_id",)),
    "objective": ("objective", ("objective_id",)),
    "owner_sentence": ("owner_sentence", ("owner_sentence_id",)),
    "unplaced": ("unplaced", ("unplaced_id",)),
}
_LISTS = {"indicator": "pages:indicators", "task": "pages:tasks"}
#: What the programme no longer has is not marked, nor are parts of it.
_STANDING = {
    f"{column}__withdrawn_at": None
    for column in (
        *(owner for owner in OWNERS if owner not in ("finding", "unplaced")),
        *("target__indicator", "deliverable__task", "deadline__task", "deadline__deliverable"),
    )
} | {"deadline__superseded_at": None}

Address = Callable[[str, int], str]
"""Kind and key of an item → where a click on its words leads; "" for nowhere."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What is drawn on the paper, and what stands in its margin."""

    marks: tuple[Mark, ...]
    notes: tuple[Note, ...]


def of_programme(programme: Programme, address: Address | None = None, *, within: Span | None = None) -> Marked:
    """The items that stand in the programme's document, each leading to its page, or to ``address``; one query.

    ``within`` names the only characters that are to be marked.
    """
    places = SourceSpan.objects.filter(document=programme.document_id, **_STANDING).values(*_ITEMS, *_FACTS)
    if within is not None:
        places = places.filter(start__lt=within[1], end__gt=within[0])
    address = address or _pages(programme)
    kinds = [(next(owner for owner in OWNERS if span[f"{owner}_id"] is not None), span) for span in places]
    return Marked(
        tuple(
            _mark(kind, span, address)
            for kind, span in kinds
            if kind != "finding" and span["heading__role"] not in NO_TITLES
        ),
        tuple(_note(span) for kind, span in kinds if kind == "finding"),
    )


def _pages(programme: Programme) -> Address:
    # Asked once: a thousand marks lead to the same two lists.
    lists = {kind: reverse(view, args=(programme.pk,)) for kind, view in _LISTS.items()}
    return lambda kind, key: f"{lists[kind]}/{key}" if kind in lists else ""


def of_reading(reading: Reading) -> Marked:
    """What the reader proposes; nothing to click yet."""
    marks = [Mark(*span, kind, sign=_signed(kind, code)) for kind, span, code in _spans(reading)]
    titles = (heading for heading in reading.headings if heading.role not in NO_TITLES)
    marks += [Mark(*heading.span, "heading", level=heading.level) for heading in titles]
    notes = [Note(*finding.span, finding.message, finding.kind) for finding in reading.findings]
    return Marked(tuple(marks), tuple(notes))


def frame_of(reading: Mapping[str, Any]) -> list[Mark]:
    """The parts of the document's frame in an archived reading, as marks whose kind is their role."""
    return [Mark(part["span"][0], part["span"][1], part["role"]) for part in reading.get("frame", ())]


def _mark(kind: str, span: Mapping[str, Any], address: Address) -> Mark:
    of, columns = _ITEM_OF.get(kind, ("", ()))
    key = next((span[column] for column in columns if span[column]), None)
    sign = _signed(kind, span["indicator__code"] or span["task__code"] or "")
    return Mark(
        span["start"],
        span["end"],
        kind,
        href=address(of, key) if key else "",
        sign=sign,
        level=span["heading__level"] or 0,
        item=f"{of}-{key}" if key else "",
    )


def _signed(kind: str, code: str) -> str:
    return f"{SIGNS.get(kind, '')} {code}".strip()


def _note(span: Mapping[str, Any]) -> Note:
    return Note(span["start"], span["end"], span["finding__message"], span["finding__kind"])


_Found = tuple[str, Span, str]
"""Kind, place, code of the item."""


def _spans(reading: Reading) -> Iterator[_Found]:
    for kind, coded in (("indicator", reading.indicators), ("task", reading.tasks)):
        yield from ((kind, source.span, item.code) for item in coded for source in item.sources)
    for kind, items in _sourced(reading):
        yield from ((kind, source.span, "") for item in items for source in item.sources)
    yield from (("target", target.span, "") for indicator in reading.indicators for target in indicator.targets)
    for task in reading.tasks:
        yield from _inside(task)
    yield from (("legal_basis", basis.span, "") for basis in reading.legal_bases)
    yield from (("recipient", recipient.span, "") for recipient in reading.recipients)
    yield from (("unplaced", piece.span, "") for piece in reading.unplaced)
    yield from (("abbreviation", abbreviation.span, "") for abbreviation in reading.abbreviations)


def _sourced(reading: Reading) -> Iterator[tuple[str, Iterable[Duty | Objective | Assignment]]]:
    yield "objective", reading.objectives
    yield "duty", reading.duties
    yield "owner_sentence", reading.assignments


def _inside(task: Task) -> Iterator[_Found]:
    yield from (("deliverable", part.span, "") for part in task.deliverables)
    deadlines = [task.deadline, *(part.deadline for part in task.deliverables)]
    yield from (("deadline", deadline.span, "") for deadline in deadlines if deadline and deadline.span)
