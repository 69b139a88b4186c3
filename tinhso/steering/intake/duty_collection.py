"""Duty collection: which drafted orders are reports, and which are both an order and a report."""

from dataclasses import replace

from tinhso.steering.intake.duties import only_reports, read_duties
from tinhso.steering.intake.reading import Duty, Source
from tinhso.steering.intake.tasks import TaskDraft


def collect_duties(drafts: list[TaskDraft]) -> tuple[list[TaskDraft], list[Duty]]:
    """The drafts that order more than a report, and the duties of all."""
    kept: list[TaskDraft] = []
    duties: list[Duty] = []
    for draft in drafts:
        found = read_duties(draft.text, draft.span[0], owner=draft.leads)
        if not found or not only_reports(draft.text):
            kept.append(draft)
        elif draft.sources:
            found[0] = replace(found[0], sources=(Source((draft.sources[0].span[0], found[0].span[1])),))
        duties += found
    return kept, duties
