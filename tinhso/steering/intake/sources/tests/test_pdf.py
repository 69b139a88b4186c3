"""PDFs: sentences, tables and the frame of pages, told from where the words stand."""

import json

import pytest

from tinhso.steering.intake.manuscript import CELL_BREAK, Manuscript
from tinhso.steering.intake.sources import read_manuscript
from tinhso.steering.intake.sources.tests.making import PICTURE, pdf, rows, texts

A4 = """#set page(paper: "a4", margin: (left: 30mm, right: 20mm, y: 20mm))
#set text(size: 13pt)
#set par(justify: true)
"""
INDENTED = A4 + "#set par(first-line-indent: (amount: 1.27cm, all: true))\n"
LONG = (
    "Các sở, ngành và Ủy ban nhân dân huyện, thành phố căn cứ chức năng, nhiệm vụ được giao"
    " tổ chức thực hiện Kế hoạch này, bảo đảm đúng tiến độ và hiệu quả."
)


def read(source: str, data: object = None) -> Manuscript:
    return read_manuscript(pdf(source, json.dumps(data)), "kế hoạch.pdf")


def test_lines_of_a_paragraph_are_joined_and_paragraphs_are_not() -> None:
    manuscript = read(
        INDENTED + f"{LONG}\n\n{LONG}\n\n- Tỷ lệ đạt 85%;\n\n- Tỷ lệ đạt 50%.".replace("\n\n- ", "\n\n\\- ")
    )
    assert texts(manuscript) == [LONG, LONG, "- Tỷ lệ đạt 85%;", "- Tỷ lệ đạt 50%."]


def test_a_sentence_broken_by_a_page_stands_whole_and_the_page_number_behind_it() -> None:
    manuscript = read(INDENTED + '#set page(numbering: "1")\n#v(235mm)\n' + f"{LONG} {LONG}\n\nĐoạn sau.")
    assert [(one.kind, one.text) for one in manuscript.paragraphs] == [
        ("text", f"{LONG} {LONG}"),
        ("furniture", "1"),
        ("text", "Đoạn sau."),
        ("furniture", "2"),
    ]


def test_the_letterhead_is_one_row_of_two_columns() -> None:
    head = (
        "#grid(columns: (2fr, 3fr), align: center)[ỦY BAN NHÂN DÂN\\ TỈNH BẮC GIANG\\ Số: 12/KH-UBND]"
        "[*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM*\\ *#underline[Độc lập - Tự do - Hạnh phúc]*\\ "
        "_Bắc Giang, ngày 12 tháng 4 năm 2022_]\n"
        "#align(center)[*KẾ HOẠCH*]\n\n"
    )
    manuscript = read(A4 + head + LONG)
    assert rows(manuscript) == [(
        CELL_BREAK.join(("ỦY BAN NHÂN DÂN", "TỈNH BẮC GIANG", "Số: 12/KH-UBND")),
        CELL_BREAK.join((
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Bắc Giang, ngày 12 tháng 4 năm 2022"
        )),
    )]  # fmt: skip
    title = manuscript.paragraphs[1]
    assert (title.text, title.bold, title.centred) == ("KẾ HOẠCH", True, True)


def test_merged_cells_keep_their_columns() -> None:
    manuscript = read(
        A4 + "#table(columns: (12mm, 1fr, 40mm, 25mm), [TT], [Nhiệm vụ], [Chủ trì], [Hạn],"
        "[I], table.cell(colspan: 3)[Phát triển hạ tầng số],"
        "[1], [Một], table.cell(rowspan: 2)[Sở Nội vụ], [6/2022], [2], [Hai], [7/2022])"
    )
    assert rows(manuscript) == [
        ("TT", "Nhiệm vụ", "Chủ trì", "Hạn"),
        ("I", "Phát triển hạ tầng số", "", ""),
        ("1", "Một", "Sở Nội vụ", "6/2022"),
        ("2", "Hai", "", "7/2022"),
    ]
    assert manuscript.paragraphs[3].continued == (2,)


def test_a_row_broken_by_a_page_is_one_row_and_the_repeated_head_no_row() -> None:
    manuscript = read(
        A4 + "#let d = json(bytes(sys.inputs.data))\n#v(210mm)\n"
        "#table(columns: (12mm, 1fr, 30mm), table.header[TT][Nhiệm vụ][Hạn], ..d)",
        ["1", LONG * 4, "6/2022", "2", "Hai", "7/2022"],
    )
    assert rows(manuscript) == [("TT", "Nhiệm vụ", "Hạn"), ("1", LONG * 4, "6/2022"), ("2", "Hai", "7/2022")]
    assert texts(manuscript, "furniture") == ["TT\tNhiệm vụ\tHạn"]
    assert [one.row for one in manuscript.paragraphs if one.kind == "row"] == [0, 1, 2]


def test_line_breaks_in_a_cell_are_kept_where_the_next_word_had_room() -> None:
    manuscript = read(A4 + f"#table(columns: (12mm, 1fr), [1], [Sở Nội vụ \\ Sở Y tế], [2], [{LONG}])")
    assert rows(manuscript) == [("1", f"Sở Nội vụ{CELL_BREAK}Sở Y tế"), ("2", LONG)]


def test_running_heads_and_page_numbers_are_furniture() -> None:
    manuscript = read(
        INDENTED
        + '#set page(numbering: "1/1", header: [UBND tỉnh])\n'
        + "#pagebreak()\n".join(f"Trang {n}. {LONG}\n" for n in "abcd")
    )
    assert texts(manuscript) == [f"Trang {n}. {LONG}" for n in "abcd"]
    assert texts(manuscript, "furniture").count("UBND tỉnh") == 4


def test_a_signature_stamp_beside_the_letterhead_is_furniture() -> None:
    words = "Người ký: Ủy ban\\ Email: vanthu\\@bacgiang.gov.vn\\ Ngày ký: 12.05.2022 10:22:33"
    stamp = f"#place(right, text(size: 7pt)[{words}])"
    manuscript = read(A4 + stamp + "\nỦY BAN NHÂN DÂN\n\nTỈNH BẮC GIANG\n\n" + LONG)
    assert texts(manuscript) == ["ỦY BAN NHÂN DÂN", "TỈNH BẮC GIANG", LONG]
    assert len(texts(manuscript, "furniture")) == 3


@pytest.mark.parametrize("turn", ["flipped: true", "flipped: false"])
def test_pages_of_two_formats_keep_their_own_edges(turn: str) -> None:
    manuscript = read(INDENTED + f"{LONG}\n#pagebreak()\n#set page({turn})\nB. {LONG} {LONG}\n\n{LONG}")
    assert texts(manuscript) == [LONG, f"B. {LONG} {LONG}", LONG]


def test_letters_set_at_an_angle_are_kept_out_of_the_lines() -> None:
    manuscript = read(A4 + f"#place(rotate(-45deg)[DỰ THẢO])\n{LONG}")
    assert texts(manuscript) == [LONG]
    assert texts(manuscript, "furniture") == ["DỰTHẢO"]


def test_pages_without_letters_are_named() -> None:
    manuscript = read(A4 + f"{LONG} {LONG}\n#pagebreak()\n" + PICTURE)
    assert manuscript.notes == ("Trang 2 chỉ có hình ảnh, không có lớp chữ nên chưa được đọc.",)
