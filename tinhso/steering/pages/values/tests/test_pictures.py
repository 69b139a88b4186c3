"""A chart as a picture: SVG from the server, PNG painted by the browser."""

from pathlib import Path

import pytest
from django.test import Client
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


def page_of(indicator: Indicator) -> str:
    return f"/chuong-trinh/{indicator.programme_id}/chi-tieu/{indicator.pk}{DAY}"


@pytest.mark.django_db
def test_the_svg_is_a_document_of_its_own_with_its_name_and_colours(
    client: Client, chair: Account, drawn: Indicator
) -> None:
    client.force_login(chair)
    answer = client.get(f"{page_of(drawn)}&svg=dien-bien-{drawn.targets.all()[0].pk}")
    root = etree.fromstring(answer.content)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    told = [text.text for text in root.iterfind("{*}text")]
    assert told[0] == "Chỉ tiêu I.2"
    assert "Tỷ lệ <báo cáo> & số hóa" in told
    assert [words for words in told if words and words.startswith("Diễn biến so với mức ≥ 50 %; ")]
    assert len(root.findall(".//{*}circle")) == 2
    assert "stroke:#0b57a4" in answer.content.decode()
    assert client.get(f"{page_of(drawn)}&svg=dien-bien-0").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_the_png_shows_the_line_in_its_colours(
    sign_in: SignIn, chair: Account, drawn: Indicator, tmp_path: Path
) -> None:
    page = sign_in(chair)
    page.goto(page_of(drawn))
    frame = page.locator("figure.chart-frame")
    expect(frame.get_by_role("link", name="Tải SVG")).to_be_visible()
    with page.expect_download() as download:
        frame.get_by_role("button", name="Tải PNG").click()
    assert download.value.suggested_filename == f"dien-bien-{drawn.targets.all()[0].pk}.png"
    download.value.save_as(tmp_path / "chart.png")
    picture = Image.open(tmp_path / "chart.png").convert("RGB")
    assert picture.width == 2240
    colours = {colour for _count, colour in picture.getcolors(1 << 22) or []}
    assert {(255, 255, 255), (11, 87, 164)} <= colours
