"""Lines that a law portal cut in the middle: a word alone, a title over two lines, a number behind its word."""

from tinhso.steering.intake.sources.plain import read_plain


def paragraphs(text: str) -> list[str]:
    return [paragraph.text for paragraph in read_plain(text).paragraphs]


def test_a_first_word_cut_off_belongs_to_its_line() -> None:
    text = "ỦY\nBAN NHÂN DÂN TỈNH A\nSố:\n06/CT-UBND\nĐiều\n1. Ban hành Kế hoạch."
    assert paragraphs(text) == ["ỦY BAN NHÂN DÂN TỈNH A", "Số: 06/CT-UBND", "Điều 1. Ban hành Kế hoạch."]


def test_a_numbered_title_goes_on_in_the_next_line() -> None:
    assert paragraphs("I. MỤC ĐÍCH,\nYÊU CẦU\n1. Mục đích") == ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích"]
    assert paragraphs("I. MỤC TIÊU\nĐẾN NĂM 2030\n- Đạt 90%.") == ["I. MỤC TIÊU ĐẾN NĂM 2030", "- Đạt 90%."]


def test_a_title_without_number_stands_alone() -> None:
    assert paragraphs("KẾ HOẠCH\nCHUYỂN ĐỔI SỐ NĂM 2024") == ["KẾ HOẠCH", "CHUYỂN ĐỔI SỐ NĂM 2024"]


def test_a_year_belongs_to_the_word_above_it() -> None:
    assert paragraphs("- Tổng kết công tác năm\n2014 trước ngày 20/4/2015.") == [
        "- Tổng kết công tác năm 2014 trước ngày 20/4/2015."
    ]
