"""II. and annex IV. Which units sent their report in time, late, not at all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tinhso.kernel.documents.paper.parts import Annex
from tinhso.kernel.documents.paper.words import Block, Column, Grid, Heading, Paragraph, Rank, Row, Run, Side, said
from tinhso.lib.dates import write_date, write_long_date
from tinhso.steering.issuing.consolidated.numbers import counted, in_table
from tinhso.steering.issuing.facts.gathered import Facts
from tinhso.steering.issuing.units import named, told
from tinhso.steering.reporting.board import Place
from tinhso.steering.reporting.models import RoundDue

_COLUMNS = (
    Column("Cấp", 36),
    Column("Phải gửi", 12, Side.RIGHT),
    Column("Gửi đúng hạn", 13, Side.RIGHT),
    Column("Gửi trễ", 12, Side.RIGHT),
    Column("Bị trả lại, chưa gửi lại", 14, Side.RIGHT),
    Column("Chưa gửi", 13, Side.RIGHT),
)
_MISSING = (
    Column("TT", 6, Side.CENTRE),
    Column("Đơn vị", 38),
    Column("Hạn gửi", 14, Side.CENTRE),
    Column("Ngày gửi", 14, Side.CENTRE),
    Column("Tình trạng", 28),
)


def sending(facts: Facts) -> Iterator[Block]:
    """How many were asked and what has come of it, as a whole and by level."""
    groups = _groups(facts)
    yield Heading(Rank.ROMAN, "II.", said("TÌNH HÌNH BÁO CÁO CỦA CÁC ĐƠN VỊ"))
    words: list[str | Run] = [
        f"Tính đến {write_long_date(facts.day)}, trong ",
        counted(len(facts.asked), "units", "asked"),
    ]
    words += [" đơn vị phải gửi báo cáo có ", counted(len(facts.in_time), "units", "in-time"), " đơn vị gửi đúng hạn, "]
    words += [counted(len(facts.late), "units", "late"), " đơn vị gửi trễ, "]
    words += [counted(len(facts.returned), "units", "returned"), " đơn vị bị trả lại và chưa gửi lại, "]
    words += [counted(len(facts.unsent), "units", "unsent"), " đơn vị chưa gửi (danh sách tại Phụ lục IV)."]
    yield Paragraph(said(*words))
    if facts.heard.nil:
        nil = counted(facts.heard.nil, "units", "nil")
        yield Paragraph(said("Có ", nil, " đơn vị báo cáo không có nội dung phát sinh trong kỳ."))
    yield Grid(_COLUMNS, [_level(sender, groups) for sender in RoundDue.Sender if _of(groups["asked"], sender)])


def missing(facts: Facts) -> Annex:
    """The units that were late or never sent, with their due days."""
    groups = (
        ("Gửi trễ hạn", facts.late),
        ("Báo cáo bị trả lại, chưa gửi lại", facts.returned),
        ("Chưa gửi báo cáo", facts.unsent),
    )
    rows = [row for head, places in groups for row in _rows(head, places)]
    none = Paragraph(said("Không có đơn vị nào gửi trễ, bị trả lại hoặc chưa gửi báo cáo."))
    title = "DANH SÁCH ĐƠN VỊ GỬI BÁO CÁO TRỄ, BỊ TRẢ LẠI HOẶC CHƯA GỬI BÁO CÁO"
    return Annex("Phụ lục IV", title, [Grid(_MISSING, rows) if rows else none])


def _groups(facts: Facts) -> Mapping[str, Sequence[Place]]:
    return {
        "asked": facts.asked,
        "in-time": facts.in_time,
        "late": facts.late,
        "returned": facts.returned,
        "unsent": facts.unsent,
    }


def _of(places: Iterable[Place], sender: RoundDue.Sender) -> list[Place]:
    return [place for place in places if place.report.sender == sender]


def _level(sender: RoundDue.Sender, groups: Mapping[str, Sequence[Place]]) -> Row:
    cells = (in_table(len(_of(places, sender)), "units", name, sender.value) for name, places in groups.items())
    return Row((said(sender.label), *cells))


def _rows(head: str, places: Sequence[Place]) -> Iterator[Row]:
    if places:
        yield Row((said(Run(f"{head} ({len(places)} đơn vị)", bold=True)),), band=True)
    for at, place in enumerate(places, 1):
        sent = place.report.sent_on
        days = write_date(place.report.due_on), write_date(sent) if sent else ""
        cells = (str(at), named(place), *days, told(place))
        yield Row(tuple(said(cell) for cell in cells))
