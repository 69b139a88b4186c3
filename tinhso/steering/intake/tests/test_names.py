"""Names of bodies: where they end in a sentence and how a list of them falls apart."""

import pytest

from tinhso.steering.intake.phrases.names import leading_names, split_names
from tinhso.steering.intake.phrases.orders import is_order, names_in_cell, owner_heading, read_order


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Giám đốc Sở Y tế tiếp tục chỉ đạo, nâng cao tỷ lệ", "Giám đốc Sở Y tế"),
        ("Chánh Văn phòng UBND tỉnh đẩy nhanh tiến độ", "Chánh Văn phòng UBND tỉnh"),
        ("Đề nghị Hội Nông dân tỉnh phối hợp tuyên truyền", "Hội Nông dân tỉnh"),
        ("Ban Quản lý các khu công nghiệp tỉnh chủ trì", "Ban Quản lý các khu công nghiệp tỉnh"),
        ("Các doanh nghiệp cung cấp dịch vụ viễn thông đầu tư hạ tầng", "Các doanh nghiệp cung cấp dịch vụ viễn thông"),
        ("Bộ Ngoại giao phối hợp với Bộ Quốc phòng", "Bộ Ngoại giao"),
    ],
)
def test_a_sentence_opens_with_who_acts(sentence: str, names: str) -> None:
    phrase = leading_names(sentence)
    assert phrase is not None
    assert phrase.words == names


@pytest.mark.parametrize(
    "sentence",
    [
        "Tổ chức các khóa đào tạo",
        "Xây dựng Trung tâm giám sát",
        "Báo cáo kết quả",
        "Trường hợp chậm trễ",
        "Bộ chỉ số đánh giá",
        "Cơ sở dữ liệu đất đai",
        "Phòng, chống dịch",
    ],
)
def test_a_sentence_that_opens_with_no_body_names_none(sentence: str) -> None:
    assert leading_names(sentence) is None


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Sở Giáo dục và Đào tạo và Sở Y tế", ("Sở Giáo dục và Đào tạo", "Sở Y tế")),
        ("Sở Văn hóa, Thể thao và Du lịch", ("Sở Văn hóa, Thể thao và Du lịch",)),
        ("Các sở, ban, ngành", ("Các sở, ban, ngành",)),
        (
            "Các sở, ngành; UBND huyện, thành phố, xã, phường, thị trấn",
            ("Các sở, ngành", "UBND huyện, thành phố, xã, phường, thị trấn"),
        ),
        (
            "Bộ Công an, Bộ Tài chính và các bộ, ngành, địa phương",
            ("Bộ Công an", "Bộ Tài chính", "các bộ, ngành, địa phương"),
        ),
        ("Giám đốc Sở Lao động – Thương binh và Xã hội", ("Giám đốc Sở Lao động – Thương binh và Xã hội",)),
        ("các sở, ban, ngành, đoàn thể Thành phố", ("các sở, ban, ngành, đoàn thể Thành phố",)),
        ("Đài Truyền hình Việt Nam, Đài Tiếng nói Việt Nam", ("Đài Truyền hình Việt Nam", "Đài Tiếng nói Việt Nam")),
    ],
)
def test_a_list_falls_into_named_bodies_and_whole_groups(words: str, names: tuple[str, ...]) -> None:
    assert split_names(words) == names


def test_who_helps_stands_behind_phoi_hop_voi() -> None:
    order = read_order("Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp và các cơ quan liên quan tổ chức tập huấn.")
    assert order.leads == ("Sở Nội vụ",)
    assert order.cooperators == ("Sở Tư pháp", "các cơ quan liên quan")


def test_an_order_may_open_with_the_circumstances() -> None:
    assert read_order("Căn cứ nội dung Kế hoạch, Sở Tài chính bố trí kinh phí.").leads == ("Sở Tài chính",)


def test_a_cooperative_is_no_cooperation() -> None:
    assert read_order("Hỗ trợ các doanh nghiệp, hợp tác xã, hộ gia đình tham gia sàn.").cooperators == ()


def test_the_body_that_is_ordered_leads_not_the_one_that_orders() -> None:
    assert read_order("Ủy ban nhân dân tỉnh yêu cầu các cơ quan, đơn vị triển khai thực hiện.").leads == (
        "các cơ quan, đơn vị",
    )


@pytest.mark.parametrize(
    "heading", ["Giám đốc Sở Y tế", "Các bộ, ngành, địa phương có trách nhiệm:", "Sở Nội vụ (Cơ quan thường trực)"]
)
def test_a_heading_may_only_say_who(heading: str) -> None:
    assert owner_heading(heading) is not None


def test_an_owner_line_may_say_who_leads_and_who_helps() -> None:
    order = names_in_cell("Sở Y tế chủ trì, phối hợp với Sở Giáo dục và Đào tạo")
    assert (order.leads, order.cooperators) == (("Sở Y tế",), ("Sở Giáo dục và Đào tạo",))


def test_a_description_is_no_order() -> None:
    assert not is_order("Hạ tầng số bao gồm hạ tầng viễn thông và dữ liệu.")
    assert is_order("Duy trì, vận hành tốt Trung tâm Tích hợp dữ liệu.")
