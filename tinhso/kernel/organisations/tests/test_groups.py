"""A group means the units of the day; the office's calendar holds the decided days."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tinhso.kernel.organisations.answering import Mark
from tinhso.kernel.organisations.models import Group, GroupRule, Unit
from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.kernel.organisations.roster import Roster

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bac_giang")]

PLAN_DAY = date(2022, 4, 20)


def members(key: str, day: date = PLAN_DAY) -> set[str]:
    return {version.unit.key for version in Roster.on(day).members(Group.objects.get(key=key).pk)}


def test_districts_and_communes_expand_to_those_of_the_day() -> None:
    assert len(members("ubnd-huyen-xa")) == 10 + 209
    assert len(members("ubnd-huyen-xa", date(2025, 1, 1))) == 10 + 192
    assert members("ubnd-cap-huyen", date(2025, 7, 1)) == set()


def test_departments_of_2022_become_those_of_2025() -> None:
    assert "so-tttt" in members("so-nganh")
    assert "so-tttt" not in members("so-nganh", date(2025, 3, 1))
    assert "so-khcn-2025" in members("so-nganh", date(2025, 3, 1))


def test_heads_of_departments_are_posts() -> None:
    roster = Roster.on(PLAN_DAY)
    heads = roster.heads(Group.objects.get(key="thu-truong-so").pk)
    assert "Giám đốc Sở Y tế" in {post.called(roster.units[post.unit_id].name) for post in heads}
    assert len(heads) == len(members("so-nganh"))


def test_a_group_may_leave_a_unit_out() -> None:
    GroupRule.objects.create(
        group=Group.objects.get(key="so-nganh"), effect="exclude", unit=Unit.objects.get(key="bo-chqs")
    )
    assert "bo-chqs" not in members("so-nganh")


def test_enterprises_are_a_group_without_a_list() -> None:
    assert members("doanh-nghiep") == set()


def test_work_of_a_group_that_means_nobody_any_more_goes_to_who_answers_for_its_last_members() -> None:
    roster, group = Roster.on(date(2025, 7, 1)), Group.objects.get(key="ubnd-cap-huyen").pk
    left = roster.memberships.units(group, roster.day)
    assert {(roster.units[each.unit].unit.key, each.mark) for each in left} == {("tinh-bac-ninh", Mark.SUPERIOR)}


def test_a_unit_named_by_a_group_is_followed_by_its_successor() -> None:
    group = Group.objects.create(key="to-cong-tac", name="Tổ công tác")
    GroupRule.objects.create(group=group, unit=Unit.objects.get(key="so-tttt"))
    assert members("to-cong-tac") == {"so-tttt"}
    assert members("to-cong-tac", date(2025, 3, 1)) == {"so-khcn-2025"}


def test_all_groups_of_a_day_take_six_queries() -> None:
    with CaptureQueriesContext(connection) as queries:
        roster = Roster.read(PLAN_DAY)
        assert all(isinstance(roster.members(pk), list) for pk in roster.groups)
    assert len(queries) == 6


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2022-02-04", False), ("2022-02-07", True), ("2022-09-01", False), ("2023-01-20", False),
        ("2023-01-26", False), ("2023-01-27", True), ("2023-09-04", False), ("2024-02-14", False),
        ("2024-04-29", False), ("2024-05-04", True), ("2024-09-03", False), ("2025-01-27", False),
        ("2025-05-02", False), ("2025-04-26", True), ("2025-09-01", False), ("2026-01-02", False),
        ("2026-01-10", True), ("2026-02-20", False), ("2026-02-23", True), ("2026-08-31", False),
        ("2026-08-22", True), ("2026-11-24", False),
    ],
)  # fmt: skip
def test_days_off_of_2022_to_2026_are_those_announced(day: str, *, working: bool) -> None:
    assert office_calendar().is_working_day(date.fromisoformat(day)) is working


def test_every_year_of_the_samples_has_its_tet_by_decision() -> None:
    assert all(office_calendar().is_settled(year) for year in range(2022, 2027))
