"""One item becomes two, several become one: words, places and parts go where they belong."""

import pytest

from tests.large import stored
from tests.readings import month, small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.editing.merge import joined, merge
from tinhso.steering.programmes.editing.refusals import NothingToMerge, NothingToSplit
from tinhso.steering.programmes.editing.restore import restore
from tinhso.steering.programmes.editing.split import split
from tinhso.steering.programmes.editing.words import words_of
from tinhso.steering.programmes.models import Duty, EditableItem, Indicator, Programme, Target, Task
from tinhso.steering.programmes.refusals import ChangedMeanwhile
from tinhso.steering.programmes.tests.editing import deeds, place, task

pytestmark = pytest.mark.django_db
FIRST, SECOND = "Ban hành Quy chế trong tháng 7/2022", "tổ chức tập huấn cho cán bộ xã"


@pytest.fixture
def programme(office: Unit) -> Programme:
    writer = small_plan()
    products = (("Quy chế", month(7)), ("tài liệu tập huấn", None))
    writer.task("II.4", f"{FIRST}; {SECOND}, có tài liệu tập huấn", deadline=month(7), products=products)
    return start(stored(writer.reading()), by=None)


def halves(programme: Programme, by: Account) -> tuple[Task, EditableItem]:
    whole = task(programme, "II.4")
    second = split(whole, whole.text.index(SECOND), by=by, version=1)
    whole.refresh_from_db()
    second.refresh_from_db()
    return whole, second


def test_each_half_keeps_its_own_words_in_the_document(programme: Programme, coordinator: Account) -> None:
    first, second = halves(programme, coordinator)
    assert isinstance(second, Task)
    assert (first.text, second.text) == (FIRST, f"T{SECOND[1:]}, có tài liệu tập huấn")
    assert (second.code, second.split_from, second.reading_index) == ("II.4+1", first, None)
    start_of_second, _end = place(programme, SECOND)
    assert first.spans.get().end == start_of_second == second.spans.get().start == second.position
    assert (deeds(first), deeds(second)) == (["split"], ["split"])


def test_each_part_goes_with_the_half_that_names_it(programme: Programme, coordinator: Account) -> None:
    first, second = halves(programme, coordinator)
    assert isinstance(second, Task)
    assert [each.text for each in first.deliverables.all()] == ["Quy chế"]
    assert [each.text for each in second.deliverables.all()] == ["tài liệu tập huấn"]
    assert (first.due_basis, second.due_basis, second.due_on) == ("month", "inferred", programme.ends_on)
    assert [each.wording for each in second.assignments.all()] == ["Giám đốc Sở Thông tin và Truyền thông"]


def test_the_word_between_two_clauses_belongs_to_neither(programme: Programme, coordinator: Account) -> None:
    item = task(programme, "II.4")
    item.text = "Xây dựng kho dữ liệu và vận hành cổng"
    item.save()
    second = split(item, item.text.index("vận hành"), by=coordinator, version=1)
    assert (task(programme, "II.4").text, words_of(second)) == ("Xây dựng kho dữ liệu", "Vận hành cổng")


def test_a_split_must_leave_words_on_both_sides(programme: Programme, coordinator: Account) -> None:
    whole = task(programme, "II.4")
    for at in (0, len(whole.text), -3):
        with pytest.raises(NothingToSplit):
            split(whole, at, by=coordinator, version=1)


def test_a_duty_can_be_split_as_well(programme: Programme, coordinator: Account) -> None:
    duty = Duty.objects.get(programme=programme)
    second = split(duty, duty.what.index("kết quả"), by=coordinator, version=1)
    assert isinstance(second, Duty)
    assert (Duty.objects.get(pk=duty.pk).what, second.what) == ("báo cáo", "Kết quả")


def merged(programme: Programme, by: Account, *codes: str) -> EditableItem:
    items = [task(programme, code) for code in codes]
    return merge([(item, 1) for item in items], joined(items), by=by)


def test_the_first_takes_the_words_and_parts_of_the_others(programme: Programme, coordinator: Account) -> None:
    kept = merged(programme, coordinator, "II.3", "II.1")
    assert isinstance(kept, Task)
    assert kept.code == "II.1"
    assert kept.text.endswith("hệ thống thông tin báo cáo; Xây dựng phần mềm quản lý nhà trọ.")
    assert {each.wording for each in kept.assignments.all()} == {
        "Giám đốc Sở Thông tin và Truyền thông",
        "Giám đốc Công an tỉnh",
    }
    assert kept.spans.count() == 2
    gone = task(programme, "II.3")
    assert (gone.merged_into, gone.withdrawn_why, gone.withdrawn_by) == (kept, "Gộp vào II.1", coordinator)
    assert (deeds(kept), deeds(gone)) == (["merged"], ["merged"])


def test_a_day_that_the_plan_states_outlives_one_inferred(programme: Programme, coordinator: Account) -> None:
    writer = small_plan()
    writer.task("II.5", "Lập hồ sơ cấp độ", lead="Giám đốc Sở Y tế")
    writer.task("II.6", "Phê duyệt hồ sơ cấp độ", deadline=month(9))
    other = start(stored(writer.reading(), "khac.txt"), by=None)
    kept = merged(other, coordinator, "II.5", "II.6")
    assert isinstance(kept, Task)
    assert (kept.due_basis, kept.due_on and kept.due_on.month) == ("month", 9)


def test_targets_of_merged_indicators_stand_together(programme: Programme, coordinator: Account) -> None:
    items = list(Indicator.objects.filter(programme=programme))
    kept = merge([(item, 1) for item in items], joined(items), by=coordinator)
    targets = Target.objects.current().filter(indicator=kept.pk).order_by("position")
    assert [each.written() for each in targets] == ["≥ 85 %", "≥ 50 %"]


def test_what_was_merged_can_be_taken_back_whole(programme: Programme, coordinator: Account) -> None:
    merged(programme, coordinator, "II.1", "II.3")
    gone = task(programme, "II.3")
    restore(gone, by=coordinator, version=gone.version)
    assert (gone.withdrawn_at, gone.merged_into, gone.assignments.count()) == (None, None, 1)


def test_only_items_of_one_kind_that_stand_are_merged(programme: Programme, coordinator: Account) -> None:
    one, other = task(programme, "II.1"), Indicator.objects.filter(programme=programme)[0]
    for seen in ([(one, 1)], [(one, 1), (other, 1)], [(one, 1), (one, 1)]):
        with pytest.raises(NothingToMerge):
            merge(seen, "Gộp", by=coordinator)


def test_the_second_of_two_who_split_or_merge_is_told(programme: Programme, coordinator: Account) -> None:
    first, _second = halves(programme, coordinator)
    with pytest.raises(ChangedMeanwhile):
        split(first, 8, by=coordinator, version=1)
    with pytest.raises(ChangedMeanwhile):
        merge([(first, 1), (task(programme, "II.1"), 1)], "Gộp", by=coordinator)
    assert task(programme, "II.1").acceptance == "proposed"


def test_a_unit_officer_may_neither_split_nor_merge(programme: Programme, officer: Account) -> None:
    with pytest.raises(NotAllowed):
        halves(programme, officer)
    with pytest.raises(NotAllowed):
        merged(programme, officer, "II.1", "II.3")
