"""``tinhso metric``: what is counted and how; tie an indicator to a metric; count a span of a programme or a duty."""

from argparse import Namespace
from datetime import date

from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.exchange.console.acting import in_name_of
from tinhso.kernel.metrics.catalogue import metric_of, metrics
from tinhso.kernel.metrics.models import Count
from tinhso.kernel.metrics.recipes import Scope
from tinhso.kernel.metrics.taking import take, told
from tinhso.lib.dates import parse_date, write_date
from tinhso.steering.figures.actions.tie import Days, tie
from tinhso.steering.figures.counting import Counted, count_for
from tinhso.steering.figures.refusals import NoSuchIndicator
from tinhso.steering.following.metrics import IN_TIME
from tinhso.steering.programmes.console.programme import find_programme
from tinhso.steering.programmes.console.words import Parser
from tinhso.steering.programmes.models import Indicator, Programme


def run(words: list[str]) -> int:
    """Show, tie or count."""
    parser = Parser("metric", "Xem các phép đếm; gắn một phép đếm với chỉ tiêu; đếm một kỳ.")
    parser.add_argument("code", nargs="?", metavar="MÃ", help="mã phép đếm")
    parser.add_argument("--tie", nargs=3, metavar=("CHƯƠNG TRÌNH", "CHỈ TIÊU", "TỪ NGÀY"), help="gắn với chỉ tiêu")
    parser.add_argument("--count", nargs=3, metavar=("CHƯƠNG TRÌNH", "TỪ NGÀY", "ĐẾN NGÀY"), help="đếm một kỳ")
    parser.add_argument("--reason", default="", metavar="LỜI", help="vì sao đếm lại")
    parser.add_argument("--by", metavar="TÀI KHOẢN", help="người gắn, người đếm")
    asked = parser.parse_args(words)
    if bool(asked.tie or asked.count) != bool(asked.by) or (asked.tie and not asked.code):
        parser.error("--tie, --count, --by")
    if not asked.by:
        print("\n".join(_of_one(asked.code) if asked.code else [f"{each.code:<22} {each.name}" for each in metrics()]))
        return 0
    with in_name_of(asked.by, "metric") as account:
        print("\n".join(_tied(asked, parser, account) if asked.tie else _counted(asked, parser, account)))
    return 0


def _of_one(code: str) -> list[str]:
    metric = metric_of(code)
    recipes = [f"  {each.version} từ {write_date(each.since)}: {each.words}" for each in metric.versions]
    counts = Count.objects.filter(metric=code).standing().newest_first()[:20]
    taken = [f"  {each.subject} {write_date(each.from_on)}–{write_date(each.to_on)}: {told(each)}" for each in counts]
    return [metric.name, metric.counts, *recipes, *taken]


def _tied(asked: Namespace, parser: Parser, by: Account) -> list[str]:
    programme, code, first = asked.tie
    indicator = Indicator.objects.current().filter(programme=find_programme(programme), code=code).first()
    if indicator is None:
        raise NoSuchIndicator(indicator=code)
    made = tie(indicator, asked.code, Days(_day(first, parser)), by=by)
    return [f"{code}: {made.metric}, từ {write_date(made.from_on)}"]


def _counted(asked: Namespace, parser: Parser, by: Account) -> list[str]:
    """The indicators that are tied; with a code the duties due once."""
    programme, (first, last) = find_programme(asked.count[0]), (_day(each, parser) for each in asked.count[1:])
    if asked.code == IN_TIME.code:
        return _duties(programme, (first, last), by=by, reason=asked.reason)
    return [_line(each) for each in count_for(programme, first, last, by=by, **_why(asked.reason))]


def _why(reason: str) -> dict[str, str]:
    return {"reason": reason} if reason else {}


def _duties(programme: Programme, days: tuple[date, date], *, by: Account, reason: str) -> list[str]:
    due = programme.duties.current().filter(frequency="once", due_on__isnull=False)
    last = min(days[1], timezone.localdate())
    counts = [take(IN_TIME, Scope(days[0], last, f"duty/{each.pk}"), by=by, reason=reason) for each in due]
    return [f"{each.subject}: {told(each)}" for each in counts]


def _line(counted: Counted) -> str:
    figure = told(counted.count) if counted.count else counted.refused
    return f"{counted.tie.indicator.code}: {figure}; {counted.written} số liệu, {counted.left_out} đơn vị không nhận số"


def _day(words: str, parser: Parser) -> date:
    day = parse_date(words)
    if day is None:
        parser.error(f"“{words}” không phải là ngày.")
    return day
