"""The lines of a report as the page shows and receives them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import QueryDict
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.naming import body_name
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.numbers import whole_number
from tinhso.steering.figures.giving import Given
from tinhso.steering.figures.wording import UNKNOWN, written, written_given, written_span
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.pages.grid.lines import Line, fingerprint
from tinhso.steering.reporting.actions.write_report import TaskWords
from tinhso.steering.reporting.checking import Checked, Finding, blocking_doubts, checked
from tinhso.steering.reporting.drafting import Draft, DraftFigure, DraftTask

Said = ProgressEntry.Said
SAID, SHARE, NOTE, SEEN = "said", "share", "note", "seen"


@dataclass(slots=True)
class TaskRow:
    """A task's line with what stands in its fields, and what was refused of it."""

    draft: DraftTask
    typed: Mapping[str, str]
    error: str = ""
    saved: bool = False
    found: list[Finding] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The line's key in the form."""
        return self.draft.key

    @property
    def seen(self) -> str:
        """What the page sends back, to tell whether the line was touched since, and which version was seen."""
        return f"{self.version}:{fingerprint(stands_of(self.draft))}"

    @property
    def version(self) -> int:
        """Of the saved line, 0 where none is saved."""
        return self.draft.line.version if self.draft.line else 0

    @property
    def seen_version(self) -> int:
        """Of the line, as the person saw it; as it stands where nothing tells."""
        return whole_number(self.typed[SEEN].partition(":")[0]) if SEEN in self.typed else self.version

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What may be said."""
        return [(value, label) for value, label in Said.choices if value != Said.UNCHANGED]

    @property
    def is_open(self) -> bool:
        """Whether its fields are shown unfolded."""
        return bool(self.error)

    @property
    def words(self) -> TaskWords:
        """What is typed, as it is to be saved."""
        share = self.typed[SHARE].strip().removesuffix("%").strip()
        number = int(share) if share.isascii() and share.isdigit() else None
        return TaskWords(said=self.typed[SAID], note=self.typed[NOTE], share=number, seen=self.seen_version)


def stands_of(draft: DraftTask) -> dict[str, str]:
    """The fields of a task's line as they come to the person."""
    line = draft.line
    if line is None or line.unchanged:
        # "Không thay đổi" is a button of its own, not one of the choices.
        return {SAID: "", SHARE: "", NOTE: ""}
    return {SAID: line.said, SHARE: "" if line.share is None else str(line.share), NOTE: line.note}


def task_rows(draft: Draft, checks: Checked) -> list[TaskRow]:
    """As they come to the person."""
    return [TaskRow(each, stands_of(each), found=checks.of(each.key)) for each in draft.tasks]


def sent_rows(draft: Draft, sent: QueryDict) -> list[TaskRow]:
    """As they were sent; a line that is not in the form is as it was."""
    return [_sent(each, sent) for each in draft.tasks]


def is_touched(row: TaskRow) -> bool:
    """Whether the person changed something of it since it was shown."""
    came = row.typed.get(SEEN, "").partition(":")[2]
    return bool(came) and fingerprint({name: row.typed[name] for name in (SAID, SHARE, NOTE)}) != came


def lines_of(draft: Draft, by: Account) -> list[Line]:
    """As ``figure_lines``, of a draft that nobody has checked yet; one query."""
    return figure_lines(draft, checked(draft), by=by)


def figure_lines(draft: Draft, checks: Checked, *, by: Account) -> list[Line]:
    """The figures as lines of a grid: the draft stands in the cells, what is known beside, and what of it cannot be
    sent."""
    return [_figure_line(each, draft, checks, by=by) for each in draft.figures]


def _sent(each: DraftTask, sent: QueryDict) -> TaskRow:
    row = TaskRow(each, stands_of(each))
    if f"{row.key}-{SEEN}" not in sent:
        return row
    typed = {name: sent.get(f"{row.key}-{name}", "").replace("\r\n", "\n") for name in (SAID, SHARE, NOTE, SEEN)}
    return TaskRow(each, typed)


def _figure_line(each: DraftFigure, draft: Draft, checks: Checked, *, by: Account) -> Line:
    stands = each.known.stands
    given = each.given or (Given.of(stands) if stands else None)
    return Line(
        each.key,
        f"{each.indicator.code} {each.indicator.name}",
        each.measure,
        under=_under(each, draft),
        before=each.known.before,
        stands=given,
        version=f"{each.line.version if each.line else 0}.{stands.pk if stands else 0}",
        told=_told(each),
        whose=_whose(each),
        address=_elsewhere(each),
        locked=_locked(each),
        only_note=_only_note(each),
        blocking=blocking_doubts(checks.severities, each.indicator.programme_id),
        open=True,
        note=each.note,
        halted=tuple(found.words for found in checks.of(each.key) if found.blocks),
        warned=tuple(found.words for found in checks.of(each.key) if not found.blocks),
        carry=f"khong-doi:{each.key}" if each.may_carry else "",
        mine=each.line is not None and each.line.saved_by_id == by.pk,
    )


def _locked(each: DraftFigure) -> str:
    if each.metric:
        return f"Hệ thống tự đếm: {each.metric}; không nhập ở đây."
    if not each.is_covered:
        return ""
    if each.known.astride(each.span):
        return "Các ngày của kỳ này đã có số theo kỳ khác; không nhập lại."
    return "Đã có đủ số của các kỳ ngắn hơn; hệ thống tự cộng, không nhập lại."


def _only_note(each: DraftFigure) -> str:
    """Why no figure is typed here, where several stretches are left."""
    if not each.is_scattered:
        return ""
    left = ", ".join(written_span(*gap) for gap in each.gaps)
    how = "nhập từng kỳ ở bảng nhập của chỉ tiêu; chưa có thì ghi lý do ở cột ghi chú"
    return f"Đã có số của một phần kỳ; còn thiếu {left}: {how}."


def _elsewhere(each: DraftFigure) -> str:
    """Where each stretch that is left is entered by itself."""
    return reverse("grid:grid", args=(each.indicator.programme_id, each.indicator.pk)) if each.is_scattered else ""


def _left(each: DraftFigure) -> str:
    """Which days are asked for, where others are told already."""
    return f"chỉ số của {written_span(*each.span)}; các ngày khác đã có số" if len(each.gaps) == 1 else ""


def _under(each: DraftFigure, draft: Draft) -> str:
    version = None if each.unit == draft.report.unit_id else Roster.on(draft.asking.day).units.get(each.unit)
    return "; ".join(filter(None, (f"cho {body_name(version)}" if version else "", each.programme, _left(each))))


def _told(each: DraftFigure) -> str:
    """What stands, in words: the draft, else what was given for the same days."""
    if each.given is not None:
        return written_given(each.given, each.measure)
    if each.is_covered:
        return each.told_elsewhere
    if each.is_unknown:
        return f"{UNKNOWN}: {each.note}"
    return written(each.known.stands, each.measure) if each.known.stands else ""


def _whose(each: DraftFigure) -> str:
    if each.overtaken:
        return f"đã sửa sau khi gửi, {each.overtaken.entered_by or each.overtaken.get_source_display()}"
    if each.line:
        return f"{'không thay đổi' if each.line.unchanged else 'nháp'}, {each.line.saved_by}"
    stands = each.known.stands
    return f"đã có, {stands.entered_by or stands.get_source_display()}" if stands else ""
