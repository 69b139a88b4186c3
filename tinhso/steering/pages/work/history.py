"""Everything that has happened to a task, from the plan's reading to the last word, as one list."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from tinhso.lib.dates import write_date
from tinhso.steering.following.models import Deed, Evidence, ProgressEntry
from tinhso.steering.following.naming import Names
from tinhso.steering.following.situation import Situation
from tinhso.steering.programmes.models import Edit, Task


@dataclass(frozen=True, slots=True)
class Line:
    """What happened when; ``who`` did it for which unit, by its name of that time."""

    at: datetime
    title: str
    extra: str = ""
    note: str = ""
    who: str = ""
    unit: str = ""
    proofs: Sequence[Evidence] = ()


def history(at: Situation, names: Names) -> list[Line]:
    """The newest first."""
    lines = [*_of_item(at.task), *_of_edits(at.task), *_of_deeds(at, names)]
    return sorted(lines, key=lambda line: line.at, reverse=True)


def line_of(deed: Deed, at: Situation, names: Names) -> Line:
    """One deed of the task."""
    return _line(deed, _extras(at, names), names)


def _of_item(task: Task) -> Iterator[Line]:
    yield Line(task.programme.created_at, "Đưa vào chương trình", note=task.programme.document.title)
    if task.accepted_at:
        yield Line(task.accepted_at, task.get_acceptance_display(), who=str(task.accepted_by or ""))
    if task.withdrawn_at:
        yield Line(task.withdrawn_at, "Rút khỏi chương trình")


def _of_edits(task: Task) -> Iterator[Line]:
    for edit in Edit.objects.filter(task=task).select_related("by"):
        changed = "; ".join(f"{each['label']}: “{each['before']}” → “{each['after']}”" for each in edit.differences)
        yield Line(edit.at, edit.get_deed_display(), extra=edit.reason, note=changed, who=str(edit.by))


def _of_deeds(at: Situation, names: Names) -> Iterator[Line]:
    extras = _extras(at, names)
    return (_line(deed, extras, names) for deed in at.deeds)


def _line(deed: Deed, extras: Mapping[int, str], names: Names) -> Line:
    return Line(
        deed.recorded_at,
        deed.get_kind_display(),
        extra=extras.get(deed.pk, ""),
        note=deed.note,
        who=deed.who,
        unit=names.get((deed.unit_id or 0, deed.day), ""),
        proofs=list(deed.evidence.all()),
    )


def _extras(at: Situation, names: Names) -> dict[int, str]:
    """Deed → what it says beyond its note."""
    found = dict(_said(at.progress))
    found |= {each.pk: f"xin đến {write_date(each.asked_on)}" for each in at.extensions}
    found |= {each.pk: f"đến {write_date(each.due_on)}" for each in at.decisions.values() if each.due_on}
    found |= {each.pk: each.deliverable.text for each in at.all_records}
    found |= {each.pk: names.get((each.asked_id, each.day), "") for each in at.requests}
    found |= {each.pk: f"ngày {write_date(each.day)}" for each in at.completions}
    found |= {each.pk: f"ngày {write_date(each.day)}" for each in at.deeds if each.kind == Deed.Kind.EVENT_RECORDED}
    return found


def _said(entries: Iterable[ProgressEntry]) -> Iterator[tuple[int, str]]:
    for entry in entries:
        share = f", {entry.share} %" if entry.share is not None else ""
        returned = " (bị trả lại)" if entry.is_returned else ""
        yield entry.pk, f"{entry.get_said_display()}{share}{returned}"
