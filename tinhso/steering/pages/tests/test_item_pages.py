"""The page of a task and of an indicator."""

import re
from dataclasses import replace

import pytest
from django.test import Client

from tests.large import stored
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.pages.tests.conftest import plan
from tinhso.steering.pages.tests.reading import page
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Indicator, Programme, Task
from tinhso.surfaces.web.templatetags.web import suggestion

pytestmark = pytest.mark.django_db
NOT_COUNTED = ("Trẻ em dưới 6 tuổi", "Người đã chuyển đi khỏi tỉnh")


def test_a_task_tells_how_its_day_is_known(desk: Client, programme: Programme) -> None:
    stated = page(desk, "task", programme.pk, Task.objects.get(code="II.1").pk)
    assert "31/7/2022" in stated
    assert "“trong tháng 7/2022”" in stated
    inferred = page(desk, "task", programme.pk, Task.objects.get(code="II.3").pk)
    assert "Suy ra" in inferred


def test_an_indicator_tells_its_target_in_words_and_has_no_figure_yet(desk: Client, programme: Programme) -> None:
    shown = page(desk, "indicator", programme.pk, Indicator.objects.get(code="I.1").pk)
    assert "đạt ít nhất 85\N{NO-BREAK SPACE}%" in shown
    assert "chưa có số liệu" in shown
    assert "Giám đốc Sở Thông tin và Truyền thông" in shown


def test_what_a_new_version_left_out_says_so(desk: Client, programme: Programme) -> None:
    task = Task.objects.get(code="II.1")
    Task.objects.filter(pk=task.pk).update(withdrawn_at=programme.created_at)
    assert "không còn trong bản mới" in page(desk, "task", programme.pk, task.pk)


@pytest.fixture
def indicator(coordinator: Account, bodies: list[Unit]) -> Indicator:
    """I.1 with what does not count and who helps."""
    reading = plan().reading()
    first = replace(reading.indicators[0], exclusions=NOT_COUNTED, cooperators=("Bưu điện tỉnh",))
    document = stored(replace(reading, indicators=(first, *reading.indicators[1:])), "co-loai-tru.txt")
    return start(document, by=coordinator, name="Chương trình có loại trừ").indicators.get(code="I.1")


def part(shown: str, heading: str, until: str) -> str:
    """What stands on a page between a heading and what comes next."""
    assert f"{heading}</h2>" in shown
    return shown.partition(f"{heading}</h2>")[2].partition(until)[0]


def test_an_indicator_tells_what_it_counts_and_what_it_does_not(desk: Client, indicator: Indicator) -> None:
    shown = page(desk, "indicator", indicator.programme_id, indicator.pk)
    assert re.findall("<li>(.*?)</li>", part(shown, "Không tính", "</ul>")) == list(NOT_COUNTED)
    measured = part(shown, "Cách đo " + suggestion("chờ xác nhận"), "</section>")
    facts = dict(re.findall("<dt>(.*?)</dt><dd>(.*?)</dd>", measured))
    assert facts == {
        "Loại": "Tỷ lệ (tử số, mẫu số)",
        "Kỳ": "Lũy kế đến ngày",
        "Toàn tỉnh": "Cộng các đơn vị",
        "Chiều tốt": "Tăng là tốt",
    }


def test_an_indicator_tells_who_watches_who_executes_and_who_helps(desk: Client, indicator: Indicator) -> None:
    shown = page(desk, "indicator", indicator.programme_id, indicator.pk)
    watching = part(shown, "Chủ trì theo dõi, đôn đốc", "<h2>")
    executing, helping = part(shown, "Chủ trì thực hiện", "<h2>"), part(shown, "Phối hợp", "</section>")
    names = ("Giám đốc Sở Thông tin và Truyền thông", "Các sở, ngành", "Bưu điện tỉnh")
    assert [[name in told for name in names] for told in (watching, executing)] == [
        [True, False, False],
        [False, True, False],
    ]
    assert (names[2] in helping, names[0] in helping) == (True, False)


def test_an_indicator_quotes_its_sentence_and_leads_to_it_in_the_text(desk: Client, indicator: Indicator) -> None:
    shown = part(page(desk, "indicator", indicator.programme_id, indicator.pk), "Câu nguồn", "</section>")
    assert "<mark>- Tỷ lệ dân số có điện thoại thông minh đạt 85%;</mark>" in shown
    link = re.search('href="([^"#]+)#([^"]+)"', shown)
    assert link
    marked = re.search(f'<mark[^>]* id="{link[2]}".*?</mark>', desk.get(link[1]).content.decode(), re.DOTALL)
    assert marked
    assert "Tỷ lệ dân số có điện thoại thông minh đạt 85%" in re.sub("<[^>]+>", "", marked[0])
