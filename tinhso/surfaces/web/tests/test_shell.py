"""The shell: who I am, where I may go, what I look for; and the words and marks of the pages."""

from datetime import UTC, date, datetime
from decimal import Decimal
from html import unescape

import pytest
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.urls import reverse

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.surfaces.web.shell import navigation
from tinhso.surfaces.web.shell.icons import PATHS
from tinhso.surfaces.web.shell.marks import SIGNS, Part
from tinhso.surfaces.web.templatetags import web


def page_of(client: Client, account: Account) -> str:
    client.force_login(account)
    return unescape(client.get(reverse("web:change_password")).content.decode())


def rendered(text: str, **values: object) -> str:
    context = Context({"request": RequestFactory().get("/danh-sach?q=an&page=3&sort=name"), **values})
    return " ".join(Template("{% load web %}" + text).render(context).split())


@pytest.mark.django_db
def test_the_page_says_who_i_am_through_which_post(client: Client, head: Account) -> None:
    page = page_of(client, head)
    assert "Phạm Văn Mẫu" in page
    assert "Chủ tịch UBND huyện Mẫu" in page


@pytest.mark.django_db
def test_without_a_post_it_says_role_and_unit(client: Client, coordinator: Account) -> None:
    assert "Cán bộ cơ quan thường trực · Sở Thường trực Mẫu" in page_of(client, coordinator)


@pytest.mark.django_db
def test_who_has_no_role_any_more_is_told(client: Client, officer: Account) -> None:
    RoleAssignment.objects.filter(account=officer).update(valid_to=date(2022, 2, 1))
    assert "Chưa được giao vai trò" in page_of(client, officer)


@pytest.mark.django_db
def test_the_province_stands_at_the_top(client: Client, officer: Account) -> None:
    assert "Tỉnh Mẫu" in page_of(client, officer)


@pytest.mark.django_db
def test_administration_stands_at_the_left_for_those_who_keep_something(
    client: Client, administrator: Account, coordinator: Account, head: Account, officer: Account, citizen: Account
) -> None:
    for account in (administrator, coordinator, head):
        assert 'href="/quan-tri"' in page_of(client, account)
    for account in (officer, citizen):
        assert 'href="/quan-tri"' not in page_of(client, account)


@pytest.mark.django_db
def test_an_officer_finds_delegation_and_calendar_under_his_name(
    client: Client, officer: Account, citizen: Account
) -> None:
    own = ('href="/quan-tri/uy-quyen"', 'href="/quan-tri/lich"')
    assert all(place in page_of(client, officer) for place in own)
    assert not any(place in page_of(client, citizen) for place in own)


def test_every_declared_entry_is_drawn_and_the_words_are_few() -> None:
    entries = navigation.entries()
    assert {entry.icon for entry in entries} <= set(PATHS)
    assert len({entry.label for entry in entries}) == len(entries) <= 8


@pytest.mark.django_db
def test_the_watch_may_ask_without_an_account(client: Client) -> None:
    assert client.get(reverse("web:health")).json() == {"database": "ok"}


def test_days_and_numbers_are_written_as_officials_do() -> None:
    assert web.day(date(2022, 3, 5)) == "05/3/2022"
    assert web.moment(datetime(2022, 1, 20, 18, 5, tzinfo=UTC)) == "01:05 21/01/2022"
    assert web.number(Decimal("1234.5")) == "1.234,5"


def test_a_figure_not_known_is_never_nought() -> None:
    assert web.number(None) == "chưa có số liệu"
    assert "chưa có số liệu" in rendered("{% bullet figure '/ ≥ 85 %' %}", figure={"target": 85.0})


@pytest.mark.parametrize(
    ("days", "words"),
    [(3, "còn 3 ngày làm việc"), (0, "hôm nay là hạn"), (-12, "quá hạn 12 ngày"), (None, "")],
)
def test_what_remains_is_said_in_words(days: int | None, words: str) -> None:
    assert web.remaining(days) == words


@pytest.mark.parametrize("tone", SIGNS)
def test_a_state_is_a_word_with_a_sign_not_only_a_colour(tone: str) -> None:
    mark = rendered("{% chip tone 'Quá hạn' %}", tone=tone)
    assert "Quá hạn" in mark
    assert "<svg" in mark


def test_the_parts_of_a_bar_fill_it_and_open_what_they_count() -> None:
    parts = [Part("xong", 3, "good", "?x=1"), Part("muộn", 1, "bad", "?x=2"), Part("chờ", 0, "neutral")]
    bar = rendered("{% counts parts 'Nhiệm vụ' %}", parts=parts)
    assert 'x="0%" y="0" width="75%"' in bar
    assert 'x="75%" y="0" width="25%"' in bar
    assert bar.count('href="?x=2"') == 2


def test_a_bar_of_nothing_is_no_bar() -> None:
    assert '<svg class="counts-bar"' not in rendered("{% counts parts 'Nhiệm vụ' %}", parts=[Part("xong", 0, "good")])


def test_the_target_stands_on_the_scale_of_the_figure() -> None:
    figure = {"actual": 50.0, "target": 75.0, "high": 100.0}
    drawn = rendered("{% bullet figure '50 % / 75 %' %}", figure=figure)
    assert 'width="50%"' in drawn
    assert 'x1="75%"' in drawn


def test_sorting_turns_round_and_begins_on_the_first_page() -> None:
    head = rendered("{% sort_header 'name' 'Tên' %}")
    assert 'aria-sort="ascending"' in head
    assert 'href="?q=an&amp;sort=-name"' in head
