"""What is strange or missing in a report: told while it is written, and before it is sent."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tinhso.steering.figures.doubts import Doubt, doubts_by_kind
from tinhso.steering.following.models import Evidence, ProductRecord, ProgressEntry
from tinhso.steering.reporting.drafting import Draft, DraftFigure, DraftTask
from tinhso.steering.reporting.models import CheckRule
from tinhso.steering.reporting.models.checks import USUAL, Check, Severity

_OF_DOUBT = {Doubt.OVER_WHOLE: Check.OVER_WHOLE, Doubt.FALL: Check.FALL, Doubt.JUMP: Check.JUMP}
Severities = Mapping[tuple[int, str], str]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: which check, in which line ("" for the whole), in words, and whether it blocks."""

    check: Check
    line: str
    words: str
    blocks: bool


def severities_of(programmes: Iterable[int]) -> Severities:
    """(programme, check) → what follows, where a programme has said so; one query."""
    rows = CheckRule.objects.filter(programme__in=list(programmes))
    return {(row.programme_id, row.check_name): row.severity for row in rows}


def findings(draft: Draft) -> list[Finding]:
    """Everything found; three queries."""
    programmes = [ask.programme_id for ask in draft.report.round.asks.all()]
    severities = severities_of(programmes)
    proven = _proven([each.task.pk for each in draft.tasks if _claims_done(each)])
    found = [*_whole(draft)]
    found += [(*each, _programme_of_figure(figure)) for figure in draft.figures for each in _of_figure(figure)]
    found += [(*each, task.task.programme_id) for task in draft.tasks for each in _of_task(task, proven)]
    return [
        Finding(check, line, words, _blocks(severities, check, [programme] if programme else programmes))
        for check, line, words, programme in found
    ]


def _blocks(severities: Severities, check: Check, programmes: Iterable[int]) -> bool:
    """The strictest of the programmes concerned holds."""
    return any(severities.get((each, check), USUAL[check]) == Severity.BLOCK for each in programmes)


def _whole(draft: Draft) -> Iterator[tuple[Check, str, str, int]]:
    if draft.unsaid:
        yield Check.UNSAID, "", f"Còn {draft.unsaid} dòng chưa xác nhận.", 0
    if not draft.report.results.strip() and not draft.report.nil:
        yield Check.NO_RESULTS, "", "Phần “Kết quả thực hiện” còn trống.", 0


def _of_figure(figure: DraftFigure) -> Iterator[tuple[Check, str, str]]:
    if figure.given is None or figure.given.not_applicable:
        return
    for doubt, words in doubts_by_kind(figure.given, figure.known.before, figure.measure):
        yield _OF_DOUBT[doubt], f"f{figure.indicator.pk}-{figure.unit}", f"{figure.indicator.code}: {words}"


def _of_task(each: DraftTask, proven: frozenset[int]) -> Iterator[tuple[Check, str, str]]:
    if _claims_done(each) and each.task.pk not in proven and not (each.line and each.line.file_id):
        yield Check.NO_EVIDENCE, f"t{each.task.pk}", f"{each.task.code}: báo xong mà chưa có minh chứng, sản phẩm nào."


def _claims_done(each: DraftTask) -> bool:
    return each.line is not None and each.line.said == ProgressEntry.Said.READY


def _proven(tasks: list[int]) -> frozenset[int]:
    """Those of the tasks for which a product is in, or any evidence was handed in; no query where none is asked."""
    if not tasks:
        return frozenset()
    products = ProductRecord.objects.in_force().filter(task__in=tasks).order_by().values_list("task", flat=True)
    papers = Evidence.objects.filter(deed__task__in=tasks).order_by().values_list("deed__task", flat=True)
    return frozenset(products.union(papers))


def _programme_of_figure(figure: DraftFigure) -> int:
    return figure.indicator.programme_id
