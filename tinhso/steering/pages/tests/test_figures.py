"""Every figure can be opened, and the list it opens counts the same."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import SINCE
from tests.large import stored
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Unit, UnitVersion
from tinhso.steering.intake.reading import Finding as ReadFinding
from tinhso.steering.pages.tests.conftest import plan
from tinhso.steering.pages.tests.reading import codes
from tinhso.steering.programmes.actions.direct import direct
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Finding, Programme

pytestmark = pytest.mark.django_db


class Links(HTMLParser):
    """The links of a page with their words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._open: tuple[str, str] | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._open = (dict(attrs).get("href") or "", "")

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open = (self._open[0], f"{self._open[1]} {data}")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._open:
            self.found.append(self._open)
            self._open = None


class Bare(HTMLParser):
    """The words of a page that begin with a number, but for days, and neither lead to a list nor open it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._within: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("a", "summary"):
            self._within.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Shapes of a drawing: they enclose nothing."""

    def handle_endtag(self, tag: str) -> None:
        if self._within and self._within[-1] == tag:
            self._within.pop()

    def handle_data(self, data: str) -> None:
        if not self._within and re.match(r"\s*\d[\d.]*(?!\S)", data):
            self.found.append(data.strip())


def figures(page: str, list_address: str) -> Iterator[tuple[str, int]]:
    """Links into the list whose words begin with a number."""
    for address, words in Links(page).found:
        number = re.match(r"\s*(\d+)\b", words)
        if number and address.partition("?")[0] == list_address:
            yield address, int(number[1])


def counted(client: Client, address: str) -> int:
    """How many the list says it shows."""
    total = re.search(r'class="total"><strong>([\d.]+)</strong>', client.get(address).content.decode())
    return int(total[1].replace(".", "")) if total else 0


@pytest.mark.parametrize("day", ["01/3/2022", "15/8/2022", "01/02/2023"])
def test_every_figure_on_the_board_counts_what_its_list_shows(
    client: Client, coordinator: Account, programme: Programme, day: str
) -> None:
    client.force_login(coordinator)
    board = client.get(reverse("pages:board", args=(programme.pk,)), {"ngay": day}).content.decode()
    told = list(figures(board, reverse("pages:tasks", args=(programme.pk,))))
    assert len(told) > 15
    assert {address: counted(client, address) for address, _ in told} == dict(told)


def test_the_figure_of_indicators_counts_the_list_of_indicators(
    client: Client, coordinator: Account, programme: Programme
) -> None:
    client.force_login(coordinator)
    board = client.get(reverse("pages:board", args=(programme.pk,))).content.decode()
    told = list(figures(board, reverse("pages:indicators", args=(programme.pk,))))
    assert {address: counted(client, address) for address, _ in told} == dict(told)
    assert {number for _, number in told} == {0, 2}


@pytest.mark.parametrize("view", ["watching:silent", "watching:changes"])
def test_the_figures_of_silence_and_of_what_is_new_count_their_lists(
    client: Client, chair: Account, coordinator: Account, programme: Programme, bodies: list[Unit], view: str
) -> None:
    direct(programme, "Rà soát", leads=[UnitVersion.objects.get(unit=bodies[1])], due_on=None, by=chair)
    client.force_login(coordinator)
    board = client.get(reverse("pages:board", args=(programme.pk,))).content.decode()
    told = list(figures(board, reverse(view, args=(programme.pk,))))
    assert told
    assert {address: counted(client, address) for address, _ in told} == dict(told)


@pytest.mark.parametrize("day", ["01/3/2022", "15/8/2022", "01/02/2023"])
def test_no_figure_on_the_board_stands_without_its_list(
    client: Client, chair: Account, coordinator: Account, programme: Programme, bodies: list[Unit], day: str
) -> None:
    direct(programme, "Rà soát", leads=[UnitVersion.objects.get(unit=bodies[1])], due_on=None, by=chair)
    Finding.objects.create(programme=programme, position=0, kind="no_owner", message="Chưa có người chủ trì")
    RoleAssignment.objects.create(account=coordinator, role=Role.COORDINATOR, unit=bodies[0], valid_from=SINCE)
    client.force_login(coordinator)
    board = client.get(reverse("pages:board", args=(programme.pk,)), {"ngay": day}).content.decode()
    main = board.partition("<main")[2].partition("</main>")[0]
    assert len(re.findall(r">\s*[\d.]+\s*<", main)) > 30
    assert Bare(main).found == []


def test_the_figure_of_findings_opens_all_of_them(client: Client, coordinator: Account) -> None:
    points = tuple(ReadFinding("no_owner", f"Thiếu chủ trì {place}", None, (place, place + 1)) for place in range(8))
    document = stored(replace(plan().reading(), findings=points), "co-diem.txt")
    programme = start(document, by=coordinator, name="Chương trình có điểm cần xem")
    client.force_login(coordinator)
    board = client.get(reverse("pages:board", args=(programme.pk,))).content.decode()
    told = re.search(r'class="count" href="([^"#]+)#findings">8<', board)
    assert told
    page = client.get(told[1]).content.decode().partition('id="findings"')[2]
    assert all(f"Thiếu chủ trì {place}" in page for place in range(8))


def listed(board: str, panel: str) -> list[tuple[str, str]]:
    """The lines of a list of due days: the day, and the address that the line leads to."""
    part = board.partition(f'<h2 id="{panel}">')[2].partition("</ul>")[0]
    return re.findall(r'<strong>(?:trước )?([\d/]+)</strong>.*?<a href="([^"]+)"', part, re.DOTALL)


def test_what_is_late_and_what_is_due_next_lead_to_what_they_say(
    client: Client, coordinator: Account, programme: Programme
) -> None:
    client.force_login(coordinator)
    board = client.get(reverse("pages:board", args=(programme.pk,)), {"ngay": "15/8/2022"}).content.decode()
    found = {panel: listed(board, panel) for panel in ("overdue", "next-due")}
    days = {panel: [day for day, _address in lines] for panel, lines in found.items()}
    assert days == {"overdue": ["31/7/2022"], "next-due": ["30/9/2022"]}
    for panel, code in (("overdue", "II.1"), ("next-due", "II.4")):
        ((day, address),) = found[panel]
        page = client.get(address).content.decode()
        assert f"Nhiệm vụ {code}" in page
        assert day in page
    late = re.search(r'href="([^"]+)">Xem 1 nhiệm vụ quá hạn', board)
    assert late
    assert codes(client, late[1].replace("&amp;", "&")) == ["II.1"]


def test_the_states_over_a_filtered_list_count_within_the_filter(
    client: Client, coordinator: Account, programme: Programme
) -> None:
    client.force_login(coordinator)
    tasks = reverse("pages:tasks", args=(programme.pk,))
    page = client.get(tasks, {"q": "quy che", "ngay": "15/8/2022"}).content.decode()
    told = [(address, number) for address, number in figures(page, tasks) if "tinh_trang" in address]
    assert sum(number for _, number in told) == counted(client, f"{tasks}?q=quy che") == 2
    assert {address: counted(client, address) for address, _ in told} == dict(told)


def test_an_indicator_without_a_figure_says_so_and_shows_no_zero(
    client: Client, coordinator: Account, programme: Programme
) -> None:
    client.force_login(coordinator)
    board = client.get(reverse("pages:board", args=(programme.pk,))).content.decode()
    assert board.count("chưa có số liệu") >= programme.indicators.count()
    assert "bullet-actual" not in board


def test_the_board_tells_a_units_person_what_that_unit_leads(
    client: Client, coordinator: Account, programme: Programme, bodies: list[Unit]
) -> None:
    RoleAssignment.objects.create(account=coordinator, role=Role.COORDINATOR, unit=bodies[0], valid_from=SINCE)
    client.force_login(coordinator)
    board = client.get(reverse("pages:board", args=(programme.pk,))).content.decode()
    told = re.search(r'aria-label="Đơn vị của tôi: Sở Thông tin.*?</section>', board, re.DOTALL)
    assert told
    address, number = next(figures(told[0], reverse("pages:tasks", args=(programme.pk,))))
    assert number == counted(client, address) > 0
