"""A corrected version is taken: what people have reported, handed in, been granted and counted stays, and is shown."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.large import stored
from tests.readings import month
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.tests.conftest import execute
from tinhso.steering.figures.tests.giving import give, ratio
from tinhso.steering.following.actions.ask_extension import MoreTime, ask_extension
from tinhso.steering.following.actions.decide_extension import Decision, decide_extension
from tinhso.steering.following.actions.record_event import Happened, record_event
from tinhso.steering.following.actions.record_product import Delivered, record_product
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.evidencing import Proof
from tinhso.steering.following.hands import Hand
from tinhso.steering.intake.reading import Deliverable, Task
from tinhso.steering.programmes.actions.reread import propose, reread
from tinhso.steering.programmes.archive import revived
from tinhso.steering.programmes.models import Deliverable as ProductRow
from tinhso.steering.programmes.models import Indicator, Programme

pytestmark = pytest.mark.django_db
Reworded = Callable[[Task], Task]
MORE = MoreTime(asked_on=date(2022, 10, 31), reason="Chờ Bộ")
REPORT = "Báo cáo tình hình thực hiện"
PAPER = {"kind": "QC", "number": "15", "symbol": "QC-UBND", "issuer": "UBND huyện Mẫu", "subject": "Quy chế"}


@pytest.fixture
def worked_on(programme: Programme, officer: Account, chair: Account, district: Unit) -> Programme:
    """Reports on II.1 and II.3, more time for II.1 and a product of II.4, the other in, the event of II.5, a figure."""
    task = {each.code: each for each in programme.tasks.all()}
    report_progress(task["II.1"], Progress(said="doing", note="Đã có dự thảo", share=40), Hand(officer))
    rule, result = task["II.4"].deliverables.order_by("position")
    for wanted in (MORE, replace(MORE, deliverable=result, asked_on=date(2022, 12, 15))):
        asked = ask_extension(task["II.4" if wanted.deliverable else "II.1"], wanted, Hand(officer))
        decide_extension(asked, Decision(due_on=wanted.asked_on), Hand(chair))
    paper = IssuedDocument.objects.create(**PAPER, issued_on=date(2022, 7, 10))
    record_product(rule, Delivered(proofs=(Proof(document=paper),)), Hand(officer))
    record_event(task["II.5"], Happened(day=date(2022, 8, 1), what="Bộ ban hành Bộ chỉ số"), Hand(officer))
    report_progress(task["II.3"], Progress(said="stuck", note="Chưa có kinh phí"), Hand(officer))
    indicator = Indicator.objects.get(programme=programme, code="I.2")
    Measure.objects.create(indicator=indicator, kind=Measure.Kind.RATIO, levels="district")
    execute(indicator, district)
    give(indicator, district, ratio(30, 120), by=officer)
    return programme


def take(programme: Programme, changed: Reworded, *, without: str = "") -> None:
    """A corrected version in which each task but one reads as ``changed`` has it, I.2 asks for more, all moved on."""
    old = revived(programme.document.reading)
    tasks = tuple(changed(each) for each in old.tasks if each.code != without)
    first, second = old.indicators
    more = replace(second, targets=(replace(second.targets[0], value=60),))
    new = replace(old, tasks=tasks, indicators=(first, more), text=f"{old.text}\nBản sửa")
    reread(propose(programme, stored(new, "ban-sua.txt")), by=None, version=programme.version)


def reworded(task: Task) -> Task:
    return replace(task, text=f"{task.text} trên địa bàn tỉnh")


def with_a_product(task: Task) -> Task:
    """One product more, due before the others."""
    return replace(task, deliverables=(*task.deliverables, Deliverable(REPORT, month(6), task.span)))


def with_products_reworded(task: Task) -> Task:
    products = (replace(each, text=f"{each.text} trên địa bàn tỉnh") for each in task.deliverables)
    return replace(task, deliverables=tuple(products))


def moved(task: Task) -> Task:
    section, _point, number = task.code.rpartition(".")
    return replace(task, code=f"{section}.{int(number) + 10}")


def days(programme: Programme) -> dict[str, str]:
    """The days that the lists go by: of the tasks that have more time, and of the report."""
    tasks = programme.tasks.filter(deeds__kind__in=("extension_granted", "event_recorded")).order_by("pk")
    report = ProductRow.objects.get(task__programme=programme, text__startswith="Báo cáo kết quả")
    return {**{task.code: str(task.due_on) for task in tasks}, "sản phẩm": str(report.due_on)}


def seen(client: Client, programme: Programme, words: str) -> str:
    """The page of the task of these words."""
    task = programme.tasks.get(text__startswith=words)
    answer = client.get(reverse("pages:task", args=(programme.pk, task.pk)), {"ngay": "01/8/2022"})
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("changed", [reworded, with_a_product, moved])
def test_what_was_reported_granted_and_handed_in_stays_with_its_task(
    client: Client, worked_on: Programme, coordinator: Account, changed: Reworded
) -> None:
    take(worked_on, changed)
    client.force_login(coordinator)
    page = seen(client, worked_on, "Xây dựng Quy chế")
    for told in ("Đã có dự thảo", "xin đến 31/10/2022", "Cho gia hạn", "31/10/2022"):
        assert told in page
    assert "15/QC-UBND" in seen(client, worked_on, "Quản lý hệ thống")
    assert "31/8/2022" in seen(client, worked_on, "Áp dụng Bộ chỉ số")


@pytest.mark.parametrize("changed", [reworded, with_a_product, with_products_reworded, moved])
def test_a_day_that_was_given_in_the_work_outlasts_a_version_that_does_not_touch_it(
    worked_on: Programme, changed: Reworded
) -> None:
    before = days(worked_on)
    assert before == {"II.1": "2022-10-31", "II.4": "2022-12-15", "II.5": "2022-08-31", "sản phẩm": "2022-12-15"}
    take(worked_on, changed)
    assert list(days(worked_on).values()) == list(before.values())


def test_a_version_that_states_another_day_is_followed(worked_on: Programme) -> None:
    take(worked_on, lambda task: replace(task, deadline=month(11)) if task.code == "II.1" else task)
    assert days(worked_on)["II.1"] == "2022-11-30"


def test_what_was_reported_on_a_task_that_a_version_leaves_out_is_still_read(
    client: Client, worked_on: Programme, coordinator: Account
) -> None:
    take(worked_on, reworded, without="II.3")
    client.force_login(coordinator)
    page = seen(client, worked_on, "Xây dựng phần mềm")
    assert "không còn trong bản mới" in page
    assert "Chưa có kinh phí" in page


def test_a_figure_stays_with_its_indicator_and_is_held_against_the_new_target(
    client: Client, worked_on: Programme, coordinator: Account
) -> None:
    take(worked_on, reworded)
    client.force_login(coordinator)
    indicator = worked_on.indicators.get(code="I.2")
    page = client.get(reverse("pages:indicator", args=(worked_on.pk, indicator.pk)), {"ngay": "01/8/2022"})
    assert "25,0 % / ≥ 60 %" in page.content.decode().replace("\N{NO-BREAK SPACE}", " ")
    entries = client.get(reverse("values:entries", args=(worked_on.pk, indicator.pk)), {"ngay": "01/8/2022"})
    assert "30/120" in entries.content.decode()
