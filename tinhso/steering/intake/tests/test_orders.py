"""Orders: who acts in a sentence, also behind adverbials, agreements, colons and in remarks."""

import pytest

from tinhso.steering.intake.phrases.attributes import Attribute, read_attribute
from tinhso.steering.intake.phrases.names import split_names
from tinhso.steering.intake.phrases.orders import names_in_cell, ordered_bodies, read_order


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("Đồng ý với đề xuất của UBND tỉnh A; giao UBND tỉnh A thực hiện theo quy định.", ("UBND tỉnh A",)),
        ("Đối với dự án cầu B: VEC khẩn trương lựa chọn nhà thầu.", ("VEC",)),
        ("Sở Y tế tổ chức hội nghị chuyên đề.", ("Sở Y tế",)),
        ("Về vật liệu san lấp: Bộ Xây dựng hướng dẫn các địa phương.", ("Bộ Xây dựng",)),
        ("Các Bộ: Kế hoạch và Đầu tư, Tài chính phối hợp xử lý.", ("Kế hoạch và Đầu tư", "Tài chính")),
        ("Rà soát các dự án chậm triển khai (Sở Tài chính chủ trì, phối hợp với Sở Xây dựng).", ("Sở Tài chính",)),
        (
            "Chủ tịch UBND các tỉnh có dự án đi qua thường xuyên kiểm tra hiện trường.",
            ("Chủ tịch UBND các tỉnh có dự án đi qua",),
        ),
    ],
)
def test_who_acts_is_found_where_the_sentence_hides_it(sentence: str, leads: tuple[str, ...]) -> None:
    assert read_order(sentence).leads == leads


def test_an_owner_line_that_tells_what_each_does_gives_all_of_them() -> None:
    cell = "Sở Tư pháp tiến hành rà soát văn bản; các sở, ngành rà soát văn bản thuộc lĩnh vực quản lý."
    assert names_in_cell(cell).leads == ("Sở Tư pháp", "các sở, ngành")


def test_names_with_nothing_between_them_in_a_cell_fall_apart() -> None:
    assert names_in_cell("UBND các xã, phường Sở Tài chính").leads == ("UBND các xã, phường", "Sở Tài chính")
    assert names_in_cell("Giám đốc Sở Tài chính").leads == ("Giám đốc Sở Tài chính",)


def test_a_directive_orders_the_bodies_behind_its_verb() -> None:
    text = "Chủ tịch Ủy ban nhân dân tỉnh chỉ thị Thủ trưởng các sở, ban, ngành tỉnh, Chủ tịch UBND các huyện:"
    assert ordered_bodies(text) == ("Thủ trưởng các sở, ban, ngành tỉnh", "Chủ tịch UBND các huyện")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Văn phòng HĐND và UBND xã", ("Văn phòng HĐND và UBND xã",)),
        ("Sở Y tế các tỉnh, thành phố", ("Sở Y tế các tỉnh, thành phố",)),
        ("VNPT, Viettel", ("VNPT", "Viettel")),
        ("UBND các huyện, thành phố A, B", ("UBND các huyện, thành phố A, B",)),
        ("Các bộ, ngành, Thủ trưởng cơ quan thuộc Chính phủ", ("Các bộ, ngành", "Thủ trưởng cơ quan thuộc Chính phủ")),
        ("Giám đốc sở, Thủ trưởng cơ quan, đơn vị", ("Giám đốc sở, Thủ trưởng cơ quan, đơn vị",)),
        ("UBND các xã, phường, cơ quan liên quan", ("UBND các xã, phường", "cơ quan liên quan")),
    ],
)
def test_a_group_with_a_head_of_its_own_is_a_name(words: str, names: tuple[str, ...]) -> None:
    assert split_names(words) == names


def test_a_remark_that_stands_alone_names_the_owners() -> None:
    line = read_attribute("(Sở Công Thương, Sở Tài chính thực hiện).")
    assert line is not None
    assert (line.kind, line.value) == (Attribute.LEAD, "Sở Công Thương, Sở Tài chính")
    assert read_attribute("(Kèm theo Phụ lục I)") is None
