"""A series as reported and under the units of today, on the page and in files."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.workbook.reading import read_workbook
from tinhso.steering.figures.tests.conftest import SEPTEMBER
from tinhso.steering.figures.tests.giving import give, ratio
from tinhso.steering.pages.values.tests.reading import DAY, merge, shown
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db


def test_a_series_is_read_as_reported_and_under_the_units_of_today(
    client: Client, chair: Account, two_given: Indicator, district: Unit, other_district: Unit
) -> None:
    client.force_login(chair)
    merge(district, other_district, date(2022, 8, 1))
    give(two_given, other_district, ratio(85, 100), to_on=SEPTEMBER)
    keys = (two_given.programme_id, two_given.pk)
    unit = shown(client, "values:series", *keys, don_vi=f"u{other_district.pk}")
    assert unit.index("88,8 %") < unit.index("81,0 %")
    whole = shown(client, "values:series", *keys, theo="hien_nay")
    assert whole.count("81,0 %") == 2
    assert "UBND huyện Mẫu (đến 31/7/2022)" in whole
    assert "ước tính" not in whole


def test_what_was_split_by_shares_is_marked_as_an_estimate(
    client: Client, chair: Account, two_given: Indicator, district: Unit, other_district: Unit
) -> None:
    client.force_login(chair)
    merge(district, other_district, date(2022, 8, 1), share="0.4")
    page = shown(client, "values:series", two_given.programme_id, two_given.pk, theo="hien_nay")
    assert page.count("ước tính") == 2


@pytest.mark.parametrize("way", ["", "hien_nay"])
def test_page_and_files_tell_the_same(
    client: Client, chair: Account, two_given: Indicator, district: Unit, other_district: Unit, *, way: str
) -> None:
    client.force_login(chair)
    merge(district, other_district, date(2022, 8, 1))
    address = reverse("values:series_file", args=(two_given.programme_id, two_given.pk, "xlsx"))
    (sheet,) = read_workbook(client.get(address, {**DAY, "theo": way}).content, "chuoi.xlsx")
    assert [list(row[2:4]) for row in sheet.rows if row[0] == "Toàn tỉnh"] == [[81, 100], [80, 90]]
    csv = client.get(address.replace("xlsx", "csv"), {**DAY, "theo": way}).content.decode()
    assert "Toàn tỉnh,2022-06-14,81,100,,0.810000" in csv
    assert ("UBND huyện Mẫu (đến 31/7/2022)" in csv) is True
