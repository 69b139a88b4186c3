"""The reader: from a manuscript to a reading, layer by layer (sheet, frame, outline, zones, items)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tinhso.steering.intake.frame.frame import Frame, read_frame
from tinhso.steering.intake.items.assignments import apply_assignments, headings_of, read_assignment
from tinhso.steering.intake.items.columns import Column
from tinhso.steering.intake.items.coverage import coverage, find_unplaced
from tinhso.steering.intake.items.duty_collection import collect_duties, duties_of_rows
from tinhso.steering.intake.items.findings import Evidence, find
from tinhso.steering.intake.items.headings import as_headings, attribute_furniture
from tinhso.steering.intake.items.indicators import AimDraft, as_indicators, collect_aim_rows, collect_aims, merge_aims
from tinhso.steering.intake.items.plan_signs import missing_signs
from tinhso.steering.intake.items.tables import Row, read_table
from tinhso.steering.intake.items.task_tables import collect_rows, merge
from tinhso.steering.intake.items.tasks import TaskDraft, collect_tasks
from tinhso.steering.intake.layout.outline import Node, grow, unique_code
from tinhso.steering.intake.layout.sheet import Sheet, lay_out
from tinhso.steering.intake.layout.zones import Zone, assign_zones
from tinhso.steering.intake.manuscript import Manuscript
from tinhso.steering.intake.phrases.abbreviations import read_abbreviations
from tinhso.steering.intake.phrases.citations import read_legal_bases, read_references
from tinhso.steering.intake.phrases.measures import read_quantities
from tinhso.steering.intake.phrases.orders import ordered_bodies
from tinhso.steering.intake.reading import (
    Assignment,
    Duty,
    Furniture,
    Indicator,
    Objective,
    Reading,
    Source,
    Task,
    Unplaced,
)

_NUMERAL = re.compile(
    r"[-–+•]?\s*(?:\d{1,2}(?:\.\d{1,2}){0,4}|[IVXLC]{1,6}|[a-zđ])\s?[.)/]|\(\s?(?:\d{1,2}|[a-zđ])\s?\)"
)


@dataclass(slots=True)
class _Work:
    """One document while it is read: its layers and what has been found so far."""

    sheet: Sheet
    frame: Frame
    root: Node
    zones: dict[int, Zone]
    year: int | None
    aims: list[AimDraft] = field(default_factory=list)
    aim_rows: list[AimDraft] = field(default_factory=list)
    objectives: list[Objective] = field(default_factory=list)
    drafts: list[TaskDraft] = field(default_factory=list)
    task_rows: list[TaskDraft] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    titles: list[Row] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)


def read_document(manuscript: Manuscript) -> Reading:
    """The reading of a manuscript; the same manuscript always gives the same reading."""
    sheet = lay_out(manuscript)
    frame = read_frame(sheet)
    root = grow(frame.body)
    year = frame.header.date.year if frame.header.date else None
    work = _Work(sheet, frame, root, assign_zones(root, default=Zone.TASKS), year)
    work.aims, work.objectives = collect_aims(root, work.zones)
    _read_tables(work)
    _sort_out(work)
    return _finish(work, manuscript.notes)


def _read_tables(work: _Work) -> None:
    tasked = 0
    for number in sorted({line.table for line in work.sheet.lines if line.table is not None}):
        table = None if number in work.frame.tables else read_table(work.sheet, number)
        if table is None:
            continue
        work.furniture += [Furniture("table_header", line.span) for line in table.headers]
        if table.kind is Column.INDICATOR:
            rows, titles = collect_aim_rows(table)
            work.aim_rows += rows
        else:
            tasked += 1
            drafts, titles = collect_rows(table, f"PL{tasked if tasked > 1 else ''}", year=work.year)
            work.task_rows += drafts
        work.titles += titles


def _addressed(frame: Frame) -> tuple[str, ...]:
    """Whom a telegram, directive or notice orders as a whole ("… yêu cầu các Bộ trưởng, Chủ tịch UBND tỉnh:")."""
    if (frame.header.kind or "").lower() not in ("công điện", "chỉ thị", "thông báo"):
        return ()
    found = (ordered_bodies(line.text) for line in reversed(frame.bases))
    return next((names for names in found if names), ())


def _sort_out(work: _Work) -> None:
    """Drafted orders are tasks, assignments of tasks named elsewhere, duties to report, or both of the last."""
    drafts = collect_tasks(work.root, work.zones, year=work.year, addressed=_addressed(work.frame))
    headings = headings_of(work.root)
    kept: list[TaskDraft] = []
    for draft in drafts:
        assignment = read_assignment(draft, headings)
        if assignment is not None:
            work.assignments.append(assignment)
        else:
            kept.append(draft)
    kept, work.duties = collect_duties(kept, year=work.year)
    apply_assignments(work.root, kept, work.assignments)
    work.drafts = merge(kept, work.task_rows)
    alone = {id(row) for row in work.task_rows}
    work.duties += duties_of_rows([draft for draft in work.drafts if id(draft) in alone], year=work.year)


def _finish(work: _Work, notes: tuple[str, ...]) -> Reading:
    frame, text = work.frame, work.sheet.text
    indicators = as_indicators(merge_aims(work.aims, work.aim_rows))
    tasks = _as_tasks(work.drafts)
    taken = [source.span for sources in _all_sources(work, indicators, tasks) for source in sources]
    headings = as_headings(work.root, work.zones, titles=work.titles, taken=taken)
    furniture = (*frame.furniture, *work.furniture, *attribute_furniture(work.root, taken))
    bases = tuple(read_legal_bases([(line.text, line.start) for line in frame.bases]))
    placed = [*taken, *(heading.span for heading in headings), *(piece.span for piece in furniture)]
    placed += [*(basis.span for basis in bases), *(recipient.span for recipient in frame.recipients)]
    gaps = find_unplaced(work.sheet, placed)
    marks = tuple(Furniture("punctuation", piece.span) for piece in gaps if not _has_words(piece))
    evidence = Evidence(
        sheet=work.sheet,
        root=work.root,
        header=frame.header,
        indicators=indicators,
        tasks=tasks,
        references=tuple(read_references(text, 0)),
        has_indicator_table=bool(work.aim_rows),
    )
    return Reading(
        header=frame.header,
        legal_bases=bases,
        objectives=tuple(work.objectives),
        indicators=indicators,
        tasks=tasks,
        duties=tuple(work.duties),
        assignments=tuple(work.assignments),
        recipients=frame.recipients,
        abbreviations=tuple(read_abbreviations(text)),
        headings=headings,
        findings=find(evidence),
        unplaced=tuple(piece for piece in gaps if _has_words(piece)),
        frame=(*furniture, *marks),
        coverage=coverage(text, [*placed, *(piece.span for piece in gaps)]),
        text=text,
        notes=(*missing_signs(frame.header, indicators, tasks), *notes),
    )


def _has_words(piece: Unplaced) -> bool:
    """Whether a gap says anything: signs, and the number of a piece whose words were placed, say nothing."""
    return re.search(r"\w", piece.text) is not None and not _NUMERAL.fullmatch(piece.text.strip())


def _all_sources(work: _Work, indicators: Iterable[Indicator], tasks: Iterable[Task]) -> Iterator[tuple[Source, ...]]:
    yield from (indicator.sources for indicator in indicators)
    yield from (task.sources for task in tasks)
    yield from (duty.sources for duty in work.duties)
    yield from (assignment.sources for assignment in work.assignments)
    yield from (objective.sources for objective in work.objectives)


def _as_tasks(drafts: list[TaskDraft]) -> tuple[Task, ...]:
    taken: dict[str, int] = {}
    for draft in drafts:
        draft.code = unique_code(draft.code or "§", taken)
    return tuple(_as_task(draft) for draft in drafts)


def _as_task(draft: TaskDraft) -> Task:
    start = draft.span[0]
    return Task(
        code=draft.code,
        section=draft.section,
        text=draft.text,
        leads=draft.leads,
        cooperators=draft.cooperators,
        deadline=draft.deadline,
        deliverables=draft.deliverables,
        references=tuple(read_references(draft.text, start)),
        quantities=tuple(read_quantities(draft.text, start)),
        parent=draft.parent.code if draft.parent else None,
        standing=draft.standing,
        span=draft.span,
        sources=tuple(draft.sources),
    )
