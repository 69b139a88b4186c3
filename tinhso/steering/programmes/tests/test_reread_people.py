"""A corrected version of the document keeps what people corrected, split, merged, added, dropped and set aside."""

from dataclasses import replace

import pytest

from tests.large import stored
from tests.readings import Writer, month
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.intake.reading import Finding as ReadFinding
from tinhso.steering.intake.reading import Reading
from tinhso.steering.intake.reading import Unplaced as ReadUnplaced
from tinhso.steering.programmes.actions.reread import propose, reread
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.editing.add import add
from tinhso.steering.programmes.editing.correct import correct
from tinhso.steering.programmes.editing.drop import drop
from tinhso.steering.programmes.editing.merge import merge
from tinhso.steering.programmes.editing.see import see
from tinhso.steering.programmes.editing.set_aside import set_aside
from tinhso.steering.programmes.editing.split import split
from tinhso.steering.programmes.editing.wanted import Wanted
from tinhso.steering.programmes.models import Finding, Programme, Task, Unplaced
from tinhso.steering.programmes.tests.editing import place, task

pytestmark = pytest.mark.django_db
LOOSE, ASIDE = "Câu chưa xếp được vào đâu", "Câu dẫn của phần này"


def version(*, first_line: str = "") -> Reading:
    """A plan of three tasks with two lines that found no place and a point to settle; perhaps a line before all."""
    writer = Writer()
    if first_line:
        writer.basis(first_line)
    writer.heading("II", "Hạ tầng số")
    writer.task("II.1", "Xây dựng Quy chế quản lý hệ thống thông tin báo cáo", deadline=month(7))
    writer.task("II.2", "Duy trì, vận hành tốt Trung tâm Tích hợp dữ liệu", standing=True)
    writer.task("II.3", "Xây dựng phần mềm quản lý nhà trọ", lead="Giám đốc Công an tỉnh")
    loose, aside = writer._line(LOOSE), writer._line(ASIDE)
    pieces = (ReadUnplaced(LOOSE, loose), ReadUnplaced(ASIDE, aside))
    point = ReadFinding("no_date", "Chưa có thời hạn", "II.3", loose)
    return replace(writer.reading(), unplaced=pieces, findings=(point,))


@pytest.fixture
def programme(office: Unit) -> Programme:
    return start(stored(version(), "lan-1.txt"), by=None)


def apply(programme: Programme, reading: Reading) -> None:
    programme.refresh_from_db()
    reread(propose(programme, stored(reading, "lan-2.txt")), by=None, version=programme.version)
    programme.refresh_from_db()


def moved() -> Reading:
    return version(first_line="06/QĐ-TTg")


def words_at(task: Task) -> str:
    """The words that the task's place names in the document that holds now."""
    span = task.spans.get(document=task.programme.document)
    return task.programme.document.reading.text[span.start : span.end]


def test_corrected_words_stay_and_are_still_found(programme: Programme, coordinator: Account) -> None:
    item = task(programme, "II.3")
    correct(item, Wanted(columns={"text": "Lời của cán bộ"}), by=coordinator, version=1)
    apply(programme, moved())
    item = Task.objects.get(pk=item.pk)
    assert (item.text, item.acceptance) == ("Lời của cán bộ", "corrected")
    assert list(Task.objects.matching("loi cua can bo")) == [item]
    assert words_at(item) == "- Xây dựng phần mềm quản lý nhà trọ"


def test_a_dropped_item_does_not_come_back(programme: Programme, coordinator: Account) -> None:
    item = task(programme, "II.3")
    drop(item, "Trùng", by=coordinator, version=1)
    apply(programme, moved())
    assert Task.objects.filter(programme=programme).count() == 3
    assert item not in Task.objects.current()
    apply(programme, replace(version(first_line="Lần ba"), tasks=()))
    assert Task.objects.get(pk=item.pk).withdrawn_why == "Trùng"


def test_a_dropped_item_whose_words_changed_is_held_and_comes_back_when_taken(
    programme: Programme, coordinator: Account
) -> None:
    item = task(programme, "II.3")
    drop(item, "Trùng", by=coordinator, version=1)
    reading = version()
    reworded = tuple(
        replace(each, text=f"{each.text} toàn tỉnh") if each.code == "II.3" else each for each in reading.tasks
    )
    programme.refresh_from_db()
    proposal = propose(programme, stored(replace(reading, tasks=reworded), "lan-2.txt"))
    assert len(proposal.held) == 1
    reread(proposal, by=None, version=programme.version, leave=())
    item = Task.objects.get(pk=item.pk)
    assert (item.withdrawn_at, item.is_dropped, item.acceptance) == (None, False, "proposed")


def test_a_split_item_stays_two_each_at_its_own_words(programme: Programme, coordinator: Account) -> None:
    item = task(programme, "II.1")
    second = split(item, item.text.index("quản lý"), by=coordinator, version=1)
    apply(programme, moved())
    first, other = Task.objects.get(pk=item.pk), Task.objects.get(pk=second.pk)
    assert words_at(first) == "- Xây dựng Quy chế"
    assert words_at(other) == "quản lý hệ thống thông tin báo cáo"
    assert Task.objects.filter(programme=programme).current().count() == 4


def test_merged_items_stay_one(programme: Programme, coordinator: Account) -> None:
    pair = [task(programme, "II.1"), task(programme, "II.3")]
    merge([(item, 1) for item in pair], "Hai việc làm một", by=coordinator)
    apply(programme, moved())
    assert task(programme, "II.1").text == "Hai việc làm một"
    assert Task.objects.filter(programme=programme).current().count() == 2


def test_an_added_item_finds_its_words_in_the_new_text(programme: Programme, coordinator: Account) -> None:
    added = add(programme, *place(programme, LOOSE), kind="task", by=coordinator)
    apply(programme, moved())
    item = Task.objects.get(pk=added.pk)
    assert words_at(item) == LOOSE
    assert item.position == item.spans.get(document=programme.document).start
    assert [piece.text for piece in Unplaced.objects.filter(programme=programme)] == [ASIDE]


def test_what_was_set_aside_and_seen_stays_so(programme: Programme, coordinator: Account) -> None:
    set_aside(Unplaced.objects.get(programme=programme, text=ASIDE), by=coordinator)
    see(Finding.objects.get(programme=programme), by=coordinator)
    apply(programme, moved())
    assert [piece.text for piece in Unplaced.objects.waiting()] == [LOOSE]
    assert Finding.objects.get(programme=programme).seen_by == coordinator
