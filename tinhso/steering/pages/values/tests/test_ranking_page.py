"""Units in their order on the page, and those that are behind."""

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.workbook.reading import read_workbook
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.tests.conftest import JUNE, SEPTEMBER
from tinhso.steering.figures.tests.giving import give, ratio
from tinhso.steering.pages.values.tests.reading import DAY, shown
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db


def test_units_are_ranked_against_their_target(client: Client, chair: Account, two_given: Indicator) -> None:
    client.force_login(chair)
    page = shown(client, "values:ranking", two_given.programme_id, two_given.pk)
    assert page.index("UBND huyện Khác") < page.index("UBND huyện Mẫu")
    for told in ("88,8 %", "10,0 %", "mức ≥ 50 %: 1 đạt, 1 chưa đạt", "−40,0"):
        assert told in page
    behind = shown(client, "values:ranking", two_given.programme_id, two_given.pk, loc="chua")
    assert "UBND huyện Khác" not in behind


def test_a_figure_older_than_the_newest_is_marked(
    client: Client, chair: Account, two_given: Indicator, district: Unit
) -> None:
    """On the page and in its workbook; on the page of the indicator it is told how many make up the figure."""
    client.force_login(chair)
    assert "số cũ hơn" not in shown(client, "values:ranking", two_given.programme_id, two_given.pk)
    give(two_given, district, ratio(2, 10), to_on=SEPTEMBER)
    page = shown(client, "values:ranking", two_given.programme_id, two_given.pk)
    assert "1 đơn vị xếp theo số cũ hơn" in page
    keys = (two_given.programme_id, two_given.pk)
    sheet = client.get(reverse("values:ranking", args=keys), {**DAY, "xlsx": "xep-hang"}).content
    dated = {row[1]: (row[3], row[4]) for row in read_workbook(sheet, "xep-hang.xlsx")[0].rows[-2:]}
    assert dated == {"UBND huyện Khác": (JUNE, "số cũ hơn"), "UBND huyện Mẫu": (SEPTEMBER, None)}
    whole = shown(client, "pages:indicator", two_given.programme_id, two_given.pk)
    assert "1 đơn vị với số cũ hơn" in whole


def test_a_unit_without_a_figure_is_named_apart(
    client: Client, chair: Account, indicator: Indicator, measure: Measure, district: Unit
) -> None:
    client.force_login(chair)
    give(indicator, district, ratio(0, 10))
    page = shown(client, "values:ranking", indicator.programme_id, indicator.pk)
    assert "Chưa có số liệu: 1 đơn vị, không xếp hạng" in page
    assert "0,0 %" in page


def test_the_programme_tells_which_units_are_behind_and_opens_them(
    client: Client, chair: Account, two_given: Indicator, district: Unit
) -> None:
    client.force_login(chair)
    page = shown(client, "values:behind", two_given.programme_id, don_vi=f"u{district.pk}")
    assert "1 đơn vị có chỉ tiêu chưa đạt" in page
    assert "Chưa đạt mức của cấp mình" in page
    assert reverse("values:ranking", args=(two_given.programme_id, two_given.pk)) in page
