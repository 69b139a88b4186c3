"""Phép đếm: from the indicator's figure to the records, and from a recipe to what it counted."""

from collections.abc import Sequence

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.metrics.models import Count
from tinhso.kernel.metrics.tests.counting import METRIC
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.counting import count_for
from tinhso.steering.figures.models import Tie
from tinhso.steering.figures.tests.conftest import FIRST, JUNE, Declare
from tinhso.steering.figures.tests.counted import figures
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db


def address(indicator: Indicator, tail: str) -> str:
    return f"/chuong-trinh/{indicator.programme_id}/chi-tieu/{indicator.pk}/{tail}"


def test_from_a_units_figure_to_its_records(
    client: Client, tied: Tie, documents: Sequence[IssuedDocument], district: Unit, officer: Account
) -> None:
    count_for(tied.indicator.programme, FIRST, JUNE)
    client.force_login(officer)
    entries = client.get(address(tied.indicator, f"so-lieu?don_vi=u{district.pk}&ngay=2022-12-01")).content.decode()
    source = f"/phep-dem/lan-dem/{Count.objects.get().pk}?don_vi=u{district.pk}"
    assert source in entries
    page = client.get(source).content.decode()
    assert "Tử số: 2 bản ghi" in page
    assert "Nguyễn Văn Ký" not in page


def test_the_department_ties_counts_and_ends(
    client: Client,
    indicator: Indicator,
    measure: object,
    coordinator: Account,
    declare: Declare,
    documents: Sequence[IssuedDocument],
) -> None:
    declare(METRIC)
    client.force_login(coordinator)
    door = address(indicator, "dem")
    tied = {"deed": "tie", "tie-metric": METRIC.code, "tie-from_on": "01/4/2022"}
    assert client.post(door, tied).status_code == 302
    tie = Tie.objects.get()
    span = {"deed": "count", "tie": tie.pk, "count-first": "01/4/2022", "count-last": "14/6/2022"}
    assert client.post(door, span).status_code == 302
    assert figures(indicator)["huyen-mau"] == "2/3 van-ban-co-tep@1"
    assert client.post(door, {"deed": "end", "tie": tie.pk, "end-to_on": "30/6/2022"}).status_code == 302
    assert "đến 30/6/2022" in client.get(f"/phep-dem/{METRIC.code}").content.decode()


def test_a_record_that_changed_since_is_told(
    client: Client, tied: Tie, documents: Sequence[IssuedDocument], officer: Account
) -> None:
    count_for(tied.indicator.programme, FIRST, JUNE)
    IssuedDocument.objects.filter(pk=documents[0].pk).update(number="9b")
    client.force_login(officer)
    page = client.get(f"/phep-dem/lan-dem/{Count.objects.get().pk}").content.decode()
    assert page.count("đã sửa sau khi đếm") == 1


def test_the_list_tells_what_is_counted_and_where_it_is_used(client: Client, tied: Tie, officer: Account) -> None:
    client.force_login(officer)
    page = client.get("/phep-dem").content.decode()
    assert f"Chỉ tiêu {tied.indicator.code}" in page
    assert "Tỷ lệ báo cáo được thực hiện trực tuyến" in page
    assert client.get("/phep-dem/khong-co").status_code == 404


def test_the_page_of_an_indicator_tells_everybody_by_what_it_is_counted(
    client: Client, tied: Tie, officer: Account
) -> None:
    """The recipe of that day in words, with the way to the metric; nothing before the day from which it counts."""
    client.force_login(officer)
    place = reverse("pages:indicator", args=(tied.indicator.programme_id, tied.indicator_id))
    page = client.get(place, {"ngay": "14/6/2022"}).content.decode()
    assert 'href="/phep-dem/van-ban-co-tep"' in page
    assert f"{METRIC.versions[0].words} (phiên bản 1, cho các kỳ kết thúc từ 01/4/2022)" in page
    assert "Đếm bằng" not in client.get(place, {"ngay": "31/3/2022"}).content.decode()
