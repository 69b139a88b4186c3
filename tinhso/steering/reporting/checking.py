"""What is strange or missing in a report: told while it is written, and before it is sent."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Value

from tinhso.steering.figures.doubts import Doubt, doubts_by_kind
from tinhso.steering.following.models import Evidence, ProductRecord, ProgressEntry
from tinhso.steering.reporting.drafting import Draft, DraftFigure, DraftTask
from tinhso.steering.reporting.models import CheckRule
from tinhso.steering.reporting.models.checks import USUAL, Check, Severity

_OF_DOUBT = {Doubt.OVER_WHOLE: Check.OVER_WHOLE, Doubt.FALL: Check.FALL, Doubt.JUMP: Check.JUMP}
Severities = Mapping[tuple[int, str], str]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: which check, in which line (its key and code, "" for the whole), in words, and whether it
    blocks."""

    check: Check
    line: str
    code: str
    words: str
    blocks: bool

    @property
    def sentence(self) -> str:
        """In words, with the line that it is about."""
        return f"{self.code}: {self.words}" if self.code else self.words


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a draft, and what its programmes say of each check."""

    severities: Severities
    found: list[Finding]

    @property
    def blocking(self) -> list[Finding]:
        """What keeps the report from being sent."""
        return [each for each in self.found if each.blocks]

    def of(self, line: str) -> list[Finding]:
        """What was found in one line."""
        return [each for each in self.found if each.line == line]


def severities_of(programmes: Iterable[int]) -> Severities:
    """(programme, check) → what follows, where a programme has said so; one query."""
    rows = CheckRule.objects.filter(programme__in=list(programmes))
    return {(row.programme_id, row.check_name): row.severity for row in rows}


def blocking_doubts(severities: Severities, programme: int) -> frozenset[Doubt]:
    """What is refused of a figure of the programme where others are only asked."""
    return frozenset(doubt for doubt, check in _OF_DOUBT.items() if _blocks(severities, check, [programme]))


def checked(draft: Draft) -> Checked:
    """Everything found; one query."""
    programmes = [ask.programme_id for ask in draft.report.round.asks.all()]
    severities, proven = _rules_and_proofs(programmes, [each.task.pk for each in draft.tasks if _claims_done(each)])
    found = [Finding(check, "", "", words, _blocks(severities, check, programmes)) for check, words in _whole(draft)]
    for figure in draft.figures:
        about, programme = _about(figure.indicator.code, figure.programme), [figure.indicator.programme_id]
        found += [
            Finding(check, figure.key, about, words, _blocks(severities, check, programme))
            for check, words in _of_figure(figure)
        ]
    for task in draft.tasks:
        about, programme = _about(task.task.code, task.programme), [task.task.programme_id]
        found += [
            Finding(check, task.key, about, words, _blocks(severities, check, programme))
            for check, words in _of_task(task, proven)
        ]
    return Checked(severities, sorted(found, key=lambda each: not each.blocks))


def _about(code: str, programme: str) -> str:
    return f"{code} ({programme})" if programme else code


def _blocks(severities: Severities, check: Check, programmes: Iterable[int]) -> bool:
    """The strictest of the programmes concerned holds."""
    return any(severities.get((each, check), USUAL[check]) == Severity.BLOCK for each in programmes)


def _whole(draft: Draft) -> Iterator[tuple[Check, str]]:
    if draft.unsaid:
        yield Check.UNSAID, f"Còn {draft.unsaid} dòng chưa xác nhận."
    if not draft.report.results.strip() and not draft.report.nil:
        yield Check.NO_RESULTS, "Phần “Kết quả thực hiện” còn trống."


def _of_figure(figure: DraftFigure) -> Iterator[tuple[Check, str]]:
    if figure.is_unknown and figure.line:
        yield Check.NOT_KNOWN, f"Chưa có số liệu: {figure.line.note}"
    if figure.given is None or figure.given.not_applicable:
        return
    for doubt, words in doubts_by_kind(figure.given, figure.known.before, figure.measure):
        yield _OF_DOUBT[doubt], words


def _of_task(each: DraftTask, proven: frozenset[int]) -> Iterator[tuple[Check, str]]:
    if _claims_done(each) and each.task.pk not in proven and not (each.line and each.line.file_id):
        yield Check.NO_EVIDENCE, "Báo xong mà chưa có minh chứng, sản phẩm nào."


def _claims_done(each: DraftTask) -> bool:
    return each.line is not None and each.line.said == ProgressEntry.Said.READY


def _rules_and_proofs(programmes: list[int], tasks: list[int]) -> tuple[Severities, frozenset[int]]:
    """What the programmes say of each check, and those of the tasks for which a product is in, or any evidence was
    handed in; one query."""
    products = ProductRecord.objects.in_force().filter(task__in=tasks).order_by()
    papers = Evidence.objects.filter(deed__task__in=tasks).order_by()
    rules = CheckRule.objects.filter(programme__in=programmes).values_list("programme", "check_name", "severity")
    nothing = Value("")
    rows = list(
        rules.union(
            products.values_list("task", nothing, nothing),
            papers.values_list("deed__task", nothing, nothing),
        )
    )
    return (
        {(key, check): severity for key, check, severity in rows if check},
        frozenset(key for key, check, _severity in rows if not check),
    )
