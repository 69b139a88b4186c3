"""A person adds an item by its words in the document, drops what is none, and takes it back."""

from dataclasses import replace

import pytest

from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.intake.reading import Unplaced as ReadUnplaced
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.editing.add import add
from tinhso.steering.programmes.editing.add_product import add_product
from tinhso.steering.programmes.editing.drop import drop
from tinhso.steering.programmes.editing.places import places_of
from tinhso.steering.programmes.editing.refusals import (
    AlreadyAnItem,
    NoTaskThere,
    NotDropped,
    WordsNotFound,
)
from tinhso.steering.programmes.editing.restore import restore
from tinhso.steering.programmes.editing.see import see
from tinhso.steering.programmes.editing.set_aside import set_aside
from tinhso.steering.programmes.models import Duty, Finding, Indicator, Programme, Task, Unplaced
from tinhso.steering.programmes.refusals import ChangedMeanwhile, NoReason
from tinhso.steering.programmes.tests.editing import deeds, place, task

pytestmark = pytest.mark.django_db
LINE = "Đoạn mở đầu. Hoàn thành số hóa hồ sơ đất đai trong tháng 9/2022. Đoạn kết"
WORDS = "Hoàn thành số hóa hồ sơ đất đai trong tháng 9/2022"


@pytest.fixture
def programme(office: Unit) -> Programme:
    """The small plan with a line that the reader could not place."""
    writer = small_plan()
    span = writer._line(LINE)
    reading = replace(writer.reading(), unplaced=(ReadUnplaced(LINE, span),))
    return start(stored(reading), by=None)


def test_selected_words_become_a_task_under_the_heading_above(programme: Programme, coordinator: Account) -> None:
    added = add(programme, *place(programme, WORDS), kind="task", by=coordinator)
    assert isinstance(added, Task)
    assert (added.text, added.code, added.section_title) == (WORDS, "II+1", "Hạ tầng số")
    assert (added.due_basis, added.due_on and added.due_on.month) == ("month", 9)
    assert (added.acceptance, added.accepted_by, deeds(added)) == ("corrected", coordinator, ["added"])
    assert (added.spans.get().start, added.spans.get().end) == place(programme, WORDS)


def test_what_is_left_of_an_unplaced_piece_stays_to_be_placed(programme: Programme, coordinator: Account) -> None:
    add(programme, *place(programme, WORDS), kind="task", by=coordinator)
    pieces = Unplaced.objects.filter(programme=programme)
    assert [piece.text for piece in pieces] == ["Đoạn mở đầu.", ". Đoạn kết"]
    assert [piece.spans.get().start for piece in pieces] == [piece.position for piece in pieces]


def test_selected_words_become_an_indicator_with_its_target(programme: Programme, coordinator: Account) -> None:
    line = "Tỷ lệ dân số có điện thoại thông minh đạt 85%"
    Indicator.objects.filter(code="I.1").delete()
    added = add(programme, *place(programme, line), kind="indicator", by=coordinator)
    assert isinstance(added, Indicator)
    assert [target.written() for target in added.targets.all()] == ["≥ 85 %"]


def test_selected_words_become_a_duty(programme: Programme, coordinator: Account) -> None:
    added = add(programme, *place(programme, WORDS), kind="duty", by=coordinator)
    assert isinstance(added, Duty)
    assert (added.what, added.frequency) == (WORDS, "ad_hoc")


def test_selected_words_become_a_product_of_the_task_before_them(programme: Programme, coordinator: Account) -> None:
    changed = add_product(programme, *place(programme, WORDS), by=coordinator)
    assert (changed.code, changed.acceptance, changed.version) == ("II.3", "corrected", 2)
    assert changed.deliverables.get().due_on is not None
    with pytest.raises(NoTaskThere):
        add_product(programme, *place(programme, "27/QĐ-UBQGCĐS"), by=coordinator)


def test_the_same_words_are_added_once(programme: Programme, coordinator: Account) -> None:
    add(programme, *place(programme, WORDS), kind="task", by=coordinator)
    with pytest.raises(AlreadyAnItem, match=r"II\+1"):
        add(programme, *place(programme, WORDS), kind="task", by=coordinator)


def test_a_selection_without_a_word_is_refused(programme: Programme, coordinator: Account) -> None:
    start_of_line, _end = place(programme, "- Xây dựng phần mềm")
    with pytest.raises(WordsNotFound):
        add(programme, start_of_line, start_of_line + 2, kind="task", by=coordinator)


def test_words_are_found_however_their_lines_break() -> None:
    assert places_of("một hai\n ba bốn", "hai  ba") == [(4, 11)]
    assert places_of("một hai", "hai ba") == []


def test_what_is_dropped_no_longer_counts_and_says_why(programme: Programme, coordinator: Account) -> None:
    item = task(programme, "II.2")
    drop(item, "  Là câu dẫn, không phải nhiệm vụ ", by=coordinator, version=1)
    assert item not in Task.objects.current()
    assert (item.withdrawn_why, item.withdrawn_by) == ("Là câu dẫn, không phải nhiệm vụ", coordinator)
    restore(item, by=coordinator, version=2)
    assert item in Task.objects.current()
    assert deeds(item) == ["dropped", "restored"]


def test_dropping_needs_a_reason_and_taking_back_something_dropped(programme: Programme, coordinator: Account) -> None:
    item = task(programme, "II.2")
    with pytest.raises(NoReason):
        drop(item, " ", by=coordinator, version=1)
    with pytest.raises(NotDropped):
        restore(item, by=coordinator, version=1)


def test_the_second_of_two_who_drop_is_told(programme: Programme, coordinator: Account) -> None:
    drop(task(programme, "II.2"), "Trùng", by=coordinator, version=1)
    with pytest.raises(ChangedMeanwhile):
        drop(task(programme, "II.2"), "Trùng", by=coordinator, version=1)


def test_who_first_sets_a_piece_aside_or_sees_a_point_is_named(
    programme: Programme, coordinator: Account, administrator: Account
) -> None:
    piece = Unplaced.objects.get(programme=programme)
    point = Finding.objects.create(programme=programme, position=0, kind="no_owner", message="Không có chủ trì")
    for person in (coordinator, administrator):
        set_aside(piece, by=person)
        see(point, by=person)
    piece.refresh_from_db()
    point.refresh_from_db()
    assert (piece.set_aside_by, point.seen_by) == (coordinator, coordinator)
    assert not Unplaced.objects.waiting().exists()


def test_a_unit_officer_may_do_none_of_it(programme: Programme, officer: Account) -> None:
    for deed in (
        lambda: add(programme, *place(programme, WORDS), kind="task", by=officer),
        lambda: drop(task(programme, "II.2"), "Trùng", by=officer, version=1),
        lambda: set_aside(Unplaced.objects.get(), by=officer),
    ):
        with pytest.raises(NotAllowed):
            deed()
