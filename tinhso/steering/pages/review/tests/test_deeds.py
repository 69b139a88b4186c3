"""What a person does in the review, as the browser sends it: each deed once, the second person told."""

import re
from collections.abc import Iterator
from html import unescape

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.pages.review.tests.conftest import Desk, Sent, name, task
from tinhso.steering.programmes.editing.correct import correct
from tinhso.steering.programmes.editing.wanted import Wanted
from tinhso.steering.programmes.models import Assignment, Candidate, Deadline, Indicator, Programme, Target, Task

pytestmark = pytest.mark.django_db
_FIELD = r"<input ([^>]*)>|<textarea ([^>]*)>([^<]*)</textarea>|<select ([^>]*)>(.*?)</select>"


def typed(page: str) -> dict[str, str]:
    """The fields of the form on the page as a browser would send them unchanged."""
    form = page[page.index('class="review-form"') :]
    fields = re.finditer(_FIELD, form[: form.index("</form>")], re.DOTALL)
    found = {name: value for field in fields for name, value in _sent(field)}
    return {name: unescape(value) for name, value in found.items()}


def _sent(field: re.Match[str]) -> Iterator[tuple[str, str]]:
    attributes = field[1] or field[2] or field[4]
    label, value = (re.search(rf'{word}="([^"]*)"', attributes) for word in ("name", "value"))
    chosen = re.search(r'value="([^"]*)" selected', field[5] or "")
    if label and ('type="checkbox"' not in attributes or "checked" in attributes):
        yield label[1], (field[3] or "").lstrip("\n") or (chosen or value or ["", ""])[1]


def test_a_row_accepted_in_place_comes_back_with_the_progress(desk: Desk, programme: Programme) -> None:
    item = task(programme, "II.1")
    answer = desk.client.post(desk.address("accept", name(item)), {"version": 1}, headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert "Đã chấp nhận" in page
    assert "<strong>1/8</strong>" in page
    again = desk.client.post(desk.address("accept", name(item)), {"version": 1}, headers={"HX-Request": "true"})
    assert "Có người vừa sửa mục này" in again.content.decode()
    assert desk.send("accept", name(item), version=1) == 409


def test_a_part_is_accepted_the_ticked_the_filtered_or_all(desk: Desk, programme: Programme) -> None:
    desk.send("accept_many", pham_vi="da-chon", muc=[name(task(programme, "II.1")), "task-0", "gì đó"])
    assert Task.objects.proposed().count() == 4
    desk.client.post(f"{desk.address('accept_many')}?loai=indicator", {"pham_vi": "dang-loc"})
    assert not Indicator.objects.proposed().exists()
    assert Task.objects.proposed().count() == 4
    desk.send("accept_many", pham_vi="tat-ca")
    assert not Task.objects.proposed().exists()


def test_a_form_sent_as_it_was_only_accepts(desk: Desk, programme: Programme) -> None:
    for item in (task(programme, "II.1"), Indicator.objects.get(code="I.1"), programme.duties.get()):
        fields = typed(desk.page("item", name(item)))
        assert desk.send("item", name(item), **fields) == 302
        item.refresh_from_db()
        assert item.acceptance == "accepted", name(item)
    assert Deadline.objects.filter(superseded_at__isnull=False).count() == 0


def test_words_deadline_and_product_are_corrected_in_one_form(desk: Desk, programme: Programme) -> None:
    item = task(programme, "II.1")
    fields = typed(desk.page("item", name(item)))
    fields |= {"text": "Ban hành  Quy chế", "basis": "explicit", "due_on": "01/9/2022", "san-pham-0-text": "Quy chế"}
    assert desk.send("item", name(item), **fields) == 302
    item.refresh_from_db()
    assert (item.text, item.acceptance, item.due_basis) == ("Ban hành Quy chế", "corrected", "explicit")
    assert item.deliverables.get().text == "Quy chế"
    assert "Thời hạn" in desk.page("item", name(item))


def test_targets_are_typed_as_officers_write_numbers(desk: Desk, programme: Programme) -> None:
    item = Indicator.objects.get(code="I.1")
    fields = typed(desk.page("item", name(item)))
    assert fields["muc-0-value"] == "85"
    fields |= {"muc-0-value": "90,5", "muc-1-value": "1.000", "muc-1-unit": "hộ", "muc-1-level": "commune"}
    desk.send("item", name(item), **fields)
    assert [each.written() for each in Target.objects.current().filter(indicator=item)] == ["≥ 90,5 %", "≥ 1.000 hộ"]
    wrong = desk.client.post(desk.address("item", name(item)), {**fields, "muc-0-value": "1.23", "version": 2})
    assert wrong.status_code == 422
    assert "Hãy ghi số như 1.234,5." in wrong.content.decode()


def test_an_owner_is_any_body_of_the_plans_day_found_by_name(
    desk: Desk, programme: Programme, bodies: list[Unit]
) -> None:
    item = task(programme, "II.1")
    page = desk.page("item", name(item))
    assert '<option value="Giám đốc Công an tỉnh">' in page
    fields = typed(page)
    desk.send("item", name(item), **{**fields, "don-vi-1-who": "cong an tinh", "don-vi-1-role": "cooperator"})
    added = Assignment.objects.get(task=item, role="cooperator")
    assert (added.unit, added.certainty, added.wording) == (bodies[1], "certain", "cong an tinh")
    refused = desk.client.post(
        desk.address("item", name(item)), {**fields, "don-vi-1-who": "Sở Không Có", "version": 2}
    )
    assert "không khớp đơn vị, chức vụ, nhóm nào" in refused.content.decode()


def test_an_unsure_owner_is_chosen_from_its_candidates(desk: Desk, programme: Programme, bodies: list[Unit]) -> None:
    lead = Assignment.objects.get(task__code="II.1")
    Assignment.objects.filter(pk=lead.pk).update(certainty="unsure", unit=None, post=None, group=None)
    Candidate.objects.create(assignment=lead, place=0, unit=bodies[1])
    item = task(programme, "II.1")
    fields = typed(desk.page("item", name(item)))
    desk.send("item", name(item), **{**fields, "don-vi-0-body": f"unit_id:{bodies[1].pk}"})
    lead.refresh_from_db()
    assert (lead.unit, lead.certainty) == (bodies[1], "certain")


def test_the_second_of_two_who_correct_sees_both_and_may_save_again(
    desk: Desk, programme: Programme, administrator: Account
) -> None:
    item = task(programme, "II.1")
    fields = typed(desk.page("item", name(item)))
    correct(item, Wanted(columns={"text": "Của người thứ nhất"}), by=administrator, version=1)
    mine: dict[str, Sent] = {**fields, "text": "Của tôi"}
    answer = desk.client.post(desk.address("item", name(item)), mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Của người thứ nhất" in page
    assert "Của tôi" in page
    assert desk.send("item", name(item), **{**mine, "version": 2}) == 302
    item.refresh_from_db()
    assert item.text == "Của tôi"


def test_a_split_is_offered_at_the_clauses_and_at_any_words(desk: Desk, programme: Programme) -> None:
    item = task(programme, "II.2")
    page = desk.page("split", name(item))
    assert "… vận hành tốt Trung tâm Tích hợp dữ liệu" in page
    assert desk.send("split", name(item), words="không có lời này", version=1) == 422
    assert desk.send("split", name(item), at=str(item.text.index("vận")), version=1) == 302
    assert task(programme, "II.2+1").text == "Vận hành tốt Trung tâm Tích hợp dữ liệu"
    assert desk.send("split", name(item), words="trì", version=1) == 409


def test_ticked_items_are_merged_with_the_words_confirmed(desk: Desk, programme: Programme) -> None:
    names = [name(task(programme, code)) for code in ("II.1", "II.3")]
    assert "Gộp 2 mục" in desk.page("merge", muc=names)
    fields: dict[str, Sent] = {"muc": names, "words": "Hai việc làm một", **{f"version-{each}": "1" for each in names}}
    assert desk.send("merge", **fields) == 302
    assert task(programme, "II.1").text == "Hai việc làm một"
    assert desk.send("merge", **fields) in {409, 422}


def test_quoted_words_become_an_item_that_opens_to_be_completed(desk: Desk, programme: Programme) -> None:
    words = "quản lý hệ thống thông tin  báo cáo"
    answer = desk.client.post(desk.address("add"), {"words": words, "kind": "task"})
    added = Task.objects.get(code="II+1")
    assert answer.headers["Location"] == desk.address("item", name(added))
    assert desk.send("add", words="lời không có trong văn bản", kind="task") == 422
    assert desk.send("add", words=words, kind="task") == 409


def test_a_selection_fills_the_form_with_its_words(desk: Desk, programme: Programme) -> None:
    text = programme.document.reading.text
    start = text.index("Xây dựng phần mềm")
    page = desk.page("add", tu=start, den=start + len("Xây dựng phần mềm"))
    assert "Xây dựng phần mềm</textarea>" in page
    assert f'name="start" value="{start}"' in page


def test_dropping_asks_why(desk: Desk, programme: Programme) -> None:
    item = task(programme, "II.2")
    assert desk.send("drop", name(item), why="", version=1) == 200
    assert desk.send("drop", name(item), why="Trùng", version=1) == 302
    assert desk.send("drop", name(item), why="Trùng", version=1) == 409


def test_each_sees_who_else_is_there_and_what_they_did(desk: Desk, other_desk: Desk, programme: Programme) -> None:
    desk.page()
    other_desk.page()
    other_desk.send("drop", name(task(programme, "II.2")), why="Trùng", version=1)
    other_desk.send("accept", name(task(programme, "II.1")), version=1)
    told = desk.page("together")
    assert "Đang cùng duyệt: Ngô Văn Thử" in told
    assert "Ngô Văn Thử chấp nhận 1 mục" in told
    assert "Ngô Văn Thử bỏ: " in told
    assert "chấp nhận" not in other_desk.page("together")


def test_a_moment_that_is_none_is_not_believed(desk: Desk) -> None:
    for moment in ("²", "9999-99-99", "2022-01-01", "0001-01-01T00:00:00+14:00"):
        assert desk.client.get(desk.address("together"), {"tu": moment}).status_code in {200, 400}
