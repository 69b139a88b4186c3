"""The letter that urges units to send their report: which, since when, how many, as the board tells."""

from collections.abc import Iterable, Iterator

from tinhso.kernel.documents.paper.parts import Annex, Paper, Recipients
from tinhso.kernel.documents.paper.words import Block, Column, Grid, Paragraph, Row, Side, said
from tinhso.lib.dates import write_date, write_long_date
from tinhso.lib.text import in_sentence
from tinhso.steering.issuing import head
from tinhso.steering.issuing.consolidated.numbers import counted
from tinhso.steering.issuing.facts.gathered import Facts
from tinhso.steering.issuing.units import named, told
from tinhso.steering.reporting.board import Place
from tinhso.steering.reporting.models import ReportDeed
from tinhso.steering.reporting.refusals import NobodyMissing

#: So many units are addressed by name; of more the annex has the names.
MOST_NAMED = 10
_ALL = "Các cơ quan, đơn vị có tên trong danh sách kèm theo"
_COLUMNS = (
    Column("TT", 6, Side.CENTRE),
    Column("Cơ quan, đơn vị", 36),
    Column("Hạn gửi", 13, Side.CENTRE),
    Column("Tình trạng", 30),
    Column("Đã nhắc", 15, Side.CENTRE),
)


def urging_of(facts: Facts) -> Paper:
    """A draft without number and day. Raises NobodyMissing."""
    if not facts.missing:
        raise NobodyMissing
    return Paper(
        letterhead=head.letterhead(facts),
        # After the body's letters those of who drafts (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.3.b), which nobody has told.
        symbol=f"{facts.issuer.abbreviation or head.FREE}-{head.FREE}",
        place=facts.issuer.place,
        kind="",
        subject=f"đôn đốc gửi báo cáo kết quả thực hiện {head.plan_named(facts)} {head.period_named(facts)}",
        addressed=_addressed(facts.missing),
        blocks=tuple(_blocks(facts)),
        signing=head.signing(facts),
        recipients=Recipients(("Như trên",), "VT"),
        annexes=(_listed(facts.missing),),
    )


def left_free(facts: Facts) -> list[str]:
    """What a person must still add, a sentence each."""
    return [
        *head.left_free(facts),
        "Đơn vị soạn thảo trong ký hiệu công văn: ghi khi ban hành.",
    ]


def _addressed(missing: list[Place]) -> tuple[str, ...]:
    return tuple(place.name for place in missing) if len(missing) <= MOST_NAMED else (_ALL,)


def _blocks(facts: Facts) -> Iterator[Block]:
    round_, issuer = facts.round, facts.issuer.name or head.FREE
    yield from head.invented(facts)
    yield Paragraph(
        said(
            f"Thực hiện {head.plan_named(facts)}{head.issued(facts)}, {issuer} tổng hợp báo cáo kết quả thực hiện"
            f" {head.period_named(facts)} (số liệu đến hết {write_long_date(round_.last_day)}). Hạn gửi báo cáo:"
            f" {'; '.join(_dues(facts))}."
        )
    )
    overdue = [place for place in facts.missing if place.is_overdue]
    yield Paragraph(
        said(
            f"Tính đến {write_long_date(facts.day)}, trong ",
            counted(len(facts.asked), "units", "asked"),
            " đơn vị phải gửi báo cáo còn ",
            counted(len(facts.missing), "units", "missing"),
            " đơn vị chưa có báo cáo, gồm ",
            counted(len(facts.unsent), "units", "unsent"),
            " đơn vị chưa gửi (",
            counted(len(overdue), "units", "overdue"),
            " đơn vị đã quá hạn) và ",
            counted(len(facts.returned), "units", "returned"),
            " đơn vị bị trả lại, chưa gửi lại (danh sách tại Phụ lục).",
        )
    )
    yield Paragraph(
        said(
            f"{issuer} đề nghị các cơ quan, đơn vị có tên trong danh sách khẩn trương lập và gửi báo cáo; đơn vị có báo"
            " cáo bị trả lại hoàn thiện theo lý do đã nêu và gửi lại. Trong quá trình thực hiện, nếu có khó khăn, vướng"
            f" mắc, phản ánh về {issuer} để được hướng dẫn./."
        )
    )


def _dues(facts: Facts) -> list[str]:
    """The last day of each level at which somebody is missing."""
    levels = {place.report.sender for place in facts.missing}
    return [
        f"{in_sentence(due.get_sender_display())} {'trước ' if due.before else ''}{write_long_date(due.day)}"
        for due in facts.round.dues.all()
        if due.sender in levels
    ]


def _listed(missing: Iterable[Place]) -> Annex:
    rows = [Row(tuple(said(cell) for cell in _cells(at, place))) for at, place in enumerate(missing, 1)]
    return Annex("Phụ lục", "DANH SÁCH CƠ QUAN, ĐƠN VỊ CHƯA CÓ BÁO CÁO", [Grid(_COLUMNS, rows)])


def _cells(at: int, place: Place) -> tuple[str, ...]:
    deed = place.deeds.get(ReportDeed.Kind.REMINDED)
    reminded = write_date(deed.day) if deed else ""
    return str(at), named(place), write_date(place.report.due_on), told(place, place.standing.label), reminded
