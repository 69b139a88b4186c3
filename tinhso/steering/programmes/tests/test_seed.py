"""The seed plan of Bắc Giang, 2022, with the province's organisations of its day, becomes the programme it orders."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.core.management import call_command
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.large import stored
from tests.samples import SEED
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.intake.reader import read_document
from tinhso.steering.intake.reading import Reading
from tinhso.steering.intake.sources import paste
from tinhso.steering.programmes.actions.reread import propose, reread
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Assignment, Deadline, Programme, Target, Task

pytestmark = pytest.mark.django_db
DAY = date(2022, 4, 1)


@pytest.fixture(scope="module")
def started(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    """Started once for all tests of this file, in a transaction that is taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_organisations", verbosity=0)
        yield start(stored(reading_of(SEED.read_text(encoding="utf-8"))), by=None).pk
        transaction.set_rollback(True)


@pytest.fixture
def programme(db: None, started: int) -> Programme:
    return Programme.objects.get(pk=started)


def reading_of(text: str) -> Reading:
    return read_document(paste(text))


def test_it_has_18_indicators_with_21_targets(programme: Programme) -> None:
    assert (programme.indicators.count(), programme.targets.count()) == (18, 21)


def test_part_two_has_82_task_rows_81_of_them_leaves(programme: Programme) -> None:
    rows = Task.objects.filter(programme=programme, code__startswith="II.")
    assert (rows.count(), rows.leaves().count()) == (82, 81)
    assert Task.objects.get(programme=programme, code="II.3.b.1").parent == rows.get(code="II.3.b")


def test_three_levels_of_one_indicator_are_three_strict_targets(programme: Programme) -> None:
    targets = Target.objects.filter(indicator__programme=programme, indicator__code="II.7").order_by("position")
    assert [(target.written(), target.level) for target in targets] == [
        ("> 90 %", "province"),
        ("> 80 %", "district"),
        ("> 50 %", "commune"),
    ]


def test_an_indicator_that_begins_on_two_days_says_so(programme: Programme) -> None:
    targets = Target.objects.filter(indicator__programme=programme, indicator__code="II.3").order_by("position")
    assert [target.from_on for target in targets] == [date(2022, 6, 1), date(2022, 12, 1)]


def test_everybody_who_watches_or_leads_is_known(programme: Programme) -> None:
    people = Assignment.objects.filter(programme=programme).in_roles("watcher", "lead")
    assert list(people.unsure()) == []
    assert not people.in_roles("watcher").filter(post=None).exists(), "a watcher is a post"


def test_every_task_of_part_two_has_a_lead(programme: Programme) -> None:
    tasks = Task.objects.filter(programme=programme, code__startswith="II.").leaves()
    assert not tasks.with_none(Assignment.objects.current().in_roles("lead")).exists()


def test_all_departments_means_the_units_of_the_day(programme: Programme) -> None:
    lead = Assignment.objects.get(indicator__programme=programme, indicator__code="II.5", role="lead")
    assert lead.group is not None
    members = Roster.on(DAY).members(lead.group.pk)
    assert "Sở Thông tin và Truyền thông" in [version.name for version in members]


def test_one_line_of_five_documents_has_four_months_and_an_event(programme: Programme) -> None:
    deadlines = Deadline.objects.filter(deliverable__task__programme=programme, deliverable__task__code="II.1.a.2")
    assert list(deadlines.order_by("deliverable__position").values_list("basis", "due_on")) == [
        ("month", date(2022, 7, 31)),
        ("month", date(2022, 9, 30)),
        ("month", date(2022, 9, 30)),
        ("month", date(2022, 11, 30)),
        ("event", None),
    ]


def test_what_has_no_date_stands_at_the_end_of_the_year_as_inferred(programme: Programme) -> None:
    inferred = Task.objects.filter(programme=programme).with_basis("inferred")
    assert inferred.count() > 60
    assert set(inferred.values_list("due_on", flat=True)) == {date(2022, 12, 31)}


def test_the_department_in_charge_is_found(programme: Programme) -> None:
    assert programme.coordinating_unit is not None
    assert programme.coordinating_unit.key == "so-tttt"


def test_a_corrected_version_shows_exactly_what_was_corrected(programme: Programme) -> None:
    text = SEED.read_text(encoding="utf-8")
    text = text.replace("có điện thoại thông minh đạt 85%", "có điện thoại thông minh đạt 90%")
    text = text.replace("trong tháng 10/2022", "trong tháng 12/2022")
    text = text.replace("- Xây dựng phần mềm Quản lý nhà trọ trên địa bàn tỉnh Bắc Giang.\n", "")
    proposal = propose(programme, stored(reading_of(text), "ban-sua.txt"))
    told = [(change.kind, change.what, change.text[:40]) for change in proposal.shown]
    assert told == [
        ("indicator", "changed", "Tỷ lệ dân số có điện thoại thông minh"),
        ("task", "changed", "Trình UBND tỉnh ban hành Quyết định ban "),
        ("task", "gone", "Xây dựng phần mềm Quản lý nhà trọ trên đ"),
    ]
    before = Task.objects.filter(programme=programme).current().count()
    reread(proposal, by=None, version=programme.version)
    assert Task.objects.filter(programme=programme).current().count() == before - 1


def test_the_same_text_again_shows_nothing(programme: Programme) -> None:
    proposal = propose(programme, programme.document, reading_of(SEED.read_text(encoding="utf-8")))
    assert proposal.shown == []
