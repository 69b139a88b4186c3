"""Duty collection: which drafted orders are reports, and which are both an order and a report."""

from dataclasses import replace

from tinhso.steering.intake.items.tasks import TaskDraft
from tinhso.steering.intake.phrases.duties import only_reports, read_duties
from tinhso.steering.intake.reading import Duty, Source


def collect_duties(drafts: list[TaskDraft], *, year: int | None) -> tuple[list[TaskDraft], list[Duty]]:
    """The drafts that order more than a report, and the duties of all."""
    kept: list[TaskDraft] = []
    duties: list[Duty] = []
    for draft in drafts:
        found = read_duties(draft.text, draft.span[0], owner=draft.leads, year=year)
        if not found or not only_reports(draft.text):
            kept.append(draft)
        elif draft.sources:
            found[0] = replace(found[0], sources=(Source((draft.sources[0].span[0], found[0].span[1])),))
        duties += found
    return kept, duties


def duties_of_rows(rows: list[TaskDraft], *, year: int | None) -> list[Duty]:
    """The reports that rows of a table of tasks order; the rows stay tasks. What a product column names is no duty."""
    found = (read_duties(row.text, row.span[0], owner=row.leads, year=year) for row in rows)
    return [duty for duties in found for duty in duties if duty.to]
