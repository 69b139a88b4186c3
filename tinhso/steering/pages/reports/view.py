"""All that the page of a report shows."""

from dataclasses import dataclass, field

from tinhso.steering.figures.models import Value
from tinhso.steering.figures.wording import UNKNOWN, written, written_given
from tinhso.steering.following.models.deeds import one_time_key
from tinhso.steering.pages.grid.grids import Grid
from tinhso.steering.pages.grid.rows import untouched
from tinhso.steering.pages.reports.history import deeds_shown, returns_of
from tinhso.steering.pages.reports.rows import TaskRow, figure_lines, task_rows
from tinhso.steering.pages.reports.seen import Seen
from tinhso.steering.reporting.checking import Checked, checked
from tinhso.steering.reporting.drafting import Draft, DraftFigure, draft_of
from tinhso.steering.reporting.models import ReportDeed, Submission
from tinhso.steering.reporting.models.reports import PARTS


@dataclass(frozen=True, slots=True)
class Text:
    """A fixed part with what stands in its field."""

    name: str
    label: str
    typed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFigure:
    """A figure's line in words."""

    key: str
    label: str
    under: str
    before: str
    now: str
    note: str


@dataclass(slots=True)
class ReportView:
    """A report as one person sees it: its lines, parts, what was found, what was done."""

    seen: Seen
    draft: Draft
    tasks: list[TaskRow]
    grid: Grid
    texts: list[Text]
    checks: Checked
    deeds: list[ReportDeed]
    refused: str = ""
    strange: list[str] = field(default_factory=list)
    once: str = field(default_factory=one_time_key)

    @property
    def submissions(self) -> list[Submission]:
        """Every sending of it, the first one first."""
        return [deed.submission for deed in self.deeds if hasattr(deed, "submission")]

    @property
    def returns(self) -> list[ReportDeed]:
        """Why the unit has it again: the department's reason until it is sent again, the head's until he is asked."""
        return returns_of(self.deeds)

    @property
    def wrong(self) -> list[tuple[str, str]]:
        """Place and sentence of every refused line."""
        tasks = [(row.key, f"{row.draft.task.code}: {row.error}") for row in self.tasks if row.error]
        figures = [(place, f"{label}: {sentence}") for place, label, sentence in self.grid.wrong]
        return tasks + figures + [("figures-head", sentence) for sentence in self.strange]

    @property
    def read_figures(self) -> list[ReadFigure]:
        """The figures as those read them who do not write."""
        return [
            ReadFigure(
                key=each.key,
                label=row.line.label,
                under=row.line.under,
                before=_told(each.known.before, each),
                now=_now(each),
                note=each.note,
            )
            for row, each in zip(self.grid.rows, self.draft.figures, strict=True)
        ]

    @property
    def unsaid(self) -> int:
        """How many lines are left."""
        return self.draft.unsaid


def view_of(seen: Seen) -> ReportView:
    """The page as it stands; a constant number of queries."""
    report = seen.report
    draft = draft_of(report)
    checks = checked(draft)
    rows = [untouched(line) for line in figure_lines(draft, checks, by=seen.asked.account)]
    return ReportView(
        seen,
        draft,
        task_rows(draft, checks),
        Grid(f"report-{report.pk}-{seen.asked.account.pk}", rows, head="Chỉ tiêu"),
        [Text(name, label, getattr(report, name)) for name, label in PARTS.items()],
        checks,
        deeds_shown(seen),
    )


def _now(each: DraftFigure) -> str:
    """What the report says of the figure."""
    if not each.is_said:
        return "chưa xác nhận"
    if each.is_covered:
        return each.told_elsewhere
    if each.given is None:
        return _told(each.known.stands, each)
    return f"{written_given(each.given, each.measure)}{_since(each)}"


def _since(each: DraftFigure) -> str:
    if each.overtaken:
        return " (đã sửa sau khi gửi)"
    return " (không thay đổi)" if each.line and each.line.unchanged else ""


def _told(value: Value | None, each: DraftFigure) -> str:
    return written(value, each.measure) if value else UNKNOWN
