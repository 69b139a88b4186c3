"""The tree of a day, and what the database refuses about validity."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tinhso.kernel.organisations.history import Lineage, version_on, versions_on
from tinhso.kernel.organisations.loading.load import Loaded, load
from tinhso.kernel.organisations.models import Holding, Kind, Post, Unit, UnitVersion
from tinhso.kernel.organisations.models.units import COMMUNE_KINDS, DISTRICT_KINDS
from tinhso.kernel.organisations.tests.samples import FOLDER
from tinhso.kernel.organisations.tree import tree_on

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bac_giang")]

PLAN_DAY = date(2022, 4, 20)


@pytest.mark.parametrize(
    ("day", "districts", "communes"),
    [
        ("2022-04-20", 10, 209),
        ("2024-12-31", 10, 209),
        ("2025-01-01", 10, 192),
        ("2025-06-30", 10, 192),
        ("2025-07-01", 0, 99),
    ],
)
def test_the_number_of_districts_and_communes_on_a_day_is_the_published_one(
    day: str, districts: int, communes: int
) -> None:
    standing = UnitVersion.objects.valid_on(date.fromisoformat(day))
    assert standing.of_kinds(*DISTRICT_KINDS).count() == districts
    assert standing.of_kinds(*COMMUNE_KINDS).count() == communes


def test_the_kinds_of_communes_follow_the_resolutions() -> None:
    before, after = UnitVersion.objects.valid_on(date(2025, 1, 1)), UnitVersion.objects.valid_on(date(2025, 7, 1))
    assert [before.of_kinds(kind).count() for kind in (Kind.COMMUNE, Kind.WARD, Kind.TOWNSHIP)] == [143, 35, 14]
    assert [after.of_kinds(kind).count() for kind in (Kind.COMMUNE, Kind.WARD)] == [66, 33]


def test_the_whole_tree_takes_one_query_beside_that_for_its_edition() -> None:
    for most in (2, 1):
        with CaptureQueriesContext(connection) as queries:
            province = tree_on(PLAN_DAY)[0]
            assert sum(1 for _ in province.everything_below()) > 230
        assert len(queries) <= most


def test_units_stand_in_the_vietnamese_order_under_their_district() -> None:
    province = tree_on(PLAN_DAY)[0]
    districts = [branch.version.name for label, run in province.by_kind() if label == "Huyện" for branch in run]
    assert districts[:4] == ["Huyện Hiệp Hòa", "Huyện Lạng Giang", "Huyện Lục Nam", "Huyện Lục Ngạn"]


def test_everything_under_a_district_is_found_in_one_sql() -> None:
    yen_the = Unit.objects.get(key="cap-huyen-yen-the")
    assert Unit.objects.in_subtree(yen_the, PLAN_DAY).count() == 1 + 19
    assert Unit.objects.in_subtree(yen_the, date(2025, 7, 1)).count() == 1


def test_a_unit_is_called_by_its_name_of_the_day() -> None:
    viet_yen = Unit.objects.get(key="cap-huyen-viet-yen")
    assert [found.name for day in ("2024-01-31", "2024-02-01") if (found := version_on(viet_yen, _day(day)))] == [
        "Huyện Việt Yên",
        "Thị xã Việt Yên",
    ]
    assert versions_on([viet_yen.pk], date(2025, 7, 1)) == {}


def test_a_unit_is_found_without_diacritics() -> None:
    found = UnitVersion.objects.valid_on(PLAN_DAY).matching("dong ky")
    assert [version.name for version in found] == ["Xã Đồng Kỳ"]


def test_the_work_of_the_old_department_is_followed_to_the_merged_province() -> None:
    lineage, old = Lineage.read(), Unit.objects.get(key="so-tttt")
    assert [link.successor.key for link in lineage.successors(old.pk) if link.successor] == [
        "so-khcn-2025",
        "bac-ninh-so-khcn",
    ]


def test_every_commune_of_june_2025_has_one_successor_or_goes_on() -> None:
    lineage = Lineage.read()
    standing = UnitVersion.objects.valid_on(date(2025, 6, 30)).of_kinds(*COMMUNE_KINDS).select_related("unit")
    leads = {version.unit.key: lineage.successors(version.unit_id) for version in standing}
    assert [key for key, links in leads.items() if len(links) != 1] == ["cap-xa-07663"]


def test_two_versions_of_a_unit_never_hold_on_one_day() -> None:
    version = UnitVersion.objects.get(unit__key="so-y-te", valid_to="2025-07-01")
    version.pk, version.valid_from = None, date(2025, 6, 30)
    with pytest.raises(IntegrityError), transaction.atomic():
        version.save(force_insert=True)


def test_a_version_may_begin_the_day_the_last_one_ends() -> None:
    version = UnitVersion.objects.get(unit__key="so-y-te", valid_to="2025-07-01")
    version.pk, version.valid_from, version.valid_to = None, date(2025, 7, 1), None
    version.save(force_insert=True)
    assert UnitVersion.objects.filter(unit__key="so-y-te").count() == 2


def test_a_seat_has_one_holder_at_a_time() -> None:
    post = Post.objects.get(unit__key="so-y-te", rank="head")
    Holding.objects.create(post=post, person="Người Mẫu Một", valid_from=date(2022, 1, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        Holding.objects.create(post=post, person="Người Mẫu Hai", valid_from=date(2022, 6, 1))


def test_loading_a_second_time_changes_nothing(bac_giang: Loaded) -> None:
    assert bac_giang.units == 269
    assert load(FOLDER) == Loaded(units=0, reorganisations=0, groups=0, aliases=0, days=0)


def _day(text: str) -> date:
    return date.fromisoformat(text)
