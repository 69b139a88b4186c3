"""The page of a task, of an indicator, and the text that both point into."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.programmes.models import Assignment, Candidate, Finding, Indicator, Programme, SourceSpan, Task

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client, coordinator: Account) -> Client:
    client.force_login(coordinator)
    return client


def page(desk: Client, view: str, *args: int) -> str:
    return desk.get(reverse(f"pages:{view}", args=args)).content.decode()


def test_an_item_leads_to_its_very_words_in_the_text(desk: Client, programme: Programme) -> None:
    task = Task.objects.get(code="II.1")
    shown = page(desk, "task", programme.pk, task.pk)
    anchor = re.search(rf'{reverse("pages:plan_text", args=(programme.pk,))}#(c\d+)"', shown)
    assert anchor
    marked = re.search(rf'id="{anchor[1]}"[^>]*>(.*?)</mark>', page(desk, "plan_text", programme.pk))
    assert marked
    assert "Xây dựng Quy chế quản lý hệ thống thông tin báo cáo" in re.sub("<[^>]+>", "", marked[1])
    assert f'href="{reverse("pages:task", args=(programme.pk, task.pk))}"' in marked[1]


def test_every_place_that_an_item_names_has_its_anchor_in_the_text(desk: Client, programme: Programme) -> None:
    text = page(desk, "plan_text", programme.pk)
    anchors = re.findall(r'id="c(\d+)"', text)
    starts = set(SourceSpan.objects.filter(document=programme.document).values_list("start", flat=True))
    assert {int(anchor) for anchor in anchors} == starts
    assert len(anchors) == len(set(anchors))


def test_the_text_marked_for_one_kind_marks_no_other(desk: Client, programme: Programme) -> None:
    text = desk.get(reverse("pages:plan_text", args=(programme.pk,)), {"loai": "indicator"}).content.decode()
    paper = text[text.index('<article class="paper"') :]
    assert "mark-indicator" in paper
    assert "mark-task" not in paper


def test_a_finding_stands_in_the_margin_of_its_words(desk: Client, programme: Programme) -> None:
    finding = Finding.objects.create(
        programme=programme, position=0, kind="no_owner", message="Chưa nêu người chủ trì."
    )
    SourceSpan.objects.create(document=programme.document, start=0, end=8, finding=finding)
    text = page(desk, "plan_text", programme.pk)
    assert '<aside class="margin-note">Chưa nêu người chủ trì.</aside>' in text
    assert 'class="noted"' in text


def test_a_task_tells_how_its_day_is_known(desk: Client, programme: Programme) -> None:
    stated = page(desk, "task", programme.pk, Task.objects.get(code="II.1").pk)
    assert "31/7/2022" in stated
    assert "“trong tháng 7/2022”" in stated
    inferred = page(desk, "task", programme.pk, Task.objects.get(code="II.3").pk)
    assert "Suy ra" in inferred


def test_owners_keep_the_plan_s_words_and_lead_to_their_units(
    desk: Client, programme: Programme, bodies: list[Unit]
) -> None:
    shown = page(desk, "task", programme.pk, Task.objects.get(code="II.3").pk)
    assert re.search(rf'href="{reverse("units:unit", args=("cong-an",))}[^"]*">Giám đốc Công an tỉnh</a>', shown)


def test_a_group_tells_which_units_it_means_on_the_day(desk: Client, programme: Programme) -> None:
    shown = page(desk, "task", programme.pk, Task.objects.get(code="II.4").pk)
    assert "Công an tỉnh, Sở" in shown


def test_an_unsure_name_offers_choices_and_a_person_decides(
    desk: Client, programme: Programme, bodies: list[Unit]
) -> None:
    unsure = Assignment.objects.filter(task__code="II.3")
    unsure.update(certainty="unsure", unit=None, post=None, group=None)
    named = unsure.get()
    Candidate.objects.create(assignment=named, place=0, unit=bodies[1])
    shown = page(desk, "task", programme.pk, named.task_id or 0)
    choose = reverse("pages:choose_owner", args=(programme.pk, named.pk))
    assert choose in shown
    desk.post(choose, {"candidate": 0, "version": named.version})
    named.refresh_from_db()
    assert (named.unit, named.certainty, named.wording) == (bodies[1], "certain", "Giám đốc Công an tỉnh")


def test_an_indicator_tells_its_target_in_words_and_has_no_figure_yet(desk: Client, programme: Programme) -> None:
    shown = page(desk, "indicator", programme.pk, Indicator.objects.get(code="I.1").pk)
    assert "đạt ít nhất 85 %" in shown
    assert "chưa có số liệu" in shown
    assert "Giám đốc Sở Thông tin và Truyền thông" in shown


def test_what_a_new_version_left_out_says_so(desk: Client, programme: Programme) -> None:
    task = Task.objects.get(code="II.1")
    Task.objects.filter(pk=task.pk).update(withdrawn_at=programme.created_at)
    assert "không còn trong bản mới" in page(desk, "task", programme.pk, task.pk)


def test_the_search_finds_indicators_tasks_and_documents(desk: Client, programme: Programme) -> None:
    found = desk.get("/tim-kiem", {"q": "bao cao"}).content.decode()
    assert reverse("pages:indicator", args=(programme.pk, Indicator.objects.get(code="I.2").pk)) in found
    assert reverse("pages:task", args=(programme.pk, Task.objects.get(code="II.1").pk)) in found


def test_with_one_programme_home_is_its_board(desk: Client, programme: Programme) -> None:
    assert desk.get("/").headers["Location"] == reverse("pages:board", args=(programme.pk,))
