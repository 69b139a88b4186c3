"""Plain text: what is one paragraph, what is furniture, and how rows are rebuilt."""

import pytest

from tinhso.steering.intake.manuscript import CELL_BREAK
from tinhso.steering.intake.sources import paste
from tinhso.steering.intake.sources.tests.making import rows, texts

WRAPPED = """\
      Căn cứ Quyết định số 27/QĐ-UBQGCĐS của Ủy ban Quốc gia về chuyển
đổi số ban hành Kế hoạch hoạt động của Ủy ban Quốc gia về chuyển đổi số
năm 2022 và Kế hoạch số 5755/KH-
UBND của Ủy ban nhân dân tỉnh, Chủ tịch Ủy ban nhân dân tỉnh ban hành
Kế hoạch.
      I. MỤC TIÊU
      - Hoàn thành trong tháng 9/2022 các nhiệm vụ do Sở Lao động
- Thương binh và Xã hội chủ trì, phối hợp với các cơ quan, đơn vị liên quan
và Ủy ban nhân dân huyện;
      - Báo cáo kết quả thực hiện trước ngày 20 của tháng cuối quý về Sở
Thông tin và Truyền thông.
"""


def test_hard_wrapped_lines_are_joined_and_points_are_not() -> None:
    assert texts(paste(WRAPPED)) == [
        "Căn cứ Quyết định số 27/QĐ-UBQGCĐS của Ủy ban Quốc gia về chuyển đổi số ban hành Kế hoạch hoạt động của Ủy ban"
        " Quốc gia về chuyển đổi số năm 2022 và Kế hoạch số 5755/KH-UBND của Ủy ban nhân dân tỉnh, Chủ tịch Ủy ban"
        " nhân dân tỉnh ban hành Kế hoạch.",
        "I. MỤC TIÊU",
        "- Hoàn thành trong tháng 9/2022 các nhiệm vụ do Sở Lao động - Thương binh và Xã hội chủ trì, phối hợp với các"
        " cơ quan, đơn vị liên quan và Ủy ban nhân dân huyện;",
        "- Báo cáo kết quả thực hiện trước ngày 20 của tháng cuối quý về Sở Thông tin và Truyền thông.",
    ]


def test_a_sentence_broken_by_a_page_stands_whole() -> None:
    broken = "Triển khai nền tảng vận\n\nhành, khai thác dữ liệu.\n\nTiếp theo là đoạn khác."
    assert texts(paste(broken)) == ["Triển khai nền tảng vận hành, khai thác dữ liệu.", "Tiếp theo là đoạn khác."]


@pytest.mark.parametrize(
    "opening",
    ["1. Một", "1.2. Hai", "a) Ba", "đ) Bốn", "- năm", "+ sáu", "* bảy", "• tám", "(1) chín", "I. Mười", "Điều 3. Ba"],
)
def test_a_list_marker_always_opens_a_paragraph(opening: str) -> None:
    assert texts(paste(f"Các sở, ngành và địa phương phối hợp thực hiện\n{opening}")) == [
        "Các sở, ngành và địa phương phối hợp thực hiện",
        opening,
    ]


@pytest.mark.parametrize("heading", ["4. Phát triển nền tảng, ứng dụng số", "I. QUAN ĐIỂM", "1. Kết quả các năm"])
def test_a_heading_may_end_in_a_word_that_goes_before_numbers(heading: str) -> None:
    assert texts(paste(f"{heading}\n\n4.1. Ứng dụng GIS")) == [heading, "4.1. Ứng dụng GIS"]


def test_a_number_is_not_parted_from_its_word() -> None:
    broken = "Thực hiện Kế hoạch số 27/KH-UBND ban hành năm\n\n2022 của tỉnh."
    assert texts(paste(broken)) == ["Thực hiện Kế hoạch số 27/KH-UBND ban hành năm 2022 của tỉnh."]


@pytest.mark.parametrize("opening", ["Phụ lục", "PHỤ LỤC II", "Nơi nhận:", "TỔ CHỨC THỰC HIỆN", "Căn cứ Luật Đầu tư;"])
def test_words_of_the_frame_open_a_paragraph(opening: str) -> None:
    assert len(texts(paste(f"Các cơ quan, đơn vị liên quan và\n{opening}"))) == 2


def test_page_numbers_and_running_heads_are_furniture() -> None:
    pages = [f"Kế hoạch năm 2022\nĐơn vị {n} chủ trì thực hiện nhiệm\nvụ {n} được giao.\n{n}" for n in "1234"]
    manuscript = paste("\f".join(pages))
    assert texts(manuscript, "furniture") == [part for n in "1234" for part in ("Kế hoạch năm 2022", n)]
    assert texts(manuscript) == [f"Đơn vị {n} chủ trì thực hiện nhiệm vụ {n} được giao." for n in "1234"]


def test_furniture_inside_a_sentence_follows_it() -> None:
    manuscript = paste("Giao Sở Thông tin và Truyền thông chủ trì, phối\n- 2 -\nhợp với các sở, ngành.\nĐoạn sau.")
    assert [(one.kind, one.text) for one in manuscript.paragraphs] == [
        ("text", "Giao Sở Thông tin và Truyền thông chủ trì, phối hợp với các sở, ngành."),
        ("furniture", "- 2 -"),
        ("text", "Đoạn sau."),
    ]


def test_numbers_of_a_list_are_no_page_numbers() -> None:
    assert texts(paste("1\nTỷ lệ một\n2\nTỷ lệ hai\n3\nTỷ lệ ba"), "furniture") == []


def test_a_signature_stamp_is_furniture() -> None:
    stamp = "Ký bởi: Ủy ban nhân dân tỉnh\nEmail: vanthu@bacgiang.gov.vn\nThời gian ký: 12.05.2022 10:22:33 +07:00"
    manuscript = paste(f"{stamp}\nKẾ HOẠCH\nCó hiệu lực kể từ ngày ký ban hành.")
    assert texts(manuscript, "furniture") == stamp.split("\n")
    assert texts(manuscript) == ["KẾ HOẠCH", "Có hiệu lực kể từ ngày ký ban hành."]


def test_cells_with_line_breaks_make_one_row() -> None:
    manuscript = paste(
        "STT\tNhiệm vụ\tChủ trì\tHạn\n1\tRà soát\nquy định\tSở Tư pháp\tQuý II\n2\tTập huấn\tSở Nội vụ\nSở Y tế\t6/2022"
    )
    assert rows(manuscript) == [
        ("STT", "Nhiệm vụ", "Chủ trì", "Hạn"),
        ("1", f"Rà soát{CELL_BREAK}quy định", "Sở Tư pháp", "Quý II"),
        ("2", "Tập huấn", f"Sở Nội vụ{CELL_BREAK}Sở Y tế", "6/2022"),
    ]


def test_a_short_row_keeps_the_number_of_columns() -> None:
    assert rows(paste("TT\tViệc\tCơ quan\n1\tMột\n2\tHai\tSở Nội vụ"))[1:] == [
        ("1", "Một", ""),
        ("2", "Hai", "Sở Nội vụ"),
    ]


def test_a_head_repeated_on_a_new_page_is_furniture_and_the_rows_go_on() -> None:
    manuscript = paste("TT\tViệc\n1\tMột\n\nTT\tViệc\n2\tHai\n\nĐoạn sau bảng.\n\nTT\tViệc\n1\tBảng khác")
    assert [(one.table, one.row) for one in manuscript.paragraphs if one.kind == "row"] == [
        (0, 0),
        (0, 1),
        (0, 2),
        (1, 0),
        (1, 1),
    ]
    assert texts(manuscript, "furniture") == ["TT\tViệc"]


def test_a_tab_behind_a_list_marker_makes_no_table() -> None:
    assert texts(paste("1.\tMục tiêu chung\n-\tTỷ lệ đạt 85%")) == ["1. Mục tiêu chung", "- Tỷ lệ đạt 85%"]


LAID_OUT = """\
   ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    TỈNH BẮC GIANG                  Độc lập - Tự do - Hạnh phúc
   Số: 12/KH-UBND              Bắc Giang, ngày 12 tháng 4 năm 2022

                            KẾ HOẠCH

 TT   Nhiệm vụ                        Cơ quan chủ trì      Thời gian
 1    Rà soát, xây dựng quy định      Sở Tư pháp           Quý II/2022
      pháp luật về chuyển đổi số
 2    Tổ chức tập huấn                Sở Thông tin và      6/2022
                                      Truyền thông

Nơi nhận:                               TM. ỦY BAN NHÂN DÂN
- Như trên;                                  CHỦ TỊCH
- Lưu: VT.
                                           Nguyễn Văn A
"""


def test_columns_aligned_by_blanks_are_rows() -> None:
    manuscript = paste(LAID_OUT)
    assert [[cell.split(CELL_BREAK) for cell in row] for row in rows(manuscript)] == [
        [
            ["ỦY BAN NHÂN DÂN", "TỈNH BẮC GIANG", "Số: 12/KH-UBND"],
            [
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "Bắc Giang, ngày 12 tháng 4 năm 2022",
            ],
        ],
        [["TT"], ["Nhiệm vụ"], ["Cơ quan chủ trì"], ["Thời gian"]],
        [["1"], ["Rà soát, xây dựng quy định pháp luật về chuyển đổi số"], ["Sở Tư pháp"], ["Quý II/2022"]],
        [["2"], ["Tổ chức tập huấn"], ["Sở Thông tin và Truyền thông"], ["6/2022"]],
        [["Nơi nhận:", "- Như trên;", "- Lưu: VT."], ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A"]],
    ]
    assert texts(manuscript) == ["KẾ HOẠCH"]


def test_blanks_to_be_filled_in_make_no_columns() -> None:
    assert rows(paste("Số:      /KH-UBND\nBắc Giang, ngày      tháng      năm 2022")) == []
