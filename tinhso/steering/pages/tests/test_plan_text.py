"""The text on the screen: every item at its words, findings in the margin."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.steering.pages.tests.reading import page
from tinhso.steering.programmes.models import (
    Finding,
    Programme,
    SourceSpan,
    Task,
)

pytestmark = pytest.mark.django_db


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
