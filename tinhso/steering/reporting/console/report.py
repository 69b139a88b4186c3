"""``tinhso report``: the report of one unit; send it, say that nothing has changed, accept, return."""

from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar

from tinhso.kernel.exchange.console.acting import in_name_of
from tinhso.lib.dates import write_date
from tinhso.lib.errors import TinhsoError
from tinhso.steering.following.hands import Hand
from tinhso.steering.programmes.console.words import Parser
from tinhso.steering.reporting.actions.send_report import approve, send_nil, submit
from tinhso.steering.reporting.actions.take_report import accept, return_report
from tinhso.steering.reporting.drafting import draft_of
from tinhso.steering.reporting.fetching import reports_with_rounds
from tinhso.steering.reporting.models import Report

_DEEDS: Mapping[str, Callable[[Report, str, Hand], Report]] = {
    "nil": lambda report, _words, hand: send_nil(report, hand),
    "submit": submit,
    "approve": approve,
    "accept": accept,
    "return": return_report,
}


class NoSuchReport(TinhsoError):
    """No report has this number."""

    code: ClassVar[str] = "no_such_report"
    status: ClassVar[int] = 404
    sentence = "Không có báo cáo số {report}."


def run(words: list[str]) -> int:
    """Do what is asked, then print how it stands."""
    parser = Parser("report", "Xem báo cáo của một đơn vị; gửi, duyệt, tiếp nhận, trả lại thay một người.")
    verbs = ("show", *_DEEDS)
    parser.add_argument("verb", choices=verbs, help="show: xem; nil: gửi báo cáo không có nội dung phát sinh")
    parser.add_argument("number", metavar="SỐ", help="số của báo cáo; xem tinhso round board")
    parser.add_argument("--words", default="", metavar="LỜI", help="lời kèm theo; lý do trả lại")
    parser.add_argument("--by", metavar="TÀI KHOẢN", help="người làm; cần với mọi việc, trừ xem")
    asked = parser.parse_args(words)
    if (asked.verb in _DEEDS) != bool(asked.by):
        parser.error("--by")
    if asked.by:
        with in_name_of(asked.by, "report") as account:
            _DEEDS[asked.verb](_find(asked.number), asked.words, Hand(account))
    print("\n".join(_shown(_find(asked.number))))
    return 0


def _find(number: str) -> Report:
    found = reports_with_rounds().filter(pk=int(number) if number.isdecimal() else 0).first()
    if found is None:
        raise NoSuchReport(report=number)
    return found


def _shown(report: Report) -> Iterator[str]:
    yield f"{report.round.title}, {report.unit.key}: {report.get_state_display()}"
    sent = f"gửi lần đầu {write_date(report.sent_on)}" if report.sent_on else "chưa gửi"
    yield f"Hạn {write_date(report.due_on)}, {sent}"
    draft = draft_of(report)
    yield f"Còn {draft.unsaid} dòng chưa xác nhận."
    for task in draft.tasks:
        yield f"  {task.task.code}  {task.line.get_said_display() if task.line else '–'}"
    for figure in draft.figures:
        yield f"  {figure.indicator.code}  {'đã ghi' if figure.is_said else '–'}"
    for deed in report.deeds.select_related("account", "in_name_of"):
        yield f"  {write_date(deed.day)}  {deed.get_kind_display()}  {deed.who}  {deed.words}".rstrip()
