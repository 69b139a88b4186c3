"""``tinhso value``: the figures of a programme on a day; enter one; import a file of them; take them from elsewhere."""

import json
from argparse import Namespace
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.exchange.console.acting import in_name_of
from tinhso.kernel.organisations.errors import NoSuchUnit
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.dates import parse_date
from tinhso.lib.numbers import parse_number
from tinhso.steering.figures.actions.enter import enter
from tinhso.steering.figures.console.taking import take
from tinhso.steering.figures.giving import Cell, Given, Whence
from tinhso.steering.figures.importing.load import import_figures
from tinhso.steering.figures.measuring import measures_of
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.refusals import NoSuchIndicator
from tinhso.steering.figures.totals import Series, totals
from tinhso.steering.figures.verdicts import standing_of, whole
from tinhso.steering.figures.wording import written, written_amount
from tinhso.steering.programmes.console.programme import find_programme
from tinhso.steering.programmes.console.words import Parser, stream_of
from tinhso.steering.programmes.fetching import listed_indicators
from tinhso.steering.programmes.models import Indicator, Programme


def run(words: list[str]) -> int:
    """Show, enter or import."""
    parser = _parser()
    asked = parser.parse_args(words)
    if bool(asked.file or asked.enter or asked.take) != bool(asked.by):
        parser.error("--enter, --import, --take, --by")
    programme = find_programme(asked.programme)
    if asked.by:
        with in_name_of(asked.by, "value") as account:
            print(_done(programme, asked, parser=parser, by=account))
    else:
        _show(programme, asked, parser)
    return 0


def _parser() -> Parser:
    parser = Parser("value", "Xem số liệu các chỉ tiêu của một chương trình; nhập một số; nạp một tệp .csv, .xlsx.")
    parser.add_argument("programme", metavar="MÃ", help="mã chương trình")
    parser.add_argument("--on", metavar="NGÀY", help="tính đến ngày (05/3/2022); mặc định hôm nay")
    parser.add_argument("--known", metavar="NGÀY", help="theo những gì đã biết hết ngày đó")
    parser.add_argument("--json", action="store_true", help="in JSON")
    fields = ("CHỈ TIÊU", "ĐƠN VỊ", "TỪ NGÀY", "ĐẾN NGÀY", "SỐ HOẶC TỬ/MẪU")
    parser.add_argument("--enter", nargs=5, metavar=fields, help="nhập một số: 725/1.000 cho tỷ lệ, 1.234 cho số")
    parser.add_argument("--import", dest="file", metavar="TỆP", help="nạp tệp .csv hoặc .xlsx; xem hướng dẫn sử dụng")
    taking = "lấy số từ chỉ tiêu khác, MÃ/CHỈ TIÊU; dấu - là số nhập ở đây"
    parser.add_argument("--take", nargs=2, metavar=("CHỈ TIÊU", "NGUỒN"), help=taking)
    parser.add_argument("--by", metavar="TÀI KHOẢN", help="người nhập; cần khi nhập, nạp, lấy số")
    return parser


def _done(programme: Programme, asked: Namespace, *, parser: Parser, by: Account) -> str:
    if asked.file:
        return _imported(programme, asked, by)
    return take(programme, asked.take, by=by) if asked.take else _entered(programme, asked, parser=parser, by=by)


def _imported(programme: Programme, asked: Namespace, by: Account) -> str:
    with stream_of(asked.file) as file:
        found = import_figures(programme, file, name=Path(asked.file).name, by=by)
    beside = f" {found.beside} số khác với nguồn khác cho cùng một kỳ; hãy xem và chọn." if found.beside else ""
    return f"Đã nạp {found.fresh} số liệu; bỏ qua {found.same} số đã có.{beside}"


def _entered(programme: Programme, asked: Namespace, *, parser: Parser, by: Account) -> str:
    code, key, first, last, said = asked.enter
    given, from_on, to_on = _given(said), parse_date(first), parse_date(last)
    if given is None or from_on is None or to_on is None:
        parser.error("--enter")
    indicator = Indicator.objects.current().filter(programme=programme, code=code).first()
    if indicator is None:
        raise NoSuchIndicator(indicator=code)
    unit = Unit.objects.filter(key=key).first()
    if unit is None:
        raise NoSuchUnit(key=key)
    value = enter(Cell(indicator, unit, from_on, to_on), given, Whence(by=by))
    return f"{code} {key}: {written(value, Measure.objects.get(indicator=indicator))}"


def _given(said: str) -> Given | None:
    """ "725/1.000" is a ratio, "1.234" a number; None when it is neither."""
    upper, stroke, lower = said.partition("/")
    numbers: list[Decimal | None] = [parse_number(upper), parse_number(lower) if stroke else None]
    if numbers[0] is None or (stroke and numbers[1] is None):
        return None
    return Given(numerator=numbers[0], denominator=numbers[1]) if stroke else Given(number=numbers[0])


def _show(programme: Programme, asked: Namespace, parser: Parser) -> None:
    day = parse_date(asked.on) if asked.on else timezone.localdate()
    known = parse_date(asked.known) if asked.known else None
    if day is None or (asked.known and known is None):
        parser.error("--on")
    known_at = timezone.make_aware(datetime.combine(known, time.max)) if known else None
    found = totals(programme, day, known_at=known_at)
    indicators = list(listed_indicators(Indicator.objects.filter(programme=programme).current().in_document_order()))
    measures = measures_of(indicators)
    rows = [_row(each, found.get(each.pk, {}), measures[each.pk], day=day) for each in indicators]
    print(json.dumps(rows, ensure_ascii=False, indent=2) if asked.json else "\n".join(map(_line, rows)))


def _row(indicator: Indicator, levels: dict[str, Series], measure: Measure, *, day: date) -> dict[str, Any]:
    amount, ends_on = whole(levels, measure).on(day), indicator.programme.ends_on
    standing = [standing_of(each, levels, measure, day=day, ends_on=ends_on) for each in indicator.targets.all()]
    return {
        "code": indicator.code,
        "name": indicator.name,
        "figure": written_amount(amount, measure),
        "numerator": str(amount.numerator.normalize()) if amount.denominator else None,
        "denominator": str(amount.denominator.normalize()) if amount.denominator else None,
        "units": amount.known,
        "targets": [
            {"target": each.target.written(), "level": each.target.level, "verdict": each.verdict.value}
            for each in standing
        ],
    }


def _line(row: dict[str, Any]) -> str:
    targets = "; ".join(f"{each['target']} {each['level']}".strip() for each in row["targets"])
    return f"{row['code']:<7} {row['figure']:<18} {targets:<24} {row['name']}"
