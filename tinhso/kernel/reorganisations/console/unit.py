"""``tinhso unit so-tttt --on 01/7/2025``: a unit on a day, who goes on with its work, whose work it goes on with."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from tinhso.kernel.organisations.answering import Span
from tinhso.kernel.organisations.errors import NoSuchUnit
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.organisations.naming import body_name
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.dates import parse_date, write_date
from tinhso.lib.parser import Parser

#: So many units are listed for words that many names hold.
MOST = 30


def run(words: list[str]) -> int:
    """One unit, or with ``--find`` the units whose names hold the words."""
    parser = Parser("unit", "Xem một đơn vị vào một ngày.")
    parser.add_argument("key", metavar="MÃ", nargs="?", help="mã bền của đơn vị")
    parser.add_argument("--on", metavar="NGÀY", help="ngày, ví dụ 01/7/2025 (mặc định: hôm nay)")
    parser.add_argument("--find", metavar="TỪ", help="tìm đơn vị theo tên, có dấu hay không")
    asked = parser.parse_args(words)
    day = parse_date(asked.on) if asked.on else timezone.localdate()
    if day is None:
        parser.error(f"“{asked.on}” không phải là ngày; hãy ghi như 01/7/2025.")
    if asked.key is None:
        _list(asked.find or "", day)
        return 0
    for line in _told(asked.key, Roster.on(day)):
        print(line)
    return 0


def _list(words: str, day: date) -> None:
    found = UnitVersion.objects.valid_on(day).matching(words).select_related("unit").in_order()
    for version in found[:MOST]:
        print(f"{version.unit.key:<32} {body_name(version)}")
    if (count := found.count()) > MOST:
        print(f"… và {count - MOST} đơn vị nữa")


def _told(key: str, roster: Roster) -> Iterable[str]:
    last = UnitVersion.objects.filter(unit__key=key).select_related("unit").order_by("valid_from").last()
    if last is None:
        raise NoSuchUnit(key=key)
    shown = roster.units.get(last.unit_id)
    yield f"{body_name(shown or last)} ({(shown or last).get_kind_display().lower()}), ngày {write_date(roster.day)}"
    if shown is None:
        yield "Không hoạt động trong ngày này."
    elif shown.parent_id in roster.units:
        yield f"Cấp trên: {body_name(roster.units[shown.parent_id])}"
    yield from _answers(last.unit_id, roster)


def _answers(unit: int, roster: Roster) -> Iterable[str]:
    by = [span for span in roster.answering.answerers(unit, roster.day) if span.unit != unit]
    of = [span for span in roster.answering.spans_of(unit) if span.holds_on(roster.day) and span.origin != unit]
    names = roster.versions_of({span.unit for span in by} | {span.origin for span in of})
    for span in by:
        yield f"Việc còn mở do: {roster.called(names[span.unit])} từ {write_date(span.since)}{_mark(span)}"
    for span in of:
        yield f"Giải quyết việc của: {roster.called(names[span.origin])}{_mark(span)}"


def _mark(span: Span) -> str:
    return f" ({span.mark.label})" if span.mark else ""
