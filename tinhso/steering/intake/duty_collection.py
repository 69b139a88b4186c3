"""Duty collection: which drafted orders are reports, and which are both an order and a report."""

from tinhso.steering.intake.duties import only_reports, read_duties
from tinhso.steering.intake.reading import Duty
from tinhso.steering.intake.tasks import TaskDraft


def collect_duties(drafts: list[TaskDraft]) -> tuple[list[TaskDraft], list[Duty]]:
    """The drafts that order more than a report, and the duties of all."""
    kept: list[TaskDraft] = []
    duties: list[Duty] = []
    for draft in drafts:
        found = read_duties(draft.text, draft.span[0], owner=draft.leads)
        duties += found
        if not found or not only_reports(draft.text):
            kept.append(draft)
    return kept, duties
