"""Reports of units as JSON: how one stands, its lines as draft, and what is known."""

from datetime import date
from decimal import Decimal
from typing import Any

from ninja import Schema
from pydantic import Field

from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.giving import Given
from tinhso.steering.reporting.drafting import Draft, DraftFigure, DraftTask, draft_of
from tinhso.steering.reporting.models import FigureLine, Report
from tinhso.steering.reporting.models.reports import PARTS
from tinhso.surfaces.api.examples import shown_as

_EXAMPLE = {
    "id": 91,
    "round": 4,
    "unit": "so-tttt",
    "sender": "province",
    "state": "in_work",
    "required": True,
    "due_on": "2022-09-20",
    "sent_on": None,
    "late": False,
    "nil": False,
    "version": 3,
}
_SAID = {"numerator": "812.000000", "denominator": "1000.000000", "number": None}
_GIVEN = {**_SAID, "day": None, "answer": "", "not_applicable": False}


class ReportShown(Schema):
    """How the report of a unit stands."""

    model_config = shown_as(_EXAMPLE)

    id: int
    round: int
    unit: str
    sender: str
    state: str = Field(description="unopened, in_work, at_head, head_returned, sent, returned, accepted")
    required: bool = Field(description="Phải gửi. False where the unit ended before the cut-off.")
    due_on: date
    sent_on: date | None = Field(description="Ngày gửi lần đầu. The first day on which it was sent.")
    late: bool = Field(description="Gửi lần đầu sau hạn. First sent after its due day.")
    nil: bool
    version: int = Field(description="Của phần lời. Of the fixed parts, for If-Match.")


class GivenShown(Schema):
    """What a figure says: exactly what its measure asks for."""

    model_config = shown_as(_GIVEN)

    numerator: Decimal | None
    denominator: Decimal | None
    number: Decimal | None
    day: date | None
    answer: str
    not_applicable: bool


class TaskLineShown(Schema):
    """A task's line: the draft, if one was saved (version 0: none), and the unit's last word before it."""

    task: int
    code: str
    behalf: str = Field(description="Thay mặt tổ chức ngoài cơ quan của tỉnh. The outside bodies for whom it speaks.")
    version: int = Field(description="Cho If-Match; 0 là chưa ghi. For If-Match; 0: not saved yet.")
    said: str | None
    share: int | None
    note: str
    is_said: bool = Field(description="Không còn gì phải nói. Whether nothing is left to say.")
    last_said: str | None = Field(description="Lời gần nhất. What the unit said last.")
    last_note: str
    last_day: date | None
    is_new: bool = Field(description="Nói sau báo cáo kỳ trước. Whether that was since the report before.")


class FigureLineShown(Schema):
    """A figure's line: the draft, what stands for the same days, the figure before."""

    indicator: int
    code: str
    unit: str
    from_on: date
    to_on: date
    version: int = Field(description="Cho If-Match; 0 là chưa ghi. For If-Match; 0: not saved yet.")
    unchanged: bool
    note: str
    draft: GivenShown | None
    stands: GivenShown | None = Field(description="Đã có cho đúng kỳ này. Given for the same days already.")
    before: GivenShown | None = Field(description="Số kỳ trước. The figure before.")
    not_known: bool = Field(description="Chưa có số liệu, lý do ở note. Not known yet; note says why.")
    metric: str = Field(description="Tên phép đếm, nếu hệ thống tự đếm. The metric that counts it, if any.")
    is_said: bool
    may_carry: bool = Field(description="“Không thay đổi” lấy số trước. Whether “unchanged” means the figure before.")


class DraftShown(ReportShown):
    """A report with its draft; the draft is null for who neither writes, approves nor takes it."""

    model_config = shown_as({**_EXAMPLE, "texts": None, "tasks": None, "figures": None, "unsaid": None})

    texts: dict[str, str] | None = Field(description="results, difficulties, proposals, directions")
    tasks: list[TaskLineShown] | None
    figures: list[FigureLineShown] | None
    unsaid: int | None = Field(description="Còn mấy dòng chưa xác nhận. How many lines are left to say.")


def report_shown(report: Report) -> ReportShown:
    """A report fetched with its unit."""
    return ReportShown(**_facts(report))


def draft_shown(report: Report, *, open_to_caller: bool) -> DraftShown:
    """With its draft where the caller may see it."""
    if not open_to_caller:
        return DraftShown(**_facts(report), texts=None, tasks=None, figures=None, unsaid=None)
    draft = draft_of(report)
    return DraftShown(
        **_facts(report),
        texts={name: getattr(report, name) for name in PARTS},
        tasks=[task_line_shown(each) for each in draft.tasks],
        figures=figure_lines_shown(draft),
        unsaid=draft.unsaid,
    )


def task_line_shown(each: DraftTask) -> TaskLineShown:
    """One line."""
    line, entry = each.line, each.entry
    return TaskLineShown(
        task=each.task.pk,
        code=each.task.code,
        behalf=each.behalf,
        version=line.version if line else 0,
        said=line.said if line else None,
        share=line.share if line else None,
        note=line.note if line else "",
        is_said=each.is_said,
        last_said=entry.said if entry else None,
        last_note=entry.note if entry else "",
        last_day=entry.day if entry else None,
        is_new=each.is_new,
    )


def figure_lines_shown(draft: Draft) -> list[FigureLineShown]:
    """All of them; one query for the names of units."""
    keys = dict(Unit.objects.filter(pk__in={each.unit for each in draft.figures}).values_list("pk", "key"))
    return [figure_line_shown(each, keys[each.unit]) for each in draft.figures]


def figure_line_shown(each: DraftFigure, unit: str) -> FigureLineShown:
    """One line."""
    line: FigureLine | None = each.line
    return FigureLineShown(
        indicator=each.indicator.pk,
        code=each.indicator.code,
        unit=unit,
        from_on=each.span[0],
        to_on=each.span[1],
        version=line.version if line else 0,
        unchanged=bool(line and line.unchanged),
        note=each.note,
        draft=given_shown(each.given),
        stands=given_shown(Given.of(each.known.stands) if each.known.stands else None),
        before=given_shown(Given.of(each.known.before) if each.known.before else None),
        not_known=each.is_unknown,
        metric=each.metric,
        is_said=each.is_said,
        may_carry=each.may_carry,
    )


def given_shown(given: Given | None) -> GivenShown | None:
    """What is given, as it is kept."""
    return GivenShown(**given.columns) if given else None


def _facts(report: Report) -> dict[str, Any]:
    same = ("sender", "state", "required", "due_on", "sent_on", "nil", "version")
    return {
        "id": report.pk,
        "round": report.round_id,
        "unit": report.unit.key,
        "late": report.was_late,
        **{name: getattr(report, name) for name in same},
    }
