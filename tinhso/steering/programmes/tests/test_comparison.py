"""Two readings are compared by what they say."""

from dataclasses import replace

from tests.readings import Writer, large_reading, month, small_plan
from tinhso.steering.programmes.comparison import Change, compare, worth_showing


def shown(old: Writer, new: Writer) -> list[Change]:
    return worth_showing(compare(old.reading(), new.reading()))


def test_a_plan_is_the_same_as_itself() -> None:
    assert shown(small_plan(), small_plan()) == []


def test_everything_is_new_to_an_empty_programme() -> None:
    changes = compare(None, small_plan().reading())
    assert {change.what for change in changes} == {"new"}
    assert len(changes) == 1 + 2 + 2 + 3 + 1


def test_a_spelling_corrected_is_a_change_of_words() -> None:
    writer = small_plan()
    writer.tasks[2] = replace(writer.tasks[2], text="Xây dựng phần mềm quản lí nhà trọ")
    (change,) = shown(small_plan(), writer)
    assert (change.kind, change.what) == ("task", "changed")
    assert [(part.label, part.after) for part in change.differences] == [
        ("Nội dung", "Xây dựng phần mềm quản lí nhà trọ")
    ]


def test_tones_put_right_are_a_change_too() -> None:
    old, new = small_plan(), small_plan()
    old.tasks[2] = replace(old.tasks[2], text="Thúc đẩy chuyên đổi số")
    new.tasks[2] = replace(new.tasks[2], text="Thúc đẩy chuyển đổi số")
    assert [change.what for change in shown(old, new)] == ["changed"]


def test_a_month_moved_is_told_with_both_months() -> None:
    writer = small_plan()
    writer.tasks[0] = replace(writer.tasks[0], deadline=month(11))
    (change,) = shown(small_plan(), writer)
    (difference,) = change.differences
    assert difference.label == "Thời hạn"
    assert difference.before.startswith("trong tháng 7/2022")
    assert difference.after.startswith("trong tháng 11/2022")


def test_two_tasks_changing_places_are_no_change() -> None:
    writer = small_plan()
    first, second, third = writer.tasks
    writer.tasks[:] = [replace(third, code="II.1"), replace(first, code="II.2"), replace(second, code="II.3")]
    assert shown(small_plan(), writer) == []


def test_a_heading_reworded_is_told_once_and_not_with_every_task_below() -> None:
    writer = small_plan()
    writer.headings[1] = replace(writer.headings[1], text="Phát triển hạ tầng số")
    writer.tasks[:] = [replace(task, section="Phát triển hạ tầng số") for task in writer.tasks]
    assert [(change.kind, change.what) for change in shown(small_plan(), writer)] == [("heading", "changed")]


def test_a_task_moved_under_another_heading_that_both_have_is_a_change() -> None:
    old, new = small_plan(), small_plan()
    for writer in (old, new):
        writer.heading("III", "Chính quyền số")
    new.tasks[2] = replace(new.tasks[2], section="Chính quyền số", code="III.1")
    (change,) = shown(old, new)
    assert [part.label for part in change.differences] == ["Đề mục"]


def test_repeated_tasks_are_matched_one_to_one() -> None:
    old, new = small_plan(), small_plan()
    for number in range(4, 7):
        old.task(f"II.{number}", "Báo cáo định kỳ")
    for number in range(4, 6):
        new.task(f"II.{number}", "Báo cáo định kỳ")
    assert [change.what for change in shown(old, new)] == ["gone"]


def test_a_thousand_tasks_rewritten_do_not_hang_the_comparison() -> None:
    old = large_reading()
    tasks = tuple(replace(task, text=f"Nội dung mới hoàn toàn {place}") for place, task in enumerate(old.tasks))
    assert len(compare(old, replace(old, tasks=tasks))) > 1_000
