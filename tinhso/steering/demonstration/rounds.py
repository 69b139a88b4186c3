"""Invented rounds of the sample programme: two quarters closed, the third with reports in all states.

What some units do is done by the actions themselves; of the hundreds of others the same rows are written at once.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tinhso.kernel.accounts.models import Account
from tinhso.steering.demonstration.chance import NOTE, chance, moment
from tinhso.steering.demonstration.fates import EXTENDED, EXTENDED_TO, THIRD, Fate, fate_of
from tinhso.steering.demonstration.online import count_online
from tinhso.steering.figures.models import Value
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.programmes.models import Programme
from tinhso.steering.reporting.actions.open_round import close_round, open_round
from tinhso.steering.reporting.actions.plan_ordered import plan_ordered
from tinhso.steering.reporting.actions.send_report import submit
from tinhso.steering.reporting.actions.take_report import extend
from tinhso.steering.reporting.actions.write_report import TaskWords, save_task, save_texts
from tinhso.steering.reporting.asking import Asking, Cell, asking_of
from tinhso.steering.reporting.drafting import draft_of
from tinhso.steering.reporting.fetching import reports_with_rounds
from tinhso.steering.reporting.models import Report, ReportDeed, Round, SentFigure, SentTask, Submission
from tinhso.steering.reporting.sending import counted_note

State, Kind = Report.State, ReportDeed.Kind
_MARK, _BATCH = f"({NOTE}.)", 1_000
_RESULTS = (
    "Các nhiệm vụ được giao triển khai theo kế hoạch; đã kiện toàn tổ công nghệ số.",
    "Đã hoàn thành phần việc trong kỳ; các chỉ tiêu cơ bản bám sát mức phấn đấu.",
    "Tiến độ nhìn chung bảo đảm; một số nội dung chờ hướng dẫn của cấp trên.",
)
_DIFFICULTIES = "Kinh phí và nhân lực về công nghệ thông tin còn hạn chế."
_NOT_KNOWN = f"Đơn vị chưa tổng hợp được số liệu. {_MARK}"
_RETURNED = f"Số liệu chỉ tiêu I.1 chưa khớp với biểu của xã, đề nghị rà soát. {_MARK}"


def invent_rounds(programme: Programme, *, by: Account) -> int:
    """The rounds that the plan orders, up to the third quarter's; how many reports there are."""
    count = 0
    ordered = plan_ordered(programme, Hand(by, at=moment(date(2022, 2, 28), 1)))
    for planned in [each.round for each in ordered if each.round]:
        if planned.last_day <= THIRD:
            opened = open_round(planned, Hand(by, at=moment(planned.opens_on, 2)))
            count_online(programme, planned.last_day)
            count += _Telling(opened, by).write()
            if planned.last_day < THIRD:
                close_round(opened, f"Đã tổng hợp báo cáo quý. {_MARK}", Hand(by, at=_after(opened, 14)))
    return count


def invent_own_reports() -> None:
    """Of the third quarter: one lies with its head, one is being written."""
    officer = Account.objects.get(username="can-bo-so")
    report, hand = _of("so-noi-vu"), Hand(officer, at=moment(date(2022, 9, 16), 3))
    _say(report, hand, lines=100)
    submit(_of("so-noi-vu"), f"Kính trình. {_MARK}", Hand(officer, at=moment(date(2022, 9, 19), 3)))
    writer = Account.objects.get(username="can-bo-huyen")
    _say(_of("cap-huyen-yen-the"), Hand(writer, at=moment(date(2022, 9, 16), 4)), lines=2)


class _Telling:
    """The reports of one round, each as its fate has it."""

    def __init__(self, round_: Round, by: Account) -> None:
        self.round, self.by = round_, by
        self.asking: Asking = asking_of(round_, round_.last_day)
        self.values: Mapping[Cell, int] = {
            (value.indicator_id, value.unit_id): value.pk
            for value in Value.objects.known_at().filter(to_on=round_.last_day)
        }
        said = ProgressEntry.objects.in_force().filter(day__lte=round_.last_day).order_by("day", "pk")
        self.entries = {entry.task_id: entry for entry in said}

    def write(self) -> int:
        """Every report's state, deeds and sendings."""
        reports = list(Report.objects.filter(round=self.round).select_related("unit"))
        told = [_Told(report, fate_of(report.unit.key, self.round.last_day)) for report in reports]
        self._extend(told)
        for each in told:
            each.settle()
        Report.objects.bulk_update(reports, ("state", "sent_on", "results", "difficulties"), batch_size=_BATCH)
        deeds = ReportDeed.objects.bulk_create(self._deeds(told), batch_size=_BATCH)
        sent = Submission.objects.bulk_create(_submissions(deeds), batch_size=_BATCH)
        SentFigure.objects.bulk_create(self._figures(sent), batch_size=_BATCH)
        SentTask.objects.bulk_create(self._tasks(sent), batch_size=_BATCH)
        return len(reports)

    def _extend(self, told: Iterable["_Told"]) -> None:
        for each in told:
            if each.report.unit.key == EXTENDED and self.round.last_day == THIRD:
                reason = f"Thay cán bộ phụ trách. {_MARK}"
                extend(each.report, EXTENDED_TO, reason, hand=Hand(self.by, at=moment(date(2022, 9, 16), 5)))

    def _deeds(self, told: Iterable["_Told"]) -> Iterator[ReportDeed]:
        for each in told:
            for kind, day, words in each.steps():
                unit = (
                    self.round.coordinating_unit_id if kind in (Kind.ACCEPTED, Kind.RETURNED) else each.report.unit_id
                )
                yield ReportDeed(
                    report=each.report,
                    kind=kind,
                    account=self.by,
                    unit_id=unit,
                    day=day,
                    recorded_at=moment(day, each.report.unit_id),
                    words=words,
                )

    def _figures(self, sent: Iterable[Submission]) -> Iterator[SentFigure]:
        for each in sent:
            for indicator, unit in self.asking.of(each.report.unit_id).cells:
                value = self.values.get((indicator, unit))
                metric = self.asking.metrics.get(indicator)
                note = counted_note(metric) if metric else "" if value else _NOT_KNOWN
                yield SentFigure(submission=each, indicator_id=indicator, unit_id=unit, value_id=value, note=note)

    def _tasks(self, sent: Iterable[Submission]) -> Iterator[SentTask]:
        for each in sent:
            for task in self.asking.of(each.report.unit_id).tasks:
                entry = self.entries.get(task)
                own = entry if entry and entry.unit_id == each.report.unit_id else None
                said = own.said if own else ProgressEntry.Said.UNCHANGED
                yield SentTask(
                    submission=each,
                    task_id=task,
                    said=said,
                    unchanged=own is None,
                    share=own.share if own else None,
                    note=own.note if own else "",
                    entry=own,
                )


@dataclass(frozen=True, slots=True)
class _Told:
    """A report and what becomes of it."""

    report: Report
    fate: Fate

    def settle(self) -> None:
        """The columns of the report; what lies with a head or is begun by a person is left to the actions."""
        report, fate = self.report, self.fate
        if fate.sent_on is None:
            return
        report.state, report.sent_on = fate.state, fate.sent_on
        place = int(chance(report.unit.key, "results") * len(_RESULTS))
        report.results = f"{_RESULTS[place]} {_MARK}"
        report.difficulties = f"{_DIFFICULTIES} {_MARK}" if place else ""

    def steps(self) -> Iterator[tuple[ReportDeed.Kind, date, str]]:
        """What was done about it, on which day, in which words."""
        sent_on = self.fate.sent_on
        if sent_on is None:
            return
        yield Kind.BEGUN, sent_on - timedelta(days=1), ""
        yield Kind.SENT, sent_on, _MARK
        if self.fate.state == State.ACCEPTED:
            yield Kind.ACCEPTED, sent_on + timedelta(days=2), _MARK
        if self.fate.state == State.RETURNED:
            yield Kind.RETURNED, sent_on + timedelta(days=2), _RETURNED


def _submissions(deeds: Iterable[ReportDeed]) -> Iterator[Submission]:
    for deed in deeds:
        if deed.kind == Kind.SENT:
            report = deed.report
            said = {"results": report.results, "difficulties": report.difficulties}
            yield Submission(report=report, number=1, deed=deed, **said)


def _say(report: Report, hand: Hand, *, lines: int) -> None:
    """So many of the tasks are said to go on, and what was done is told."""
    save_texts(report, {"results": f"{_RESULTS[0]} {_MARK}"}, hand, seen=report.version)
    for each in draft_of(report).tasks[:lines]:
        if not each.is_said:
            save_task(
                report, each.task, TaskWords(said="doing", note=f"Đang triển khai theo kế hoạch. {_MARK}"), hand=hand
            )


def _of(unit: str) -> Report:
    return reports_with_rounds().get(round__last_day=THIRD, unit__key=unit)


def _after(round_: Round, days: int) -> datetime:
    return moment(round_.last_day + timedelta(days=days), 6)
