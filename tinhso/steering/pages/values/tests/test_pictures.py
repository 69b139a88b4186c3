"""A chart as a picture: SVG from the server, PNG drawn by the browser."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from lxml import etree
from PIL import Image
from playwright.sync_api import expect

from tests.browser.fixtures import SignIn
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.tests.conftest import SEPTEMBER
from tinhso.steering.figures.tests.giving import give, ratio
from tinhso.steering.programmes.models import Indicator

DAY = "?ngay=31/12/2022"


@pytest.fixture
def drawn(indicator: Indicator, measure: Measure, district: Unit) -> Indicator:
    """An indicator with a trend, whose name needs escaping."""
    Indicator.objects.filter(pk=indicator.pk).update(name="Tỷ lệ <báo cáo> & số hóa")
    give(indicator, district, ratio(40, 100))
    give(indicator, district, ratio(55, 100), to_on=SEPTEMBER)
    return indicator


@pytest.mark.django_db
def test_the_svg_is_a_document_of_its_own_with_its_name_and_colours(
    client: Client, chair: Account, drawn: Indicator
) -> None:
    client.force_login(chair)
    target = drawn.targets.all()[0].pk
    answer = client.get(reverse("values:picture", args=(drawn.programme_id, drawn.pk, target)) + DAY)
    root = etree.fromstring(answer.content)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "I.2. Tỷ lệ <báo cáo> & số hóa" in [text.text for text in root.iterfind("{*}text")]
    assert len(root.findall("{*}circle")) == 2
    assert "stroke:#0b57a4" in answer.content.decode()
    assert client.get(reverse("values:picture", args=(drawn.programme_id, drawn.pk, 0))).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_the_png_shows_the_line_in_the_colours_of_the_page(
    sign_in: SignIn, chair: Account, drawn: Indicator, tmp_path: Path
) -> None:
    page = sign_in(chair)
    page.goto(f"/chuong-trinh/{drawn.programme_id}/chi-tieu/{drawn.pk}{DAY}")
    expect(page.get_by_role("link", name="Tải SVG")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải PNG").click()
    assert download.value.suggested_filename == "chi-tieu-I.2.png"
    download.value.save_as(tmp_path / "chart.png")
    picture = Image.open(tmp_path / "chart.png").convert("RGB")
    assert picture.size == (1280, 480)
    colours = {colour for _count, colour in picture.getcolors(1 << 20) or []}
    assert {(255, 255, 255), (11, 87, 164)} <= colours
