"""The document and its items side by side: what is listed, counted, linked."""

import re
from urllib.parse import urljoin

import pytest
from django.test import Client

from tests.large import large_programme
from tinhso.kernel.accounts.models import Account
from tinhso.steering.pages.review.tests.conftest import Desk, name, task
from tinhso.steering.programmes.editing.drop import drop
from tinhso.steering.programmes.models import Assignment, Finding, Programme, SourceSpan, Task, Unplaced

pytestmark = pytest.mark.django_db


def listed(page: str) -> list[str]:
    """The codes of the rows."""
    return re.findall(r'data-source href="#c\d+">([^<]+)</a> ', page)


def test_every_item_stands_on_both_sides_and_each_leads_to_the_other(desk: Desk, programme: Programme) -> None:
    page = desk.page()
    assert listed(page)[:4] == ["CT I.1", "CT I.2", "NV II.1", "NV II.2"]
    item = task(programme, "II.1")
    assert f'id="muc-{name(item)}"' in page
    assert f'<a href="#muc-{name(item)}"><span class="mark-sign">NV II.1</span>' in page
    assert f'id="c{item.position}"' in page


def test_the_list_is_narrowed_by_how_far_and_by_kind(desk: Desk, programme: Programme) -> None:
    desk.send("accept", name(task(programme, "II.1")), version=1)
    assert "NV II.1" not in listed(desk.page(xem="cho"))
    assert listed(desk.page(xem="da-nhan")) == ["NV II.1"]
    assert listed(desk.page(loai="indicator")) == ["CT I.1", "CT I.2"]
    assert listed(desk.page(loai="duty")) == ["BC"]


def test_owners_of_whom_it_is_unsure_have_a_view_of_their_own(desk: Desk, programme: Programme) -> None:
    lead = Assignment.objects.get(task__code="II.1")
    Assignment.objects.filter(pk=lead.pk).update(certainty="unsure", unit=None, post=None, group=None)
    assert "NV II.1" in listed(desk.page(xem="chua-ro"))
    assert "NV II.3" not in listed(desk.page(xem="chua-ro"))


def test_progress_says_how_many_and_by_whom(desk: Desk, other_desk: Desk, programme: Programme) -> None:
    desk.send("accept", name(task(programme, "II.1")), version=1)
    other_desk.send("accept", name(task(programme, "II.2")), version=1)
    page = desk.page()
    assert "<strong>2/8</strong> mục đã duyệt" in page
    assert "Nguyễn Thị Thử: 1 mục; Ngô Văn Thử: 1 mục" in page


def test_what_was_dropped_is_listed_with_its_reason_and_can_be_taken_back(
    desk: Desk, programme: Programme, coordinator: Account
) -> None:
    item = task(programme, "II.2")
    drop(item, "Là câu dẫn", by=coordinator, version=1)
    assert "NV II.2" not in listed(desk.page())
    page = desk.page(xem="da-bo")
    assert "Là câu dẫn" in page
    assert desk.send("restore", name(item), version=2) == 302
    assert "NV II.2" in listed(desk.page())


def test_points_before_signing_are_seen_once_by_somebody(desk: Desk, programme: Programme) -> None:
    point = Finding.objects.create(programme=programme, position=0, kind="no_owner", message="Chưa có người chủ trì")
    assert "Chưa có người chủ trì" in desk.page(xem="luu-y")
    desk.send("see", point.pk)
    assert "Đã xem" in desk.page(xem="luu-y")


def pointed(programme: Programme, item: Task) -> Finding:
    """A point to settle at the words of an item, as the reading leaves it."""
    place = item.spans.get()
    facts = {"position": place.start, "kind": "no_date", "message": f"{item.code} chưa có thời hạn"}
    point = Finding.objects.create(programme=programme, item_code=item.code, **facts)
    SourceSpan.objects.create(document=programme.document, start=place.start, end=place.end, finding=point)
    return point


def followed(desk: Desk, point: Finding) -> str:
    """What stands in the document where the list of points leads to."""
    link = re.search(f'{point.message} <a class="source" data-source href="([^"#]*)#([^"]+)">', desk.page(xem="luu-y"))
    assert link
    address = urljoin(desk.address("screen"), link[1].replace("&amp;", "&")) if link[1] else ""
    shown = desk.client.get(address).content.decode() if address else desk.page(xem="luu-y")
    marked = re.search(f'id="{link[2]}"[^>]*>(.*?)</mark>', shown, re.DOTALL)
    assert marked, link[2]
    return re.sub("<[^>]+>", "", marked[1])


def test_a_point_before_signing_leads_to_its_words_in_the_document(desk: Desk, programme: Programme) -> None:
    item = task(programme, "II.3")
    assert item.text in followed(desk, pointed(programme, item))


def test_a_point_in_another_part_of_a_long_plan_leads_there(administrator: Account) -> None:
    programme = large_programme()
    item = task(programme, "II.10.100")
    assert item.text in followed(Desk(administrator, programme), pointed(programme, item))


def test_a_piece_that_is_no_item_is_set_aside(desk: Desk, programme: Programme) -> None:
    piece = Unplaced.objects.create(programme=programme, position=0, text="Câu dẫn")
    assert "Không phải mục" in desk.page(xem="chua-xep")
    desk.send("set_aside", piece.pk)
    assert "Nguyễn Thị Thử xác nhận không phải mục" in desk.page(xem="chua-xep")


def test_a_long_plan_is_reviewed_part_by_part(administrator: Account) -> None:
    programme = large_programme()
    desk = Desk(administrator, programme)
    first, last = desk.page(), desk.page(muc=name(task(programme, "II.10.100")))
    assert "Phần 1/" in first
    assert len(listed(first)) <= 150
    assert "NV II.10.100" in listed(last)
    assert "NV II.10.100" not in listed(first)
    assert len(first) < 600_000


def test_a_view_opens_at_the_first_part_that_shows_something(administrator: Account) -> None:
    programme = large_programme()
    item = task(programme, "II.10.100")
    drop(item, "Trùng", by=administrator, version=1)
    assert listed(Desk(administrator, programme).page(xem="da-bo")) == ["NV II.10.100"]


def test_an_officer_of_a_unit_may_not_review(client: Client, desk: Desk, officer: Account) -> None:
    client.force_login(officer)
    assert client.get(desk.address("screen")).status_code == 403


def test_an_item_of_another_programme_is_not_found_here(desk: Desk) -> None:
    for reviewed in ("task-999999", "task-0", "muc", "unit-1"):
        assert desk.client.get(desk.address("item", reviewed)).status_code == 404
