"""What a person may correct of what the machine read: a task, an indicator, a duty to report, each with its parts."""

from datetime import date
from typing import Literal

from django.shortcuts import get_object_or_404
from pydantic import Field

from tinhso.steering.api.owners import OwnerSent, ReporterSent, wanted_owners
from tinhso.steering.api.parts import ProductSent, TargetSent, wanted_products, wanted_targets
from tinhso.steering.programmes.editing.wanted import Wanted, WantedDeadline
from tinhso.steering.programmes.models import Deadline, Duty, Heading, Indicator, Task
from tinhso.surfaces.api.shapes import Sent


class DeadlineSent(Sent):
    """When it is due and how that is known; without a basis nothing is due."""

    basis: Literal["", "explicit", "event", "recurring", "open", "inferred"] = ""
    due_on: date | None = None
    before: bool = Field(default=False, description="“trước ngày …”")
    wording: str = Field("", max_length=2_000)


_SECTION = "Đề mục; null: không thuộc đề mục nào. A section's id; null: of none."
_WHOLE = "Cả danh sách: dòng không có trong đó thì bị bỏ. The whole list: what it lacks is withdrawn."


class TaskCorrection(Sent):
    """What is left out stays as it is; a list of parts is the whole list."""

    text: str | None = Field(None, min_length=1, max_length=20_000)
    section: int | None = Field(None, ge=1, le=2**63 - 1, description=_SECTION)
    standing: bool | None = None
    deadline: DeadlineSent | None = None
    products: list[ProductSent] | None = Field(None, max_length=100, description=_WHOLE)
    owners: list[OwnerSent] | None = Field(None, max_length=100, description=_WHOLE)


class IndicatorCorrection(Sent):
    """What is left out stays as it is; a list of parts is the whole list."""

    name: str | None = Field(None, min_length=1, max_length=2_000)
    text: str | None = Field(None, min_length=1, max_length=20_000)
    section: int | None = Field(None, ge=1, le=2**63 - 1, description=_SECTION)
    exclusions: str | None = Field(None, max_length=20_000)
    targets: list[TargetSent] | None = Field(None, max_length=60, description=_WHOLE)
    owners: list[OwnerSent] | None = Field(None, max_length=100, description=_WHOLE)


class DutyCorrection(Sent):
    """What is left out stays as it is; a null `day` or `due_on` takes it away."""

    what: str | None = Field(None, min_length=1, max_length=20_000)
    frequency: Duty.Frequency | None = None
    due: str | None = Field(None, max_length=2_000, description="Thời hạn theo văn bản. When, as written in the plan.")
    day: int | None = Field(None, ge=1, le=31, description="Ngày trong tháng. The day of the month.")
    before: bool | None = Field(None, description="“trước ngày …”")
    due_on: date | None = Field(None, description="Ngày phải gửi, nếu chỉ gửi một lần. The day of one sent once.")
    owners: list[ReporterSent] | None = Field(None, max_length=100, description=_WHOLE)


def wanted_task(sent: TaskCorrection, task: Task) -> Wanted:
    """As the action takes it."""
    return Wanted(
        columns={**_columns(sent, "text", "standing"), **_section(sent, task)},
        deadline=WantedDeadline(**sent.deadline.dict()) if sent.deadline else None,
        products=None if sent.products is None else wanted_products(sent.products, task),
        owners=None if sent.owners is None else wanted_owners(sent.owners, task),
    )


def wanted_indicator(sent: IndicatorCorrection, indicator: Indicator) -> Wanted:
    """As the action takes it."""
    return Wanted(
        columns={**_columns(sent, "name", "text", "exclusions"), **_section(sent, indicator)},
        targets=None if sent.targets is None else wanted_targets(sent.targets, indicator),
        owners=None if sent.owners is None else wanted_owners(sent.owners, indicator),
    )


def wanted_duty(sent: DutyCorrection, duty: Duty) -> Wanted:
    """As the action takes it."""
    day = {"day": sent.day} if "day" in sent.model_fields_set else {}
    return Wanted(
        columns={**_columns(sent, "what", "frequency", "due", "before"), **day},
        deadline=_deadline(sent, duty),
        owners=None if sent.owners is None else wanted_owners(sent.owners, duty),
    )


def _deadline(sent: DutyCorrection, duty: Duty) -> WantedDeadline | None:
    """The day of a duty that is sent once, with the words and the “before” that belong to it."""
    due_on = sent.due_on if "due_on" in sent.model_fields_set else duty.due_on
    if due_on is None:
        return WantedDeadline() if duty.due_on else None
    if not {"due_on", "due", "before"} & sent.model_fields_set:
        return None
    before = duty.before if sent.before is None else sent.before
    wording = duty.due if sent.due is None else sent.due
    return WantedDeadline(basis=Deadline.Basis.EXPLICIT, due_on=due_on, before=before, wording=wording)


def _section(sent: TaskCorrection | IndicatorCorrection, item: Task | Indicator) -> dict[str, object]:
    """The heading under which the item is to stand; one of another programme is none: 404."""
    if "section" not in sent.model_fields_set:
        return {}
    headings = Heading.objects.filter(programme=item.programme_id).current()
    chosen = None if sent.section is None else get_object_or_404(headings, pk=sent.section)
    return {"section": chosen, "section_title": chosen.text if chosen else ""}


def _columns(sent: Sent, *names: str) -> dict[str, object]:
    given = sent.dict(exclude_unset=True)
    return {name: given[name] for name in names if given.get(name) is not None}
