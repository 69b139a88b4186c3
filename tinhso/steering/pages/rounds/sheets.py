"""The board as an Excel workbook: the rows that are seen, whom to call at each unit; no numbers of persons."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.models import RoleAssignment
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.dates import write_date
from tinhso.lib.workbook.writing import CONTENT_TYPE, Column, Heading, Table, Value, write_workbook
from tinhso.steering.pages.rounds.desk import Desk, desk_of
from tinhso.steering.pages.rounds.narrowing import Narrowed, narrowed
from tinhso.steering.reporting.board import Place, Standing, places_of
from tinhso.steering.reporting.models import Report

_COLUMNS = (
    Column("Đơn vị", 34),
    Column("Cấp", 22),
    Column("Tình trạng", 18),
    Column("Hạn gửi"),
    Column("Chậm, ngày", 12),
    Column("Gửi lúc", 18),
    Column("Người gửi", 24),
    Column("Cán bộ liên hệ", 40),
)


@require_safe
def sheet(request: HttpRequest, programme: int, round_: int) -> HttpResponse:
    """The board as the address narrows it; narrowed to the missing ("tinh_trang=thieu") it is the list to call by."""
    desk = desk_of(request, programme, round_)
    found = narrowed(request, places_of(desk.round, desk.day))
    people = _officers((place.report for place in found.shown), desk.asked.today)
    table = Table(name="Báo cáo", above=_above(desk, found), columns=_COLUMNS, rows=_rows(found, people))
    answer = HttpResponse(write_workbook(table), content_type=CONTENT_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="bao-cao-{desk.round.pk}-{desk.day:%Y%m%d}.xlsx"'
    return answer


def _above(desk: Desk, found: Narrowed) -> Sequence[str]:
    words = [f"Ngày {write_date(desk.day)}", *(each.words for each in found.chosen)]
    return (desk.asked.programme.name, desk.round.title, "; ".join(words))


def _rows(found: Narrowed, people: Mapping[int, list[str]]) -> Iterator[Sequence[Value] | Heading]:
    for level, places in found.groups:
        yield Heading(f"{level} ({len(places)})")
        yield from (_row(place, level, people.get(place.report.unit_id, [])) for place in places)


def _row(place: Place, level: str, people: Iterable[str]) -> Sequence[Value]:
    asked, sent = place.standing != Standing.NOT_ASKED, place.sent
    return (
        f"{place.name} (nay do {place.followers} trả lời)" if place.followers else place.name,
        level,
        place.standing.label,
        place.report.due_on if asked else None,
        place.days_late or None,
        timezone.localtime(sent.recorded_at) if sent else None,
        sent.who if sent else None,
        ", ".join(people),
    )


def _officers(reports: Iterable[Report], today: date) -> dict[int, list[str]]:
    """Unit → those who report for it here, or for whoever answers for it since it ended; one query."""
    roster, answering = Roster.on(today), defaultdict[int, list[int]](list)
    for report in reports:
        for span in roster.answering.answerers(report.unit_id, today):
            answering[span.unit].append(report.unit_id)
    held = RoleAssignment.objects.granting(Verb.REPORT).valid_on(today).filter(account__is_active=True)
    found: dict[int, list[str]] = defaultdict(list)
    rows = held.filter(unit__in=list(answering)).order_by("account__display_name", "pk")
    for unit, name in rows.values_list("unit", "account__display_name"):
        for origin in answering[unit or 0]:
            if name not in found[origin]:
                found[origin].append(name)
    return found
