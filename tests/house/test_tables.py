"""Every table that a page shows can be had as a workbook, but for those listed here with a reason."""

import re
from collections.abc import Iterator
from itertools import groupby
from urllib.parse import parse_qs, urlparse

import pytest
from django.test import Client
from lxml import etree, html

from tests.browser.test_every_page import keys, pages
from tests.furnished import Keys
from tests.house.sources import files, name
from tinhso.kernel.accounts.models import Account
from tinhso.lib.workbook.reading import Sheet, read_workbook

__all__ = ["keys"]

DRAWING = re.compile(r"""<svg[^>]*role="img"|{% (?:bullet|chart|counts) |(?:each|row)\.trend }}|{% indicator_cells """)
LINKED = re.compile(r'{% workbook "([a-z-]+)" %}')
TABLE = re.compile(r"<table[^>]*>|<[uo]l [^>]*data-workbook[^>]*>")
MARKED = re.compile(r'data-workbook="([a-z-]+)"')
#: Given as a workbook by an address of their own, which tells more than the page, or filled in as one.
OWN = {
    "grid/_grid.html": "grid:template",
    "log/entries.html": "log/_export.html",
    "pages/_board_indicators.html": "workbooks:indicators",
    "pages/_indicator_list.html": "workbooks:indicators",
    "pages/_tallies.html": "workbooks:board",
    "pages/_task_list.html": "pages:task_workbook",
    "rounds/_board.html": "rounds:sheet",
    "values/_series_units.html": "values:series_file",
    "values/_units.html": "workbooks:units",
    "values/entries.html": "workbooks:entries",
    "values/series.html": "values:series_file",
    "watching/silent.html": "workbooks:silent",
}
#: Nobody's records or figures.
NONE = {
    "bulk/_outcomes.html": "an answer to a button, read once",
    "days/_month.html": "a leaf of a calendar; its days off are the table above it",
    "days/_moved.html": "what a form would do, before it does it",
    "pages/_paper.html": "a table of the plan's own text, which is the document itself",
    "timeline/_due_calendar.html": "a leaf of a calendar; its tasks are a list with its workbook",
    "web/_sessions.html": "the browsers in which one is signed in just now",
    "web/conflict.html": "two states of one form, to choose from",
    "web/gallery/_marks.html": "the samples of the gallery",
    "web/gallery/_tables.html": "the samples of the gallery",
}
#: Not filled in the furnished installation: no page of it shows them.
EMPTY = {
    *("bao-cao-ky-khac", "cho-quyet-dinh", "da-bao", "da-giao-tiep", "don-vi", "hai-nguon"),
    *("luot-gui", "so-lieu-da-gui", "viec-cua-toi", "viec-da-giao", "viec-di-theo"),
}
#: Where a drawing stands without a picture of its own, and why.
PART = {
    "timeline/_bar.html": "a line of _gantt.html",
    "values/_chart.html": "the chart of _over_time.html",
    "web/gallery/_marks.html": "the samples of the gallery",
}


def tables() -> Iterator[tuple[str, str]]:
    """Template and opening tag of each table."""
    for path in files(".html"):
        for tag in TABLE.findall(path.read_text("utf-8")):
            yield name(path).partition("/templates/")[2], tag


def test_every_table_is_marked_or_listed_with_a_reason() -> None:
    unmarked = {template for template, tag in tables() if not MARKED.search(tag)}
    assert unmarked == OWN.keys() | NONE.keys()


def test_every_mark_has_its_link() -> None:
    written = "\n".join(path.read_text("utf-8") for path in files(".html"))
    assert set(MARKED.findall(written)) == set(LINKED.findall(written))


def test_every_drawing_can_be_had_as_a_picture() -> None:
    """In the part that is marked, of the same template or of that which holds it; a bar of counts marks itself."""
    drawing = {name(path).partition("/templates/")[2]: path.read_text("utf-8") for path in files(".html")}
    bare = {
        template
        for template, text in drawing.items()
        if set(DRAWING.findall(text)) - {"{% counts "} and not {"{% picture ", "data-picture="} <= _words(text)
    }
    assert bare == PART.keys()


def _words(text: str) -> set[str]:
    return {word for word in ("{% picture ", "data-picture=") if word in text}


def test_what_has_an_address_of_its_own_leads_to_it_somewhere() -> None:
    written = "\n".join(path.read_text("utf-8") for path in files(".html"))
    assert {way for way in OWN.values() if f"'{way}'" not in written and f'"{way}"' not in written} == set()


@pytest.mark.once
@pytest.mark.django_db
def test_what_is_marked_on_any_page_is_given_as_a_workbook_or_a_picture(
    keys: Keys, administrator: Account, coordinator: Account, chair: Account
) -> None:
    """The page leads to it, and the answer is a workbook with the page's rows."""
    seen: set[tuple[str, str]] = set()
    for account in (administrator, coordinator, chair):
        client = Client()
        client.force_login(account)
        for route, address in pages(client, keys).items():
            page = html.document_fromstring(client.get(address).content.decode())
            fresh = [each for each in marked(page, "workbook", "xlsx") if (route, each[0]) not in seen]
            for table, link in fresh:
                seen.add((route, table))
                made = read_workbook(client.get(address + link).content, "bang.xlsx")
                assert sum(map(below_its_head, made)) == rows_of(page, table), (route, table)
            drawn = [each for each in marked(page, "picture", "svg") if (route, each[0]) not in seen]
            for drawing, link in drawn:
                seen.add((route, drawing))
                picture = etree.fromstring(client.get(address + link).content)
                assert picture.find("{*}svg") is not None, (route, drawing)
    named = {mark[1] for _template, tag in tables() if (mark := MARKED.search(tag))}
    assert named - {name for _route, name in seen} == EMPTY


def below_its_head(sheet: Sheet) -> int:
    """How many rows stand under the lines that tell what the table is, the empty one and the head."""
    moment = next(place for place, row in enumerate(sheet.rows) if any(str(cell).startswith("Tải lúc") for cell in row))
    return len(sheet.rows) - moment - 3


def rows_of(page: etree._Element, name: str) -> int:
    """How many rows the page's tables of the name have below their heads; those of one head have a row each more, of
    the table's name."""
    found = page.findall(f".//*[@data-workbook='{name}']")
    alike = [len(list(group)) for _head, group in groupby(found, head_of)]
    named = sum(number for number in alike if number > 1)
    parts = [part for table in found for part in (table, *table) if part.tag != "thead"]
    return named + sum(len(part.findall("tr")) for part in parts) + sum(len(table.findall("li")) for table in found)


def head_of(table: etree._Element) -> str:
    """What its columns are called."""
    head = table.find("thead")
    if head is None:
        return table.get("data-head") or "Nội dung"
    return " ".join("".join(map(str, head.itertext())).split())


def marked(page: etree._Element, kind: str, parameter: str) -> Iterator[tuple[str, str]]:
    """Name and link of each part of a page that can be carried away so; what holds no row and no drawing cannot."""
    ways = [each.get("href") or "" for each in page.iter("a")]
    links = {parse_qs(urlparse(way).query).get(parameter, [""])[0]: way for way in ways}
    for part in page.findall(f".//*[@data-{kind}]"):
        named = part.get(f"data-{kind}") or ""
        if kind == "workbook" or [svg for svg in part.iter("svg") if svg.get("class") != "icon"]:
            assert named in links, named
            yield named, links[named]
