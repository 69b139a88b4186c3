"""The reader: from a manuscript to a reading, layer by layer (sheet, frame, outline, zones, items)."""

import re
from dataclasses import dataclass, field

from tinhso.steering.intake.abbreviations import read_abbreviations
from tinhso.steering.intake.assignments import apply_assignments, headings_of, read_assignment
from tinhso.steering.intake.citations import read_legal_bases, read_references
from tinhso.steering.intake.coverage import coverage, find_unplaced
from tinhso.steering.intake.duty_collection import collect_duties
from tinhso.steering.intake.findings import Evidence, find
from tinhso.steering.intake.frame import Frame, read_frame
from tinhso.steering.intake.headings import as_headings, attribute_furniture
from tinhso.steering.intake.indicators import AimDraft, as_indicators, collect_aim_rows, collect_aims, merge_aims
from tinhso.steering.intake.manuscript import Manuscript
from tinhso.steering.intake.measures import read_quantities
from tinhso.steering.intake.orders import ordered_bodies
from tinhso.steering.intake.outline import Node, grow
from tinhso.steering.intake.reading import Assignment, Duty, Furniture, Objective, Reading, Span, Task
from tinhso.steering.intake.sheet import Sheet, lay_out
from tinhso.steering.intake.tables import Column, Row, read_table
from tinhso.steering.intake.task_tables import collect_rows, merge
from tinhso.steering.intake.tasks import TaskDraft, collect_tasks
from tinhso.steering.intake.zones import Zone, assign_zones


@dataclass(slots=True)
class _Items:
    """What has been found so far."""

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
    year = frame.header.date.year if frame.header.date else None
    root = grow(frame.body)
    zones = assign_zones(root, default=Zone.TASKS)
    items = _Items()
    items.aims, items.objectives = collect_aims(root, zones)
    _read_tables(sheet, frame, items, year)
    _sort_out(root, zones, items, year, _addressed(frame))
    return _finish(sheet, frame, root, zones, items, manuscript.notes)


def _read_tables(sheet: Sheet, frame: Frame, items: _Items, year: int | None) -> None:
    numbers = sorted({line.table for line in sheet.lines if line.table is not None and line.table not in frame.tables})
    tasked = 0
    for number in numbers:
        table = read_table(sheet, number)
        if table is None:
            continue
        items.furniture += [Furniture("table_header", line.span) for line in table.headers]
        if table.kind is Column.INDICATOR:
            rows, titles = collect_aim_rows(table)
            items.aim_rows += rows
        else:
            tasked += 1
            drafts, titles = collect_rows(table, f"PL{tasked if tasked > 1 else ''}", year=year)
            items.task_rows += drafts
        items.titles += titles


def _addressed(frame: Frame) -> tuple[str, ...]:
    """Whom a telegram, directive or notice orders as a whole ("… yêu cầu các Bộ trưởng, Chủ tịch UBND tỉnh:")."""
    if (frame.header.kind or "").lower() not in ("công điện", "chỉ thị", "thông báo"):
        return ()
    found = (ordered_bodies(line.text) for line in reversed(frame.bases))
    return next((names for names in found if names), ())


def _sort_out(root: Node, zones: dict[int, Zone], items: _Items, year: int | None, orders_to: tuple[str, ...]) -> None:
    """Drafted orders are tasks, assignments of tasks named elsewhere, duties to report, or both of the last."""
    drafts = collect_tasks(root, zones, year=year, addressed=orders_to)
    headings = headings_of(root)
    kept: list[TaskDraft] = []
    for draft in drafts:
        assignment = read_assignment(draft, headings)
        if assignment is not None:
            items.assignments.append(assignment)
        else:
            kept.append(draft)
    kept, items.duties = collect_duties(kept, items.task_rows)
    apply_assignments(root, kept, items.assignments)
    items.drafts = merge(kept, items.task_rows)


def _finish(sheet: Sheet, frame: Frame, root: Node, zones: dict[int, Zone], items: _Items, notes: tuple[str, ...]) -> Reading:
    indicators = as_indicators(merge_aims(items.aims, items.aim_rows))
    tasks = _as_tasks(items.drafts, sheet)
    taken = [span for item in (*indicators, *tasks, *items.duties, *items.assignments, *items.objectives) for span in (s.span for s in item.sources)]
    headings = as_headings(root, zones, items.titles, taken)
    furniture = (*frame.furniture, *items.furniture, *attribute_furniture(root, taken))
    bases = tuple(read_legal_bases([(line.text, line.start) for line in frame.bases]))
    placed: list[Span] = [*taken, *(h.span for h in headings), *(f.span for f in furniture), *(b.span for b in bases), *(r.span for r in frame.recipients)]
    gaps = find_unplaced(sheet, placed)
    unplaced = tuple(piece for piece in gaps if re.search(r"\w", piece.text))
    furniture = (*furniture, *(Furniture("punctuation", piece.span) for piece in gaps if not re.search(r"\w", piece.text)))
    evidence = Evidence(sheet, root, frame.header, indicators, tasks, tuple(read_references(sheet.text, 0)), bool(items.aim_rows))
    return Reading(
        header=frame.header,
        legal_bases=bases,
        objectives=tuple(items.objectives),
        indicators=indicators,
        tasks=tasks,
        duties=tuple(items.duties),
        assignments=tuple(items.assignments),
        recipients=frame.recipients,
        abbreviations=tuple(read_abbreviations(sheet.text)),
        headings=headings,
        findings=find(evidence),
        unplaced=unplaced,
        frame=furniture,
        coverage=coverage(sheet.text, [*placed, *(piece.span for piece in gaps)]),
        text=sheet.text,
        notes=notes,
    )


def _as_tasks(drafts: list[TaskDraft], sheet: Sheet) -> tuple[Task, ...]:
    taken: set[str] = set()
    for draft in drafts:
        code, ticks = draft.code or "§", 2
        while code in taken:
            code, ticks = f"{draft.code or '§'}({ticks})", ticks + 1
        taken.add(code)
        draft.code = code
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


