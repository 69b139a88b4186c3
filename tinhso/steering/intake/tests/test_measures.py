"""Measures: what an aim measures, its thresholds, and the amounts inside tasks."""

import pytest

from tinhso.steering.intake.phrases.measures import (
    aim_name,
    is_measured,
    read_aims,
    read_exclusions,
    read_quantities,
    read_targets,
)
from tinhso.steering.intake.reading import Target


def targets(words: str, inherited_by: str | None = None) -> list[Target]:
    return [target for aim in read_aims(words, 0, inherited_by=inherited_by) for target in aim.targets]


def only(words: str) -> Target:
    (found,) = targets(words)
    return found


@pytest.mark.parametrize(
    ("words", "comparator", "value", "unit"),
    [
        ("100% cơ quan, đơn vị thực hiện chữ ký số", ">=", 100, "%"),
        ("Kinh tế số đạt tối thiểu 20% GRDP", ">=", 20, "%"),
        ("Ít nhất 80% trường học có internet", ">=", 80, "%"),
        ("Tỷ lệ bao phủ bảo hiểm y tế đạt từ 95% trở lên", ">=", 95, "%"),
        ("Tỷ lệ tiêm chủng đầy đủ cho trẻ em ≥ 95 %", ">=", 95, "%"),
        ("Trên 90% hồ sơ công việc được xử lý trên môi trường mạng", ">", 90, "%"),
        ("Tỷ lệ thất nghiệp thành thị dưới 3%", "<", 3, "%"),
        ("Tỷ lệ hộ nghèo giảm xuống dưới 1,5%", "<", 1.5, "%"),
        ("Thời gian giải quyết thủ tục không quá 03 ngày làm việc", "<=", 3, "ngày làm việc"),
        ("Thời gian làm thủ tục giảm còn 15 ngày", "<=", 15, "ngày"),
        ("Không để xảy ra tình trạng nợ xấu quá 3%", "<=", 3, "%"),
        ("Tỷ suất tử vong trẻ em dưới 5 tuổi còn 18,5‰", "<=", 18.5, "‰"),
        ("Tổng sản phẩm trong tỉnh tăng khoảng 10%", "~", 10, "%"),
        ("tỷ lệ che phủ rừng ổn định ở mức 42%", "=", 42, "%"),
    ],
)
def test_words_in_front_of_a_number_bind_it(words: str, comparator: str, value: float, unit: str) -> None:
    found = only(words)
    assert (found.comparator, found.value, found.unit) == (comparator, value, unit)


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("Quy mô GRDP đạt 660.085 tỷ đồng", 660085, "tỷ đồng"),
        ("Kim ngạch xuất khẩu đạt 8,95 tỷ USD", 8.95, "tỷ USD"),
        ("Thu nhập bình quân đầu người đạt trên 75 triệu đồng/người/năm", 75, "triệu đồng/người/năm"),
        ("Số thuê bao băng rộng di động đạt 85 thuê bao/100 dân", 85, "thuê bao/100 dân"),
        ("Đạt 32 giường bệnh/vạn dân", 32, "giường bệnh/vạn dân"),
        ("Trồng mới 5.000 ha rừng", 5000, "ha"),
        ("Thu hút 5 triệu lượt khách du lịch", 5, "triệu lượt khách"),
        ("Phấn đấu kết nạp ít nhất 2.000 đảng viên mới", 2000, "đảng viên"),
        ("Mỗi xã có ít nhất 01 sản phẩm OCOP", 1, "sản phẩm"),
        ("Tuổi thọ trung bình đạt 75 tuổi", 75, "tuổi"),
        ("Thứ hạng PCI tăng ít nhất 5 bậc", 5, "bậc"),
    ],
)
def test_numbers_are_written_the_vietnamese_way(words: str, value: float, unit: str) -> None:
    found = only(words)
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("Tốc độ tăng trưởng GRDP bình quân đạt 10 - 10,5%/năm", 10, 10.5),
        ("Giảm từ 5% đến 10% số vụ tai nạn giao thông", 5, 10),
        ("có 30 - 35 đơn vị cấp huyện đạt chuẩn nông thôn mới", 30, 35),
    ],
)
def test_a_threshold_may_be_a_range(words: str, low: float, high: float) -> None:
    found = only(words)
    assert (found.value, found.value_to) == (low, high)


@pytest.mark.parametrize(
    "words",
    [
        "Xây dựng một hệ sinh thái IoT công nghiệp",
        "Hiện nay, tổng số trạm thu phát sóng khoảng 180 trạm, trong đó có 22 trạm 5G.",
        "Tổng kinh phí thực hiện 50 tỷ đồng",
        "Triển khai mô hình chính quyền địa phương 02 cấp",
        "Phát triển mạng 5G, trực 24/7",
        "Thực hiện Đề án 06 và Nghị quyết số 57-NQ/TW",
        "Nâng cao hiệu quả quản lý nhà nước giai đoạn 2021 - 2025",
    ],
)
def test_a_number_that_sets_no_threshold_measures_nothing(words: str) -> None:
    assert not is_measured(words)
    assert read_aims(words, 0) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Trên 95% trẻ từ 12-17 tuổi được tiêm đủ liều vắc xin phòng COVID-19", 95),
        ("Số bác sĩ trên 10.000 dân đạt 12 bác sĩ", 12),
        ("100% dịch vụ công mức độ 3, 4 được cung cấp trực tuyến", 100),
        ("Nâng tỷ lệ che phủ rừng từ 42% lên 45%", 45),
        ("Tỷ lệ người nghiện được quản lý đạt trên 90% (năm 2024: 80%)", 90),
    ],
)
def test_ages_kinds_and_the_state_before_are_no_thresholds(words: str, value: float) -> None:
    assert only(words).value == value


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("Đến năm 2030, 100% thôn, bản phủ sóng 4G", "2030-12-31"),
        ("GRDP bình quân đầu người năm 2030 đạt 180 triệu đồng", "2030-12-31"),
        ("Hoàn thành 100% kế hoạch trước 31/12/2025", "2025-12-31"),
        ("Đến hết quý II/2026, 90% thuê bao được xác thực", "2026-06-30"),
        ("Đến tháng 6/2026, số hóa 70% hồ sơ", "2026-06-30"),
        ("Tổng vốn đầu tư toàn xã hội giai đoạn 2021 - 2025 đạt 500 nghìn tỷ đồng", "2025-12-31"),
    ],
)
def test_an_aim_names_the_day_by_which_it_holds(words: str, by: str) -> None:
    assert only(words).by == by


def test_the_day_of_the_heading_holds_where_the_aim_names_none() -> None:
    assert [target.by for target in targets("80% xã có sóng 5G", inherited_by="2027-12-31")] == ["2027-12-31"]
    assert [target.by for target in targets("Đến năm 2026, 80% xã có sóng 5G", inherited_by="2027-12-31")] == [
        "2026-12-31"
    ]


def test_a_day_for_the_whole_sentence_holds_for_every_part() -> None:
    found = targets("Đến năm 2025, 100% cơ quan kết nối mạng; 98% xã có sóng 5G")
    assert [(target.value, target.by) for target in found] == [(100, "2025-12-31"), (98, "2025-12-31")]


@pytest.mark.parametrize(
    "words",
    [
        "Mỗi năm đào tạo 1.000 lao động",
        "Tạo việc làm cho 20.000 lao động mỗi năm",
        "Ít nhất 02 lớp tập huấn/năm",
        "Thu ngân sách nhà nước tăng bình quân hằng năm 12%",
        "Tỷ lệ hộ nghèo giảm bình quân 1 - 1,5%/năm",
    ],
)
def test_what_holds_each_year_says_so(words: str) -> None:
    found = only(words)
    assert found.each_year
    assert (found.unit or "").endswith("/năm")


def test_levels_of_one_quantity_stay_together() -> None:
    (aim,) = read_aims(
        "Tối thiểu 90% hồ sơ công việc tại cấp tỉnh, 80% hồ sơ công việc tại cấp huyện và 60% hồ sơ công việc "
        "tại cấp xã được xử lý trên môi trường mạng",
        0,
    )
    levels = [(target.level, target.value) for target in aim.targets]
    assert levels == [("province", 90), ("district", 80), ("commune", 60)]
    assert aim.name == "hồ sơ công việc được xử lý trên môi trường mạng"


def test_stages_of_one_quantity_stay_together() -> None:
    (aim,) = read_aims("Tỷ lệ đô thị hóa đạt 45% năm 2025 và 50% năm 2030", 0)
    assert [(target.value, target.by) for target in aim.targets] == [(45, "2025-12-31"), (50, "2030-12-31")]
    assert aim.name == "Tỷ lệ đô thị hóa"


def test_a_year_in_parentheses_is_a_stage() -> None:
    (aim,) = read_aims("Tỷ lệ thanh niên tiếp cận: trên 70% (2025), trên 90% (2030)", 0)
    assert [(target.value, target.by) for target in aim.targets] == [(70, "2025-12-31"), (90, "2030-12-31")]
    assert aim.name == "Tỷ lệ thanh niên tiếp cận"


def test_places_of_one_quantity_stay_together() -> None:
    (aim,) = read_aims("Tỷ lệ sử dụng nước sạch: khu vực đô thị đạt 98%, khu vực nông thôn đạt 70%", 0)
    assert [(target.scope, target.value) for target in aim.targets] == [
        ("khu vực đô thị", 98),
        ("khu vực nông thôn", 70),
    ]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "Phấn đấu 90% thủ tục hành chính được cung cấp trực tuyến; trên 60% hồ sơ được nộp trực tuyến",
            ["thủ tục hành chính được cung cấp trực tuyến", "hồ sơ được nộp trực tuyến"],
        ),
        (
            "Tỷ lệ lao động qua đào tạo đạt 75%, trong đó có bằng cấp, chứng chỉ đạt 32%",
            ["Tỷ lệ lao động qua đào tạo", "bằng cấp, chứng chỉ"],
        ),
        (
            "Có 80% số xã đạt chuẩn nông thôn mới, trong đó 40% số xã đạt chuẩn nông thôn mới nâng cao",
            ["số xã đạt chuẩn nông thôn mới", "số xã đạt chuẩn nông thôn mới nâng cao"],
        ),
    ],
)
def test_two_quantities_part(words: str, names: list[str]) -> None:
    assert [aim.name for aim in read_aims(words, 0)] == names


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Phấn đấu đến năm 2030 thu hút 5 triệu lượt khách du lịch.", "thu hút lượt khách du lịch"),
        ("Tỷ trọng kinh tế số đạt tối thiểu 30% GRDP;", "Tỷ trọng kinh tế số"),
        ("Đến năm 2025, 100% cơ quan nhà nước kết nối mạng.", "cơ quan nhà nước kết nối mạng"),
        ("Xây dựng 03 mô hình chuyển đổi số cấp xã", "Xây dựng mô hình chuyển đổi số cấp xã"),
        ("Giảm tỷ lệ hộ nghèo đa chiều xuống dưới 1% vào năm 2025", "Giảm tỷ lệ hộ nghèo đa chiều"),
        ("Lắp đặt mới trạm 3G/4G: 58 trạm (Trong đó: VNPT: 25 trạm)", "Lắp đặt mới trạm 3G/4G"),
    ],
)
def test_the_name_leaves_out_threshold_and_time(words: str, name: str) -> None:
    assert aim_name(words, 0) == name


def test_what_an_aim_leaves_out_is_told() -> None:
    words = "100% văn bản được ký số (trừ văn bản mật theo quy định của pháp luật)"
    assert read_exclusions(words, 0) == ["trừ văn bản mật theo quy định của pháp luật"]
    assert aim_name(words, 0) == "văn bản được ký số"


@pytest.mark.parametrize(
    ("words", "rank"),
    [
        ("Chỉ số PAPI thuộc nhóm 15 tỉnh, thành phố dẫn đầu cả nước", 15),
        ("Xếp hạng chuyển đổi số trong top 10 cả nước", 10),
        ("Xếp hạng ICT Index từ thứ 30 lên thứ 20", 20),
    ],
)
def test_a_rank_is_a_threshold_from_above(words: str, rank: int) -> None:
    found = only(words)
    assert (found.comparator, found.value) == ("<=", rank)


def test_a_column_gives_its_cells_the_unit() -> None:
    (found,) = read_targets("85", 0, inherited_by="2026-12-31", table_unit="%")
    assert (found.value, found.unit, found.by) == (85, "%", "2026-12-31")


def test_a_threshold_stands_where_its_words_stand() -> None:
    words = "Tỷ lệ lao động qua đào tạo đạt 75% vào năm 2025"
    (aim,) = read_aims(words, 300)
    first, last = aim.targets[0].span
    assert words[first - 300 : last - 300] == aim.targets[0].text == "đạt 75%"


def test_amounts_inside_a_task_stay_with_it() -> None:
    found = read_quantities("Hỗ trợ khoảng 50 doanh nghiệp, xây dựng 02 trường THCS", 0)
    assert [(amount.value, amount.unit, amount.comparator) for amount in found] == [
        (50, "doanh nghiệp", "~"),
        (2, "trường", "="),
    ]
