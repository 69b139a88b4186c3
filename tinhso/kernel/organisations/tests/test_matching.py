"""What a plan's wording means."""

import time
from datetime import date

import pytest

from tinhso.kernel.organisations.loading.load import Loaded
from tinhso.kernel.organisations.matching.matcher import Matcher

pytestmark = pytest.mark.django_db

PLAN_DAY = date(2022, 4, 20)

#: Every owner of the seed plan as it is written there, with what it means.
OWNERS = {
    "Giám đốc Sở Thông tin và Truyền thông": ["Giám đốc Sở Thông tin và Truyền thông"],
    "Thủ trưởng cơ quan, đơn vị": ["Thủ trưởng cơ quan, đơn vị"],
    "Giám đốc Công an tỉnh": ["Giám đốc Công an tỉnh"],
    "Giám đốc sở, thủ trưởng cơ quan, đơn vị": ["Thủ trưởng cơ quan, đơn vị"],
    "Giám đốc Sở Lao động – Thương binh và Xã hội": ["Giám đốc Sở Lao động – Thương binh và Xã hội"],
    "Giám đốc Sở Tài nguyên và Môi trường": ["Giám đốc Sở Tài nguyên và Môi trường"],
    "Giám đốc sở, Thủ trưởng cơ quan thuộc UBND tỉnh": ["Thủ trưởng các sở, cơ quan, đơn vị cấp tỉnh"],
    "Chánh Văn phòng UBND tỉnh": ["Chánh Văn phòng UBND tỉnh"],
    "Giám đốc Sở Y tế": ["Giám đốc Sở Y tế"],
    "Giám đốc Sở Giáo dục và Đào tạo": ["Giám đốc Sở Giáo dục và Đào tạo"],
    "Giám đốc Sở Tài chính": ["Giám đốc Sở Tài chính"],
    "Giám đốc Sở Nông nghiệp và PTNT": ["Giám đốc Sở Nông nghiệp và Phát triển nông thôn"],
    "Giám đốc Sở Tư pháp": ["Giám đốc Sở Tư pháp"],
    "Giám đốc Sở Văn hoá, Thể thao và Du lịch": ["Giám đốc Sở Văn hóa, Thể thao và Du lịch"],
    "Giám đốc Sở Nội vụ": ["Giám đốc Sở Nội vụ"],
    "Giám đốc Sở Kế hoạch và Đầu tư": ["Giám đốc Sở Kế hoạch và Đầu tư"],
    "Giám đốc Sở Công Thương": ["Giám đốc Sở Công Thương"],
    "Giám đốc Bưu điện tỉnh": ["Giám đốc Bưu điện tỉnh"],
    "Giám đốc Sở Khoa học và Công nghệ": ["Giám đốc Sở Khoa học và Công nghệ"],
    "Thủ trưởng các sở, cơ quan, đơn vị cấp tỉnh; Chủ tịch UBND huyện, thành phố": [
        "Thủ trưởng các sở, cơ quan, đơn vị cấp tỉnh",
        "Chủ tịch UBND huyện, thành phố",
    ],
    "Giám đốc Sở TT&TT": ["Giám đốc Sở Thông tin và Truyền thông"],
    "Giám đốc Sở KH&ĐT": ["Giám đốc Sở Kế hoạch và Đầu tư"],
    "Giám đốc Ngân hàng nhà nước chi nhánh tỉnh Bắc Giang": ["Giám đốc Ngân hàng Nhà nước chi nhánh tỉnh Bắc Giang"],
    "Các doanh nghiệp viễn thông trên địa bàn tỉnh": ["Các doanh nghiệp viễn thông trên địa bàn tỉnh"],
    "Các sở, ngành; UBND huyện, thành phố, xã, phường, thị trấn": [
        "Các sở, ngành",
        "UBND huyện, thành phố, xã, phường, thị trấn",
    ],
    "Các sở, ngành": ["Các sở, ngành"],
    "Các doanh nghiệp trên địa bàn tỉnh": ["Các doanh nghiệp trên địa bàn tỉnh"],
    "Cục Thuế tỉnh": ["Cục Thuế tỉnh"],
    "Các hộ gia đình kinh doanh cá thể": ["Các hộ gia đình kinh doanh cá thể trên địa bàn tỉnh"],
    "UBND huyện, thành phố": ["UBND huyện, thành phố"],
    "Các chi nhánh ngân hàng thương mại trên địa bàn tỉnh; các DN viễn thông trên địa bàn tỉnh cung cấp mobile money": [
        "Các chi nhánh ngân hàng thương mại trên địa bàn tỉnh",
        "Các doanh nghiệp viễn thông trên địa bàn tỉnh",
    ],
    "Sở TT&TT": ["Sở Thông tin và Truyền thông"],
    "Sở Công Thương; UBND huyện, thành phố": ["Sở Công Thương", "UBND huyện, thành phố"],
    "Chủ tịch UBND tỉnh": ["Chủ tịch UBND tỉnh Bắc Giang"],
    "Trưởng Ban Chỉ đạo": ["Trưởng Ban Chỉ đạo chuyển đổi số tỉnh"],
    "UBND huyện Việt Yên, Yên Thế": ["UBND huyện Việt Yên", "UBND huyện Yên Thế"],
    "UBND xã Phúc Hòa (huyện Tân Yên) và xã Hồng Giang (huyện Lục Ngạn)": ["UBND xã Phúc Hòa", "UBND xã Hồng Giang"],
    "Hiệp hội doanh nghiệp tỉnh": ["Hiệp hội doanh nghiệp tỉnh"],
    "Viettel Bắc Giang": ["Viettel Bắc Giang"],
    "các đơn vị chức năng thuộc với Bộ Công an": ["Bộ Công an"],
    "các Cục nghiệp vụ của Bộ Công an": ["Bộ Công an"],
    "Ban Quản lý dự án VILG cấp Trung ương": ["Ban Quản lý dự án VILG cấp Trung ương"],
    "các địa phương, doanh nghiệp viễn thông trên địa bàn tỉnh": [
        "UBND huyện, thành phố, xã, phường, thị trấn",
        "Các doanh nghiệp viễn thông trên địa bàn tỉnh",
    ],
    "các đơn vị liên quan, địa phương": ["Các cơ quan, đơn vị, địa phương"],
    "các cấp, các ngành": ["Các cơ quan, đơn vị, địa phương"],
    "các sở, ngành liên quan": ["Các sở, ngành"],
}


@pytest.fixture
def matcher(bac_giang: Loaded) -> Matcher:
    return Matcher.on(PLAN_DAY)


def meanings(matcher: Matcher, wording: str) -> list[str]:
    return [answer.matched.target.name for answer in matcher.match_all(wording) if answer.matched]


def test_every_owner_of_the_seed_plan_is_matched(matcher: Matcher) -> None:
    assert {wording: meanings(matcher, wording) for wording in OWNERS} == OWNERS


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Sở NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Sở VH,TT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở VHTTDL", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở LĐ-TB&XH", "Sở Lao động – Thương binh và Xã hội"),
        ("Sở Lao động - TBXH", "Sở Lao động – Thương binh và Xã hội"),
        ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo"),
        ("Sở TN&MT", "Sở Tài nguyên và Môi trường"),
        ("VP UBND tỉnh", "Văn phòng UBND tỉnh"),
        ("Ủy ban nhân dân thành phố Bắc Giang", "UBND thành phố Bắc Giang"),
        ("UBND TP. Bắc Giang", "UBND thành phố Bắc Giang"),
        ("Công an tỉnh Bắc Giang", "Công an tỉnh"),
        ("Sở Thông tin và Truyền thông tỉnh Bắc Giang", "Sở Thông tin và Truyền thông"),
        ("Thủ trưởng Sở Y tế", "Giám đốc Sở Y tế"),
        ("Sở Thôn tin và Truyền thông", "Sở Thông tin và Truyền thông"),
    ],
)
def test_short_and_misspelt_forms_mean_the_same_body(matcher: Matcher, written: str, meant: str) -> None:
    assert meanings(matcher, written) == [meant]


def test_names_that_differ_by_a_tone_only_are_told_apart(matcher: Matcher) -> None:
    assert meanings(matcher, "xã Đồng Sơn") != meanings(matcher, "xã Đông Sơn")


def test_a_name_of_two_bodies_is_offered_as_a_choice(matcher: Matcher) -> None:
    answer = matcher.match("Bắc Giang")
    assert answer.matched is None
    assert {choice.target.name for choice in answer.choices} == {"UBND tỉnh Bắc Giang", "UBND thành phố Bắc Giang"}


@pytest.mark.parametrize(
    "wording", ["Bộ Ngoại giao", "Văn phòng UBND huyện Yên Thế", "các đơn vị thuộc Bộ Xây dựng", "", "và", ";"]
)
def test_a_body_that_is_not_ours_is_not_taken_for_one_of_ours(matcher: Matcher, wording: str) -> None:
    assert meanings(matcher, wording) == []


def test_a_list_says_the_kind_of_body_once(matcher: Matcher) -> None:
    assert meanings(matcher, "Các sở: Y tế, Giáo dục và Đào tạo, Tài chính") == [
        "Sở Y tế",
        "Sở Giáo dục và Đào tạo",
        "Sở Tài chính",
    ]


def test_a_document_of_2025_means_the_bodies_of_2025(bac_giang: Loaded) -> None:
    assert meanings(Matcher.on(date(2025, 7, 1)), "Sở TT&TT") == []
    assert meanings(Matcher.on(date(2025, 7, 1)), "Sở KH&CN, UBND tỉnh Bắc Ninh") == [
        "Sở Khoa học và Công nghệ",
        "UBND tỉnh Bắc Ninh",
    ]


def test_three_thousand_wordings_are_answered_in_seconds(matcher: Matcher) -> None:
    begun = time.perf_counter()
    for count in range(3000):
        matcher.match(f"Giám đốc Sở Y tê {count % 600}")
    assert time.perf_counter() - begun < 6
