"""Deadlines: what in an order, a time column or a time line says when something is due."""

import pytest

from tinhso.steering.intake.phrases.deadlines import choose_deadline, read_deadlines, read_time_cell

Facts = tuple[str, str | None, str | None]


def in_text(words: str) -> list[Facts]:
    return [(found.kind, found.start, found.end) for found in read_deadlines(words, 0, year=2025)]


def in_cell(words: str) -> Facts | None:
    found = read_time_cell(words, 0, year=2025)
    return (found.kind, found.start, found.end) if found else None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Hoàn thành việc sắp xếp, tổ chức lại trước ngày 30/6/2026 và báo cáo", "2026-06-30"),
        ("Hoàn thành xong trước 31/10/2024", "2024-10-31"),
        ("trình UBND tỉnh trước 17 giờ ngày 20/11/2025", "2025-11-20"),
        ("gửi Sở Tài chính trước ngày 30 tháng 7 năm 2025", "2025-07-30"),
        ("Hoàn thành trước 31 tháng 12 năm 2025", "2025-12-31"),
        ("Thời hạn hoàn thành trước ngày 25/12/2025", "2025-12-25"),
        ("Tham mưu UBND tỉnh ban hành Kế hoạch chuyển đổi số năm 2026 trước ngày 31/12/2025", "2025-12-31"),
    ],
)
def test_before_a_day_is_a_day_that_no_longer_counts(words: str, day: str) -> None:
    (found,) = read_deadlines(words, 0, year=2025)
    assert (found.kind, found.start, found.end, found.before) == ("date", None, day, True)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("chậm nhất ngày 20/12/2025 gửi Sở Nội vụ", "2025-12-20"),
        ("Trình phê duyệt chậm nhất là ngày 05/3/2026", "2026-03-05"),
        ("Hoàn thành đến ngày 30/9/2025", "2025-09-30"),
    ],
)
def test_the_latest_day_still_counts(words: str, day: str) -> None:
    (found,) = read_deadlines(words, 0, year=2025)
    assert (found.kind, found.end, found.before) == ("date", day, False)


@pytest.mark.parametrize(
    ("words", "facts"),
    [
        ("thực hiện ngay trong tháng 3/2022", ("month", "2022-03-01", "2022-03-31")),
        ("Hoàn thành chậm nhất trong tháng 6 năm 2026", ("month", "2026-06-01", "2026-06-30")),
        ("Hoàn thành trong quý II/2026", ("quarter", "2026-04-01", "2026-06-30")),
        ("trình Thủ tướng Chính phủ trong quý 1/2019", ("quarter", "2019-01-01", "2019-03-31")),
        ("Trình UBND tỉnh ban hành trong Quý IV năm 2025", ("quarter", "2025-10-01", "2025-12-31")),
        ("Khởi công vào đầu năm 2026", ("year", "2026-01-01", "2026-12-31")),
        ("Năm 2018: Rà soát, tổng kết hệ thống văn bản", ("year", "2018-01-01", "2018-12-31")),
        ("Đến năm 2020, giải quyết căn bản hồ sơ đề nghị xác nhận", ("year", "2020-01-01", "2020-12-31")),
        ("Phấn đấu trong năm 2025 hoàn thành 100% kế hoạch", ("year", "2025-01-01", "2025-12-31")),
    ],
)
def test_a_month_a_quarter_and_a_year_last_to_their_end(words: str, facts: Facts) -> None:
    assert in_text(words) == [facts]


@pytest.mark.parametrize(
    ("words", "facts"),
    [
        ("Nghiên cứu, đề xuất trong giai đoạn 2026 - 2030", ("period", "2026-01-01", "2030-12-31")),
        ("Hoàn thành trong 6 tháng đầu năm 2026", ("period", "2026-01-01", "2026-06-30")),
        ("Từ ngày 01/01/2026 đến ngày 31/12/2026", ("period", "2026-01-01", "2026-12-31")),
        ("Trong tháng 11 và tháng 12/2025 tổ chức 02 lớp tập huấn", ("period", "2025-11-01", "2025-12-31")),
        ("hoàn thành trong 9 tháng đầu năm 2025", ("period", "2025-01-01", "2025-09-30")),
        ("Thực hiện trong 2 năm 2025 - 2026", ("period", "2025-01-01", "2026-12-31")),
        ("từ 15/9 đến 15/10/2025 tổ chức chiến dịch", ("period", "2025-09-15", "2025-10-15")),
        ("Thực hiện từ nay đến hết năm 2025", ("period", None, "2025-12-31")),
        ("Hoàn thiện phần mềm, có thể tiến tới thí điểm (2025 - 2026).", ("period", "2025-01-01", "2026-12-31")),
    ],
)
def test_a_stretch_of_time_has_two_ends(words: str, facts: Facts) -> None:
    assert in_text(words) == [facts]


@pytest.mark.parametrize(
    ("words", "since"),
    [
        ("Kể từ ngày 01/7/2025, thực hiện tiếp nhận hồ sơ", "2025-07-01"),
        ("Từ năm 2026, triển khai tại tất cả các xã", "2026-01-01"),
        ("mở rộng và tiến tới vận hành (2026 trở đi)", "2026-01-01"),
    ],
)
def test_what_begins_and_goes_on_has_no_end(words: str, since: str) -> None:
    assert in_text(words) == [("period", since, None)]


@pytest.mark.parametrize(
    ("words", "rhythm"),
    [
        ("Hằng năm, tổ chức tổng kết, khen thưởng", "yearly"),
        ("tổ chức giao ban định kỳ hằng tháng", "monthly"),
        ("Mỗi quý tổ chức ít nhất 01 cuộc kiểm tra", "quarterly"),
        ("định kỳ 6 tháng/lần rà soát", "half_yearly"),
        ("Tổ chức 02 lần/năm", "half_yearly"),
        ("tối thiểu 01 lần/quý họp giao ban", "quarterly"),
        ("hoàn thành trước ngày 01 tháng 6 hằng năm", "yearly"),
        ("Trước ngày 05 hằng tháng, cập nhật tiến độ", "monthly"),
    ],
)
def test_a_rhythm_recurs(words: str, rhythm: str) -> None:
    (found,) = read_deadlines(words, 0, year=2025)
    assert (found.kind, found.interval) == ("recurring", rhythm)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("hoàn thành trong vòng 15 ngày kể từ ngày Kế hoạch được ban hành", "relative"),
        ("Trong thời hạn 30 ngày làm việc kể từ ngày nhận hồ sơ", "relative"),
        ("chậm nhất 15 ngày sau khi kết thúc hội nghị", "relative"),
        ("Ngay sau khi Kế hoạch được ban hành, các sở xây dựng kế hoạch chi tiết", "event"),
        ("khi có văn bản hướng dẫn của Trung ương", "event"),
        ("trình HĐND tỉnh tại kỳ họp thường lệ cuối năm", "event"),
        ("hoàn thành trước Tết Nguyên đán Bính Ngọ 2026.", "event"),
        ("Thường xuyên, liên tục cập nhật dữ liệu", "standing"),
    ],
)
def test_a_deadline_without_a_day_says_what_it_hangs_on(words: str, kind: str) -> None:
    assert in_text(words) == [(kind, None, None)]


@pytest.mark.parametrize(
    "words",
    [
        "Xây dựng Kế hoạch phát triển kinh tế - xã hội năm 2026",
        "rà soát, bổ sung quy hoạch giai đoạn 2021-2030, tầm nhìn đến năm 2050",
        "Tiếp tục thực hiện Chương trình hành động số 27-CTr/TU giai đoạn 2021 - 2025",
        "Thực hiện nhiệm vụ thu ngân sách năm 2025 được giao",
        "Tổng kết Nghị quyết số 05-NQ/TU ngày 12/7/2021 về chuyển đổi số",
        "Triển khai Chiến lược tài chính toàn diện quốc gia đến năm 2025, định hướng đến năm 2030.",
        "Tổ chức Hội nghị sơ kết 6 tháng đầu năm, tổng kết năm 2025",
        "Theo Kế hoạch của Bộ Nội vụ",
        "Nghị quyết được thông qua tại kỳ họp thứ 10",
    ],
)
def test_a_year_in_a_name_is_no_deadline(words: str) -> None:
    assert in_text(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Bố trí kinh phí trong dự toán chi thường xuyên hằng năm",
        "Duy trì hoạt động thường xuyên của Tổ công nghệ số cộng đồng",
        "Ban hành kế hoạch kiểm tra hằng năm",
    ],
)
def test_a_rhythm_that_belongs_to_a_thing_is_no_deadline(words: str) -> None:
    assert in_text(words) == []


def test_several_deadlines_stand_in_their_order() -> None:
    words = "Đến hết Quý II/2026, hoàn thành kết nối; đến hết năm 2026 đưa vào vận hành"
    assert in_text(words) == [("quarter", "2026-04-01", "2026-06-30"), ("year", "2026-01-01", "2026-12-31")]


def test_a_place_counts_from_the_start_of_the_sheet() -> None:
    words = "hoàn thành trước ngày 30/6/2026."
    (found,) = read_deadlines(words, 1000, year=2025)
    assert found.span == (1011, 1031)
    assert found.text == "trước ngày 30/6/2026"


@pytest.mark.parametrize(
    ("cell", "facts"),
    [
        ("2025", ("year", "2025-01-01", "2025-12-31")),
        ("2026 - 2030", ("period", "2026-01-01", "2030-12-31")),
        ("Giai đoạn 2026-2030", ("period", "2026-01-01", "2030-12-31")),
        ("Quý IV/2025", ("quarter", "2025-10-01", "2025-12-31")),
        ("Quý 4 năm 2025", ("quarter", "2025-10-01", "2025-12-31")),
        ("Quý III-IV/2025", ("period", "2025-07-01", "2025-12-31")),
        ("Quý I, II/2026", ("period", "2026-01-01", "2026-06-30")),
        ("Q4/2025", ("quarter", "2025-10-01", "2025-12-31")),
        ("Quí IV/2025", ("quarter", "2025-10-01", "2025-12-31")),
        ("T6-T9/2026", ("period", "2026-06-01", "2026-09-30")),
        ("2025, 2026", ("period", "2025-01-01", "2026-12-31")),
        ("Trước Tết Nguyên đán", ("event", None, None)),
        ("Tháng 12/2025", ("month", "2025-12-01", "2025-12-31")),
        ("12/2025", ("month", "2025-12-01", "2025-12-31")),
        ("09/2025 - 12/2025", ("period", "2025-09-01", "2025-12-31")),
        ("30/11/2025", ("date", "2025-11-30", "2025-11-30")),
        ("Đến 31/12/2025", ("date", None, "2025-12-31")),
        ("Trước Quý III/2026", ("quarter", None, "2026-07-01")),
        ("Từ Quý IV/2025 đến hết năm 2027", ("period", "2025-10-01", "2027-12-31")),
        ("Năm 2025 và các năm tiếp theo", ("period", "2025-01-01", None)),
        ("Từ tháng 01/2026", ("period", "2026-01-01", None)),
        ("Hàng năm (2026-2030)", ("recurring", "2026-01-01", "2030-12-31")),
        ("Trước ngày 15/12 hằng năm", ("recurring", None, None)),
        ("Định kỳ 6 tháng, 01 năm", ("recurring", None, None)),
        ("Thường xuyên", ("standing", None, None)),
        ("Sau khi Luật được Quốc hội thông qua", ("event", None, None)),
        ("Theo tiến độ dự án", ("event", None, None)),
        ("Khi có yêu cầu", ("event", None, None)),
        ("15 ngày kể từ ngày Kế hoạch được ban hành", ("relative", None, None)),
    ],
)
def test_a_bare_time_counts_in_a_time_column(cell: str, facts: Facts) -> None:
    assert in_cell(cell) == facts


@pytest.mark.parametrize(
    ("cell", "end"), [("Quý IV", "2025-12-31"), ("Tháng 9", "2025-09-30"), ("Xong trước 20/12", "2025-12-20")]
)
def test_a_time_without_a_year_takes_the_documents(cell: str, end: str) -> None:
    found = read_time_cell(cell, 0, year=2025)
    assert found is not None
    assert found.end == end


@pytest.mark.parametrize("cell", ["", "Hoàn thành", "Sở Nội vụ", "-"])
def test_a_cell_without_a_time_gives_none(cell: str) -> None:
    assert in_cell(cell) is None


def test_the_last_date_of_a_text_holds_for_the_whole() -> None:
    found = read_deadlines("Hằng năm rà soát; tổng kết trong quý I/2026, hoàn thành trước 30/6/2026", 0, year=2025)
    chosen = choose_deadline(found)
    assert chosen is not None
    assert chosen.end == "2026-06-30"


def test_the_time_column_wins_over_the_text() -> None:
    found = read_deadlines("Trình ban hành trong quý I/2026", 0, year=2025)
    cell = read_time_cell("Quý II/2026", 0, year=2025)
    assert choose_deadline(found, cell) == cell


def test_a_rhythm_in_the_text_takes_its_bounds_from_the_column() -> None:
    found = read_deadlines("Hằng năm tổ chức Ngày hội chuyển đổi số", 0, year=2025)
    chosen = choose_deadline(found, read_time_cell("2026 - 2030", 0, year=2025))
    assert chosen is not None
    assert (chosen.kind, chosen.interval, chosen.end) == ("recurring", "yearly", "2030-12-31")


def test_a_text_without_a_time_has_no_deadline() -> None:
    assert choose_deadline(read_deadlines("Tăng cường công tác tuyên truyền", 0, year=2025)) is None
