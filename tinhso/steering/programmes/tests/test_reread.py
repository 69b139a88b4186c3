"""A corrected version shows what changed, is applied once, and keeps what people have done."""

import pytest
from django.utils import timezone

from tests.large import stored
from tests.readings import Writer, month, small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.programmes.actions.accept import accept
from tinhso.steering.programmes.actions.reread import propose, reread
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Deadline, Heading, Indicator, Programme, Target, Task
from tinhso.steering.programmes.refusals import AlreadyStarted, ChangedMeanwhile

pytestmark = pytest.mark.django_db
Counts = dict[str, int]


@pytest.fixture
def programme(office: Unit) -> Programme:
    """The programme of the small plan."""
    return start(stored(small_plan().reading(), "lan-1.txt"), by=None)


def told(programme: Programme, writer: Writer) -> list[tuple[str, str, str]]:
    """What a corrected version would change: kind, what, code."""
    proposal = propose(programme, stored(writer.reading(), "lan-2.txt"))
    return [(change.kind, change.what, change.code) for change in proposal.shown]


def apply(programme: Programme, writer: Writer) -> None:
    """Apply a corrected version whole."""
    reread(propose(programme, stored(writer.reading(), "lan-2.txt")), by=None, version=programme.version)
    programme.refresh_from_db()


def rows() -> Counts:
    """How many rows there are of each kind."""
    return {model.__name__: model.objects.count() for model in (Heading, Indicator, Target, Task, Deadline)}


def test_the_same_text_again_changes_nothing(programme: Programme) -> None:
    before = rows()
    assert told(programme, small_plan()) == []
    reread(propose(programme, programme.document), by=None, version=1)
    assert rows() == before


def test_a_task_put_in_between_is_new_and_the_others_only_move(programme: Programme) -> None:
    writer = small_plan()
    old, writer.tasks = writer.tasks, []
    writer.task("II.1", "Lập hồ sơ cấp độ an toàn hệ thống thông tin")
    for number, task in enumerate(old, start=2):
        writer.task(f"II.{number}", task.text, lead=task.leads[0], deadline=task.deadline, standing=task.standing)
    assert told(programme, writer) == [("task", "new", "II.1")]
    kept = Task.objects.get(programme=programme, text__startswith="Xây dựng phần mềm").pk
    apply(programme, writer)
    assert Task.objects.get(pk=kept).code == "II.4"
    assert Task.objects.filter(programme=programme).current().count() == 4


def test_a_new_value_of_an_indicator_is_a_change_and_its_row_stays(programme: Programme) -> None:
    writer = small_plan()
    writer.indicators.clear()
    writer.indicator("I.1", "Tỷ lệ dân số có điện thoại thông minh", 90)
    writer.indicator("I.2", "Tỷ lệ báo cáo được thực hiện trực tuyến", 50)
    target = Target.objects.get(indicator__code="I.1").pk
    assert told(programme, writer) == [("indicator", "changed", "I.1")]
    apply(programme, writer)
    assert Target.objects.get(pk=target).written() == "≥ 90 %"
    assert Target.objects.count() == 2


def test_a_task_left_out_is_withdrawn_and_its_row_stays(programme: Programme) -> None:
    writer = small_plan()
    gone = writer.tasks.pop()
    assert told(programme, writer) == [("task", "gone", gone.code)]
    apply(programme, writer)
    assert Task.objects.get(code=gone.code).withdrawn_at is not None
    assert Task.objects.filter(programme=programme).current().count() == 2


def test_a_new_deadline_supersedes_the_old_one_and_both_are_kept(programme: Programme) -> None:
    writer = small_plan()
    first = writer.tasks.pop(0)
    writer.task("II.1", first.text, deadline=month(11))
    assert told(programme, writer) == [("task", "changed", "II.1")]
    apply(programme, writer)
    deadlines = Deadline.objects.filter(task__code="II.1").order_by("pk")
    assert [deadline.superseded_at is None for deadline in deadlines] == [False, True]
    assert Task.objects.get(code="II.1").due_on == deadlines[1].due_on


def test_a_new_owner_replaces_the_old_one(programme: Programme) -> None:
    writer = small_plan()
    first = writer.tasks.pop(0)
    writer.task("II.1", first.text, lead="Giám đốc Sở Y tế", deadline=first.deadline)
    apply(programme, writer)
    people = Task.objects.get(code="II.1").assignments.order_by("pk")
    assert [person.wording for person in people] == ["Giám đốc Sở Thông tin và Truyền thông", "Giám đốc Sở Y tế"]
    assert [person.withdrawn_at is None for person in people] == [False, True]


def test_an_accepted_item_that_did_not_change_stays_accepted(programme: Programme, coordinator: Account) -> None:
    task = Task.objects.get(programme=programme, code="II.3")
    accept(task, by=coordinator, version=1)
    writer = small_plan()
    writer.task("II.4", "Một việc thêm vào cuối kế hoạch này")
    apply(programme, writer)
    task.refresh_from_db()
    assert (task.acceptance, task.accepted_by) == ("accepted", coordinator)


def test_an_accepted_item_whose_words_changed_is_proposed_anew(programme: Programme, coordinator: Account) -> None:
    task = Task.objects.get(programme=programme, code="II.3")
    accept(task, by=coordinator, version=1)
    writer = small_plan()
    writer.tasks.pop()
    writer.task("II.3", "Xây dựng phần mềm quản lý nhà trọ trên địa bàn tỉnh", lead="Giám đốc Công an tỉnh")
    apply(programme, writer)
    task.refresh_from_db()
    assert task.text.endswith("trên địa bàn tỉnh")
    assert (task.acceptance, task.accepted_at) == ("proposed", None)


def test_what_a_person_corrected_is_held_unless_they_say_otherwise(programme: Programme, coordinator: Account) -> None:
    Task.objects.filter(programme=programme, code="II.3").update(
        acceptance="corrected", accepted_by=coordinator, accepted_at=timezone.now(), text="Lời của cán bộ"
    )
    writer = small_plan()
    writer.tasks.pop()
    writer.task("II.3", "Xây dựng phần mềm quản lý nhà trọ trên địa bàn tỉnh", lead="Giám đốc Công an tỉnh")
    apply(programme, writer)
    assert Task.objects.get(programme=programme, code="II.3").text == "Lời của cán bộ"
    assert programme.revisions.get(number=1).changes[0]["applied"] is False


def test_a_change_left_out_by_the_person_is_not_applied(programme: Programme) -> None:
    writer = small_plan()
    writer.tasks.pop()
    proposal = propose(programme, stored(writer.reading(), "lan-2.txt"))
    reread(proposal, by=None, version=1, leave={proposal.shown[0].key})
    assert Task.objects.filter(programme=programme).current().count() == 3


def test_every_place_points_into_the_version_that_holds_now(programme: Programme) -> None:
    writer = small_plan()
    writer.lines.insert(0, "ỦY BAN NHÂN DÂN TỈNH BẮC GIANG")
    shifted = writer.reading()
    apply(programme, writer)
    spans = programme.document.spans.filter(task__isnull=False)
    assert spans.count() == len(shifted.tasks)
    assert not Task.objects.exclude(spans__document=programme.document).exists()


def test_the_second_of_two_who_apply_is_told(programme: Programme) -> None:
    writer = small_plan()
    writer.tasks.pop()
    proposal = propose(programme, stored(writer.reading(), "lan-2.txt"))
    other = propose(Programme.objects.get(pk=programme.pk), programme.document)
    reread(proposal, by=None, version=1)
    with pytest.raises(ChangedMeanwhile, match="Người khác vừa lưu"):
        reread(other, by=None, version=1)


def test_a_document_of_another_programme_is_refused(programme: Programme) -> None:
    other = start(stored(small_plan().reading(), "khac.txt"), by=None)
    with pytest.raises(AlreadyStarted, match=other.code):
        reread(propose(programme, other.document), by=None, version=1)


def test_a_unit_officer_may_not_change_the_programme(programme: Programme, officer: Account) -> None:
    with pytest.raises(NotAllowed):
        reread(propose(programme, programme.document), by=officer, version=1)
