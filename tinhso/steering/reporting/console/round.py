"""``tinhso round``: the rounds of a programme; plan, open, close, reopen them; who has sent, who is missing."""

from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar

from tinhso.kernel.exchange.console.acting import in_name_of
from tinhso.lib.dates import write_date
from tinhso.lib.errors import TinhsoError
from tinhso.steering.following.hands import Hand
from tinhso.steering.programmes.console.programme import find_programme
from tinhso.steering.programmes.console.words import Parser
from tinhso.steering.reporting.actions.open_round import close_round, open_round, reopen_round
from tinhso.steering.reporting.actions.plan_ordered import Ordered, plan_ordered
from tinhso.steering.reporting.fetching import rounds_of, rounds_with_asks
from tinhso.steering.reporting.models import Report, Round

Printed = Iterator[str]
_DEEDS: Mapping[str, Callable[[Round, str, Hand], Round]] = {
    "open": lambda found, reason, hand: open_round(found, hand, reason=reason),
    "close": close_round,
    "reopen": reopen_round,
}


class NoSuchRound(TinhsoError):
    """No round has this number."""

    code: ClassVar[str] = "no_such_round"
    status: ClassVar[int] = 404
    sentence = "Không có kỳ báo cáo số {round}."


def run(words: list[str]) -> int:
    """Do what is asked, then print how it stands."""
    parser = _parser()
    asked = parser.parse_args(words)
    if (asked.verb in {"plan", *_DEEDS}) != bool(asked.by):
        parser.error("--by")
    print("\n".join(_done(asked) if asked.by else _shown(asked)))
    return 0


def _parser() -> Parser:
    parser = Parser("round", "Xem, lập, mở, đóng, mở lại kỳ báo cáo; xem đơn vị nào đã gửi, còn thiếu.")
    verbs = ("list", "plan", "open", "close", "reopen", "board", "missing")
    parser.add_argument("verb", choices=verbs, help="list, plan: các kỳ của một chương trình; còn lại: một kỳ")
    parser.add_argument("about", metavar="MÃ|SỐ", help="mã chương trình (list, plan) hoặc số của kỳ")
    parser.add_argument("--reason", default="", metavar="LỜI", help="lý do mở sớm, đóng, mở lại")
    parser.add_argument("--by", metavar="TÀI KHOẢN", help="người làm; cần khi lập, mở, đóng, mở lại")
    return parser


def _done(asked: Namespace) -> Printed:
    with in_name_of(asked.by, "round") as account:
        if asked.verb == "plan":
            yield from _ordered(plan_ordered(find_programme(asked.about), Hand(account)))
        else:
            yield from _lines([_DEEDS[asked.verb](find_round(asked.about), asked.reason, Hand(account))])


def _shown(asked: Namespace) -> Printed:
    if asked.verb == "list":
        yield from _lines(rounds_of(find_programme(asked.about)))
        return
    found = find_round(asked.about)
    reports = Report.objects.filter(round=found).select_related("unit")
    rows = list(reports.missing() if asked.verb == "missing" else reports)
    yield from _lines([found])
    if asked.verb == "board":
        yield from _counts(rows)
    yield from (_line(report) for report in rows) if rows else iter(["Không đơn vị nào."])


def find_round(number: str) -> Round:
    """The round of this number. Raises NoSuchRound."""
    found = rounds_with_asks().filter(pk=int(number) if number.isdecimal() else 0).first()
    if found is None:
        raise NoSuchRound(round=number)
    return found


def _lines(rounds: list[Round]) -> Printed:
    for each in rounds:
        span = f"{write_date(each.first_day)}–{write_date(each.last_day)}"
        yield f"{each.pk}  {each.title}  ({span})  {each.get_state_display()}"
    if not rounds:
        yield "Chưa có kỳ báo cáo nào."


def _ordered(rounds: list[Ordered]) -> Printed:
    yield from _lines([each.round for each in rounds if each.round])
    yield from (f"Chưa lập {each.asked.title}: {each.why_not}" for each in rounds if each.why_not)


def _counts(reports: list[Report]) -> Printed:
    asked = [report for report in reports if report.required]
    for state, count in sorted(Counter(Report.State(report.state) for report in asked).items()):
        yield f"{state.label}: {count}/{len(asked)}"
    yield f"Gửi trễ: {sum(report.was_late for report in asked)}"


def _line(report: Report) -> str:
    sent = f"gửi {write_date(report.sent_on)}" if report.sent_on else "chưa gửi"
    state = report.get_state_display() if report.required else "Không phải gửi"
    return f"  {report.pk}  {report.unit.key}  {state}  hạn {write_date(report.due_on)}, {sent}"
