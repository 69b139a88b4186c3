"""A reading becomes a programme, once, whole, and only by those who may."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError

from tests.large import stored
from tests.readings import Writer, month, small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.intake.reading import Header
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Assignment, Programme, Revision, SourceSpan, Target, Task
from tinhso.steering.programmes.period import Period
from tinhso.steering.programmes.refusals import AlreadyStarted, NoName, NothingToTrack, WrongPeriod

pytestmark = pytest.mark.django_db


def test_the_programme_takes_name_years_and_unit_in_charge_from_its_document(office: Unit) -> None:
    programme = start(stored(small_plan().reading()), by=None)
    assert programme.name == "Kế hoạch chuyển đổi số tỉnh Bắc Giang năm 2022"
    assert (programme.starts_on, programme.ends_on) == (date(2022, 1, 1), date(2022, 12, 31))
    assert programme.coordinating_unit == office
    assert programme.code == "kh-ubnd-2022"


def test_a_title_in_capitals_stays_in_capitals(office: Unit) -> None:
    reading = replace(small_plan().reading(), header=Header(kind="KẾ HOẠCH", subject="PHÁT TRIỂN HẠ TẦNG 5G NĂM 2026"))
    assert stored(reading).title == "KẾ HOẠCH PHÁT TRIỂN HẠ TẦNG 5G NĂM 2026"


def test_every_item_stands_under_its_section_and_knows_its_words(office: Unit) -> None:
    programme = start(stored(small_plan().reading()), by=None)
    task = Task.objects.get(programme=programme, code="II.3")
    assert task.section is not None
    assert task.section.text == "Hạ tầng số"
    span = SourceSpan.objects.get(task=task)
    assert programme.document.reading.text[span.start : span.end] == "- Xây dựng phần mềm quản lý nhà trọ"


def test_names_mean_posts_and_groups_of_the_plans_day_and_stay_as_written(office: Unit) -> None:
    programme = start(stored(small_plan().reading()), by=None)
    lead = Assignment.objects.get(task__code="II.1", task__programme=programme)
    assert lead.post is not None
    assert (lead.post.unit, lead.wording) == (office, "Giám đốc Sở Thông tin và Truyền thông")
    group = Assignment.objects.get(indicator__code="I.1", indicator__programme=programme, role="lead")
    assert group.group is not None
    assert group.group.key == "cac-so-nganh"


def test_a_name_nobody_bears_is_kept_as_unknown(office: Unit) -> None:
    writer = small_plan()
    writer.task("II.4", "Hỗ trợ doanh nghiệp", lead="Tập đoàn không có trong danh mục")
    programme = start(stored(writer.reading()), by=None)
    lead = Assignment.objects.get(task__code="II.4", task__programme=programme)
    assert (lead.certainty, lead.unit, lead.post, lead.group) == ("unknown", None, None, None)


def test_a_deadline_says_how_it_was_obtained(office: Unit) -> None:
    programme = start(stored(small_plan().reading()), by=None)
    basis = dict(Task.objects.filter(programme=programme).values_list("code", "due_basis"))
    assert basis == {"II.1": "month", "II.2": "", "II.3": "inferred"}
    assert Task.objects.get(programme=programme, code="II.3").due_on == date(2022, 12, 31)


def test_a_task_whose_products_all_have_a_month_is_due_with_the_last_of_them(office: Unit) -> None:
    writer = small_plan()
    writer.task("II.4", "Ban hành hai quy chế", products=(("Quy chế A", month(9)), ("Quy chế B", month(7))))
    task = Task.objects.get(programme=start(stored(writer.reading()), by=None), code="II.4")
    assert (task.due_on, task.due_basis) == (date(2022, 9, 30), "products")


def test_what_the_machine_read_is_proposed_until_somebody_accepts_it(office: Unit) -> None:
    programme = start(stored(small_plan().reading()), by=None)
    assert not Task.objects.filter(programme=programme).exclude(acceptance="proposed").exists()
    assert not Target.objects.filter(programme=programme).exclude(acceptance="proposed").exists()


def test_a_document_starts_one_programme_however_often_it_is_asked(office: Unit) -> None:
    document = stored(small_plan().reading())
    programme = start(document, by=None)
    with pytest.raises(AlreadyStarted, match=programme.code):
        start(document, by=None)
    assert Programme.objects.count() == 1


def test_the_database_refuses_the_second_click_too(office: Unit) -> None:
    programme = start(stored(small_plan().reading()), by=None)
    with pytest.raises(IntegrityError):
        Revision.objects.create(programme=programme, number=0, document=programme.document)


def test_two_programmes_of_one_symbol_and_year_get_two_codes(office: Unit) -> None:
    first = start(stored(small_plan().reading(), "a.txt"), by=None)
    second = start(stored(small_plan().reading(), "b.txt"), by=None)
    assert (first.code, second.code) == ("kh-ubnd-2022", "kh-ubnd-2022-2")


def test_the_officer_of_the_department_in_charge_may_start(coordinator: Account, office: Unit) -> None:
    programme = start(stored(small_plan().reading()), by=coordinator)
    assert programme.created_by == coordinator


def test_a_unit_officer_may_not_start_and_nothing_is_made(officer: Account, office: Unit) -> None:
    with pytest.raises(NotAllowed, match="lập chương trình"):
        start(stored(small_plan().reading()), by=officer)
    assert not Programme.objects.exists()


def test_a_text_without_indicator_or_task_makes_no_programme(office: Unit) -> None:
    with pytest.raises(NothingToTrack):
        start(stored(Writer().reading()), by=None)


def test_a_programme_needs_a_name_and_days_in_order(office: Unit) -> None:
    document = stored(small_plan().reading())
    with pytest.raises(NoName):
        start(document, by=None, name="  ")
    with pytest.raises(WrongPeriod):
        start(document, by=None, period=Period(date(2022, 5, 1), date(2022, 4, 30)))
