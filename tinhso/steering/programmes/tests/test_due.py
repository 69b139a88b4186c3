"""When an item is due: as the plan says, counted from its day, or inferred from its end."""

from dataclasses import replace
from datetime import date

import pytest

from tests.readings import Writer, month
from tinhso.steering.intake.reading import Deadline, DocumentDate, Header, Reading, Task
from tinhso.steering.programmes.due import due_of, due_of_task
from tinhso.steering.programmes.period import Period, issued_on, naming_day, period_of

YEAR = Period(date(2022, 1, 1), date(2022, 12, 31))
ISSUED = date(2022, 4, 15)


def relative(words: str) -> Deadline:
    return Deadline(kind="relative", start=None, end=None, before=False, text=words)


def reading(subject: str, issued: DocumentDate | None = None) -> Reading:
    """A reading with nothing but a head."""
    return replace(Writer().reading(), header=Header(subject=subject, date=issued))


def task(*, deadline: Deadline | None = None, standing: bool = False) -> Task:
    writer = Writer()
    writer.task("II.1", "Một việc", deadline=deadline, standing=standing)
    return writer.tasks[0]


@pytest.mark.parametrize(
    "words, due",
    [
        ("100 ngày kể từ ngày ban hành Kế hoạch này", date(2022, 7, 24)),
        ("trong vòng 15 ngày kể từ ngày Quyết định này được ban hành", date(2022, 4, 30)),
        ("2 tháng kể từ ngày ký", date(2022, 6, 15)),
        ("30 ngày kể từ ngày Bộ Nội vụ ban hành hướng dẫn", None),
        ("30 ngày kể từ ngày ban hành Nghị định", None),
        ("05 ngày làm việc kể từ ngày ban hành", None),
    ],
)
def test_only_what_counts_from_this_document_is_counted(words: str, due: date | None) -> None:
    assert due_of(relative(words), period=YEAR, issued_on=ISSUED).due_on == due


def test_nothing_is_counted_from_a_day_of_issue_that_is_not_whole() -> None:
    due = due_of(relative("100 ngày kể từ ngày ban hành"), period=YEAR, issued_on=None)
    assert (due.basis, due.due_on) == ("relative", None)


def test_a_month_is_due_on_its_last_day() -> None:
    due = due_of(month(9), period=YEAR, issued_on=ISSUED)
    assert (due.basis, due.start_on, due.due_on) == ("month", date(2022, 9, 1), date(2022, 9, 30))


def test_a_day_is_explicit_and_keeps_before() -> None:
    words = Deadline(kind="date", start=None, end="2022-05-10", before=True, text="trước ngày 10/5/2022")
    due = due_of(words, period=YEAR, issued_on=ISSUED)
    assert (due.basis, due.due_on, due.before, due.wording) == ("explicit", date(2022, 5, 10), True, words.text)


def test_without_a_date_the_plans_last_day_stands_as_inferred() -> None:
    due = due_of_task(task(), period=YEAR, issued_on=ISSUED)
    assert due is not None
    assert (due.basis, due.due_on, due.wording) == ("inferred", date(2022, 12, 31), "")


def test_from_a_year_on_has_no_end() -> None:
    period = Deadline(kind="period", start="2026-01-01", end=None, before=False, text="Năm 2026 và các năm tiếp theo")
    due = due_of(period, period=YEAR, issued_on=ISSUED)
    assert (due.basis, due.start_on, due.due_on) == ("open", date(2026, 1, 1), None)


def test_a_plan_whose_subject_names_no_year_goes_on_to_its_last_deadline() -> None:
    writer = Writer(subject="Thi hành Luật Tiêu chuẩn")
    writer.task("II.1", "Rà soát quy chuẩn", deadline=month(6, 2024))
    period = period_of(writer.reading(), today=date(2030, 1, 1))
    assert (period.starts_on, period.ends_on) == (date(2022, 1, 1), date(2024, 12, 31))


def test_a_standing_duty_without_words_has_no_deadline() -> None:
    assert due_of_task(task(standing=True), period=YEAR, issued_on=ISSUED) is None


def test_an_order_bound_to_an_event_waits_for_it() -> None:
    event = Deadline(kind="event", start=None, end=None, before=False, text="sau khi Bộ ban hành")
    due = due_of_task(task(deadline=event), period=YEAR, issued_on=ISSUED)
    assert due is not None
    assert (due.basis, due.due_on) == ("event", None)


@pytest.mark.parametrize(
    "subject, issued, first, last",
    [
        ("Hoạt động của Ban chỉ đạo năm 2022", 2022, 2022, 2022),
        ("Kinh tế số và xã hội số giai đoạn 2026-2030", 2025, 2026, 2030),
        ("Phát triển hạ tầng 5G đến năm 2030", 2025, 2025, 2030),
        ("Kế hoạch tài chính 03 năm 2026-2028", 2025, 2026, 2028),
        ("Thi hành Luật Tiêu chuẩn", 2026, 2026, 2026),
    ],
)
def test_the_plan_covers_the_years_that_its_subject_names(subject: str, issued: int, first: int, last: int) -> None:
    period = period_of(reading(subject, DocumentDate(1, 2, issued)), today=date(2030, 1, 1))
    assert (period.starts_on, period.ends_on) == (date(first, 1, 1), date(last, 12, 31))


def test_a_head_without_day_gives_no_day_of_issue_but_a_day_for_names() -> None:
    seed = reading("Hoạt động năm 2022", DocumentDate(None, 4, 2022))
    assert issued_on(seed) is None
    assert naming_day(seed, YEAR) == date(2022, 4, 1)
