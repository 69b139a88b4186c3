"""Words that a person selected in a document, read as the one item that the person says they are."""

from dataclasses import dataclass

from tinhso.steering.intake.items.tasks import KEEPING
from tinhso.steering.intake.phrases.citations import read_references
from tinhso.steering.intake.phrases.deadlines import choose_deadline, read_deadlines
from tinhso.steering.intake.phrases.duties import read_duties
from tinhso.steering.intake.phrases.measures import aim_name, read_exclusions, read_quantities, read_targets
from tinhso.steering.intake.reading import Deliverable, Duty, Indicator, Source, Span, Task


@dataclass(frozen=True, slots=True)
class Selection:
    """``words`` of the document at ``span``; ``year`` of the document; ``leads`` whom the heading above names."""

    words: str
    span: Span
    code: str = ""
    section: str | None = None
    leads: tuple[str, ...] = ()
    year: int | None = None


def as_task(selection: Selection) -> Task:
    """A task with the deadline, citations and amounts that its words name."""
    words, (start, _end) = selection.words, selection.span
    deadline = choose_deadline(read_deadlines(words, start, year=selection.year))
    standing = deadline.kind == "standing" if deadline else KEEPING.match(words) is not None
    return Task(
        code=selection.code,
        section=selection.section,
        text=words,
        leads=selection.leads,
        cooperators=(),
        deadline=deadline,
        deliverables=(),
        references=tuple(read_references(words, start)),
        quantities=tuple(read_quantities(words, start)),
        parent=None,
        standing=standing,
        span=selection.span,
        sources=(Source(selection.span),),
    )


def as_indicator(selection: Selection) -> Indicator:
    """An indicator with the targets and exclusions that its words name; without a number it has no target yet."""
    words, (start, _end) = selection.words, selection.span
    return Indicator(
        code=selection.code,
        section=selection.section,
        name=aim_name(words, start) or words,
        text=words,
        targets=tuple(read_targets(words, start, inherited_by=None)),
        watchers=(),
        leads=selection.leads,
        cooperators=(),
        exclusions=tuple(read_exclusions(words, start)),
        span=selection.span,
        sources=(Source(selection.span),),
    )


def as_duty(selection: Selection) -> Duty:
    """A duty to report; of words that name no rhythm one that arises now and then."""
    words, (start, _end) = selection.words, selection.span
    found = read_duties(words, start, owner=selection.leads, year=selection.year)
    first = found[0] if found else None
    return Duty(
        who=first.who if first else "; ".join(selection.leads) or None,
        to=first.to if first else None,
        what=first.what if first else words,
        frequency=first.frequency if first else "ad_hoc",
        due=first.due if first else None,
        day=first.day if first else None,
        month_rule=first.month_rule if first else None,
        before=first.before if first else False,
        deadline=first.deadline if first else None,
        span=selection.span,
        sources=(Source(selection.span),),
    )


def as_product(selection: Selection) -> Deliverable:
    """A product with the deadline that its words name."""
    words, (start, _end) = selection.words, selection.span
    deadline = choose_deadline(read_deadlines(words, start, year=selection.year))
    return Deliverable(words, deadline, selection.span, tuple(read_quantities(words, start)))
