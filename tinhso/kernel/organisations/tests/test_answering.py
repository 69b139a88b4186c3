"""Open work follows the function: who answers on a day for what was given to a unit."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tinhso.kernel.organisations.answering import Answering, Mark, answered_by
from tinhso.kernel.organisations.models import Reorganisation, Unit
from tinhso.kernel.organisations.reorganising.apply import put_into_force
from tinhso.kernel.organisations.reorganising.steps import Follow, Order, Step

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bac_giang")]

BEFORE, MERGED, TODAY = date(2025, 2, 28), date(2025, 3, 1), date(2025, 7, 1)
OLD, DAY = "bac-ninh-so-y-te", date(2026, 1, 1)


def pk(key: str) -> int:
    return Unit.objects.get(key=key).pk


def keys(units: frozenset[int]) -> set[str]:
    return set(Unit.objects.filter(pk__in=units).values_list("key", flat=True))


def answerers(key: str, day: date) -> dict[str, Mark]:
    names = dict(Unit.objects.values_list("pk", "key"))
    return {names[span.unit]: span.mark for span in Answering.read().answerers(pk(key), day)}


def end(*follows: Follow) -> None:
    """Sở Y tế ends on the day, followed as told."""
    decision = Reorganisation(key="thu", title="Quyết định thử", effective_on=DAY)
    put_into_force(Order(decision, (Step("end", OLD),), follows))


@pytest.mark.parametrize(
    ("day", "who"), [(BEFORE, "so-tttt"), (MERGED, "so-khcn-2025"), (date(2025, 6, 30), "so-khcn-2025")]
)
def test_a_merged_department_answers_from_the_day_of_the_merger_on(day: date, who: str) -> None:
    assert answerers("so-tttt", day) == {who: Mark.NONE}


def test_open_work_follows_through_every_later_merger() -> None:
    assert answerers("so-tttt", TODAY) == {"bac-ninh-so-khcn": Mark.NONE}
    followed = keys(answered_by([pk("bac-ninh-so-khcn")], TODAY))
    assert followed == {"bac-ninh-so-khcn", "so-khcn-2025", "so-khcn", "so-tttt"}


def test_before_the_day_of_effect_nobody_else_answers() -> None:
    assert keys(answered_by([pk("so-khcn-2025")], BEFORE)) == {"so-khcn-2025"}
    assert answered_by([], BEFORE) == frozenset()


def test_a_unit_that_gives_a_function_or_a_part_away_and_goes_on_keeps_its_work() -> None:
    assert answerers("cap-huyen-luc-ngan", date(2025, 1, 1)) == {"cap-huyen-luc-ngan": Mark.NONE}
    assert pk("so-tttt") not in answered_by([pk("cong-an-tinh")], MERGED)


def test_a_district_dissolved_leaves_its_work_to_its_superior_of_that_day_marked() -> None:
    assert answerers("cap-huyen-yen-the", TODAY) == {"tinh-bac-ninh": Mark.SUPERIOR}


def test_of_several_successors_the_one_with_the_largest_share_answers() -> None:
    end(
        Follow("split", OLD, "bac-ninh-so-noi-vu", Decimal("0.3")),
        Follow("split", OLD, "bac-ninh-so-tai-chinh", Decimal("0.4")),
        Follow("split", OLD, "bac-ninh-so-gddt", Decimal("0.3")),
    )
    assert answerers(OLD, DAY) == {"bac-ninh-so-tai-chinh": Mark.NONE}


@pytest.mark.parametrize("shares", [(None, None), (Decimal("0.5"), Decimal("0.5")), (Decimal("0.4"), None)])
def test_where_no_share_decides_every_successor_answers_marked(shares: tuple[Decimal | None, Decimal | None]) -> None:
    end(Follow("split", OLD, "bac-ninh-so-noi-vu", shares[0]), Follow("split", OLD, "bac-ninh-so-tai-chinh", shares[1]))
    assert answerers(OLD, DAY) == {"bac-ninh-so-noi-vu": Mark.SHARED, "bac-ninh-so-tai-chinh": Mark.SHARED}


def test_more_than_half_decides_though_the_rest_is_not_known() -> None:
    end(Follow("split", OLD, "bac-ninh-so-noi-vu", Decimal("0.6")), Follow("split", OLD, "bac-ninh-so-tai-chinh"))
    assert answerers(OLD, DAY) == {"bac-ninh-so-noi-vu": Mark.NONE}


def test_a_function_given_away_does_not_stand_against_the_successor() -> None:
    end(Follow("merge", OLD, "bac-ninh-so-noi-vu"), Follow("transfer", OLD, "bac-ninh-so-gddt", function="Trẻ em"))
    assert answerers(OLD, DAY) == {"bac-ninh-so-noi-vu": Mark.NONE}


def test_who_answers_for_the_whole_province_takes_one_query() -> None:
    with CaptureQueriesContext(connection) as queries:
        Answering.read()
        answered_by([pk("bac-ninh-so-khcn")], TODAY)
    assert len(queries) == 3
