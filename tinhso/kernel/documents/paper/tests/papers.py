"""Documents that the tests make: a report, a công văn, a decision on grounds, a plan with an annex across."""

from datetime import date

from tinhso.kernel.documents.paper.parts import Annex, Letterhead, Paper, Recipients, Signing
from tinhso.kernel.documents.paper.words import (
    Block,
    Column,
    Grid,
    Heading,
    Item,
    Paragraph,
    Rank,
    Row,
    Run,
    Side,
    said,
)

PROVINCE = Letterhead("ỦY BAN NHÂN DÂN", named="Ủy ban nhân dân tỉnh Bắc Giang")
DEPARTMENT = Letterhead(
    "SỞ THÔNG TIN VÀ TRUYỀN THÔNG", parent="UBND TỈNH BẮC GIANG", named="Sở Thông tin và Truyền thông"
)
DAY = date(2022, 3, 5)


def table(rows: int = 6) -> Grid:
    """A table of indicators with a section over its whole width."""
    columns = (
        Column("TT", 1, Side.CENTRE),
        Column("Chỉ tiêu", 5),
        Column("Đơn vị", 2, Side.CENTRE),
        Column("Kết quả", 2, Side.RIGHT),
    )
    lines = [
        Row(
            (
                said(str(place)),
                said(f"Chỉ tiêu số {place} của kế hoạch"),
                said("%"),
                (Run("95,5", figure=f"i/{place}"),),
            )
        )
        for place in range(1, rows + 1)
    ]
    return Grid(columns, (Row((said("I. Chính quyền số"),), band=True), *lines))


def _live(place: int) -> Run:
    return Run("95,5", figure=f"indicator/{place}/now")


def body() -> tuple[Block, ...]:
    """Heads of each rank, paragraphs, items and a table."""
    return (
        Heading(Rank.ROMAN, "I.", said("Kết quả thực hiện")),
        Heading(Rank.NUMBER, "1.", said("Về chính quyền số")),
        Heading(Rank.LETTER, "a)", said("Dịch vụ công trực tuyến")),
        Paragraph(
            said(
                "Đến ngày 14/3/2022, tỷ lệ hồ sơ trực tuyến toàn trình đạt ",
                Run("62,5%", figure="indicator/II.4/now"),
                ", tăng so với cùng kỳ năm trước; các cơ quan, đơn vị đã tích cực triển khai nhiệm vụ được giao.",
            )
        ),
        Item(said("Sở Tư pháp đã hoàn thành số hóa sổ hộ tịch.")),
        Item(said("Cấp xã: 209 đơn vị."), depth=2),
        table(),
        Heading(Rank.ROMAN, "II.", said("Nhiệm vụ trọng tâm")),
        Paragraph(said("Tiếp tục thực hiện các nhiệm vụ của Kế hoạch; báo cáo trước ngày 20 của tháng cuối quý.")),
    )


def report() -> Paper:
    """A department's report to the province."""
    return Paper(
        letterhead=DEPARTMENT,
        symbol="BC-STTTT",
        number=5,
        place="Bắc Giang",
        issued_on=DAY,
        kind="BÁO CÁO",
        subject="Kết quả chuyển đổi số quý I năm 2022",
        addressed=("Ủy ban nhân dân tỉnh",),
        blocks=body(),
        signing=Signing(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Nguyễn Văn An"),
        recipients=Recipients(("Như trên", "Lãnh đạo Sở"), "VT, CNS"),
    )


def letter() -> Paper:
    """A công văn to several."""
    return Paper(
        letterhead=PROVINCE,
        symbol="UBND-KGVX",
        number=1204,
        place="Bắc Giang",
        issued_on=DAY,
        kind="",
        subject="đôn đốc báo cáo quý I năm 2022",
        addressed=("Các sở, cơ quan thuộc UBND tỉnh", "UBND các huyện, thành phố"),
        blocks=(Paragraph(said("Ủy ban nhân dân tỉnh yêu cầu các cơ quan, đơn vị gửi báo cáo trước ngày 20/3/2022.")),),
        signing=Signing(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Mai Sơn"),
        recipients=Recipients(("Như trên", "Chủ tịch, các PCT UBND tỉnh"), "VT, KGVX"),
    )


def decision() -> Paper:
    """A decision on its legal grounds, still without number and day."""
    return Paper(
        letterhead=PROVINCE,
        symbol="QĐ-UBND",
        place="Bắc Giang",
        kind="QUYẾT ĐỊNH",
        subject="Về việc điều chỉnh Kế hoạch chuyển đổi số năm 2022",
        bases=(
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
            "Theo đề nghị của Giám đốc Sở Thông tin và Truyền thông",
        ),
        blocks=(Paragraph(said(Run("Điều 1.", bold=True), " Điều chỉnh thời hạn của nhiệm vụ II.1.a.")),),
        signing=Signing(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Lê Ánh Dương"),
        recipients=Recipients(("Như Điều 1",), "VT, KGVX"),
    )


def plan() -> Paper:
    """A plan with two annexes, the second across the page."""
    annexes = (
        Annex("Phụ lục I", "DANH MỤC NHIỆM VỤ", (table(4),)),
        Annex(
            "Phụ lục II", "BIỂU CHỈ TIÊU", (Paragraph(said("Số liệu đến ngày 14/3/2022.")), table(60)), landscape=True
        ),
    )
    return Paper(
        letterhead=PROVINCE,
        symbol="KH-UBND",
        number=28,
        place="Bắc Giang",
        issued_on=DAY,
        kind="KẾ HOẠCH",
        subject="Chuyển đổi số năm 2022",
        blocks=body(),
        signing=Signing(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Lê Ánh Dương"),
        recipients=Recipients(("Bộ Thông tin và Truyền thông", "Các sở, ngành"), "VT, KGVX"),
        annexes=annexes,
    )
