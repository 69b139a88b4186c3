"""Figures are read through the API as on the pages: series, forecast, ranking, clashes."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Reorganisation, Succession, Unit, UnitVersion
from tinhso.steering.api.tests.conftest import Call
from tinhso.steering.figures.actions.correct import correct
from tinhso.steering.figures.giving import Whence
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.tests.conftest import execute
from tinhso.steering.figures.tests.giving import give, ratio
from tinhso.steering.programmes.models import Assignment, Indicator

pytestmark = pytest.mark.django_db
DAY = {"on": "2022-12-31"}


@pytest.fixture
def told(keys: Keys, district: Unit, other_district: Unit) -> Indicator:
    """1 of 10 in one district, 80 of 90 in the other."""
    Value.objects.all().delete()
    found: Indicator = Indicator.objects.get(programme_id=int(str(keys["programme"])), code="I.2")
    Assignment.objects.filter(indicator=found).delete()
    Measure.objects.update_or_create(indicator=found, defaults={"kind": Measure.Kind.RATIO, "levels": "district"})
    for place, unit in enumerate((district, other_district)):
        execute(found, unit, place=place)
    give(found, district, ratio(1, 10))
    give(found, other_district, ratio(80, 90))
    return found


def address(indicator: Indicator, view: str) -> str:
    return f"/api/v1/programmes/{indicator.programme_id}/indicators/{indicator.pk}/{view}"


def test_a_series_is_read_in_both_ways(told: Indicator, officer: Account, caller: Call, district: Unit) -> None:
    decision = Reorganisation.objects.create(key="qd", title="Sáp nhập", effective_on=date(2022, 8, 1))
    other = Unit.objects.get(key="huyen-khac")
    Succession.objects.create(reorganisation=decision, manner="merge", predecessor=district, successor=other)
    UnitVersion.objects.filter(unit=district).update(valid_to=date(2022, 8, 1))
    client = caller(officer)
    reported, restated = (
        client.get(address(told, "series"), {**DAY, "reading": each}).json() for each in ("reported", "restated")
    )
    assert reported["province"] == restated["province"]
    assert [each["unit"] for each in reported["units"]] == ["huyen-khac", "huyen-mau"]
    (unit,) = restated["units"]
    assert unit["made_of"] == ["huyen-khac", "huyen-mau"]
    first = unit["points"][0]
    assert Decimal(first["numerator"]) / Decimal(first["denominator"]) == Decimal("0.81")
    assert first["estimate"] is False


def test_what_was_known_then_is_read_by_one_parameter(
    told: Indicator, officer: Account, caller: Call, district: Unit
) -> None:
    Value.objects.update(recorded_at=datetime(2022, 6, 20, tzinfo=UTC))
    old = Value.objects.get(unit=district)
    correct(old, ratio(5, 10), Whence(by=None, note="sai", at=datetime(2022, 9, 20, tzinfo=UTC)))
    client = caller(officer)
    then = client.get(address(told, "ranking"), {**DAY, "known_on": "2022-09-14"}).json()
    now = client.get(address(told, "ranking"), DAY).json()
    assert [Decimal(each["figure"]) for each in then[0]["placed"]] == [Decimal("88.888888"), 10]
    assert [(each["place"], each["reached"]) for each in now[0]["placed"]] == [(1, True), (2, True)]


def test_a_place_tells_its_day_and_whether_others_have_told_of_a_later_one(
    told: Indicator, officer: Account, caller: Call, district: Unit
) -> None:
    give(told, district, ratio(2, 10), to_on=date(2022, 9, 14))
    (level,) = caller(officer).get(address(told, "ranking"), DAY).json()
    assert [(each["unit"], each["to_on"], each["is_older"]) for each in level["placed"]] == [
        ("huyen-khac", "2022-06-14", True),
        ("huyen-mau", "2022-09-14", False),
    ]


def test_why_nothing_is_forecast_is_told(told: Indicator, officer: Account, caller: Call) -> None:
    (outlook,) = caller(officer).get(address(told, "outlook"), {"on": "2022-06-30"}).json()
    assert (outlook["forecast"], outlook["silence"], outlook["will_reach"]) == (None, "too_few", None)


def test_a_forecast_is_told_with_its_points(told: Indicator, officer: Account, caller: Call, district: Unit) -> None:
    for month in (8, 10):
        give(told, district, ratio(month, 10), to_on=date(2022, month, 14))
    (outlook,) = caller(officer).get(address(told, "outlook"), {"on": "2022-11-01"}).json()
    assert len(outlook["forecast"]["points"]) == 3
    assert outlook["will_reach"] is True


def test_the_units_behind_are_told_with_their_indicators(told: Indicator, officer: Account, caller: Call) -> None:
    found = caller(officer).get(f"/api/v1/programmes/{told.programme_id}/units-behind", DAY).json()
    behind = {each["unit"]: each["behind"] for each in found}
    assert (behind["huyen-mau"], behind["huyen-khac"]) == ([told.pk], [])


def test_a_clash_is_listed_and_decided_by_who_may_enter(
    told: Indicator, officer: Account, other_officer: Account, caller: Call, district: Unit
) -> None:
    file = Whence(by=None, source=Value.Source.IMPORTED, reference="a.csv:2")
    give(told, district, ratio(7, 10), whence=file)
    listed = f"/api/v1/programmes/{told.programme_id}/clashes"
    (clash,) = caller(officer).get(listed).json()
    assert [value["source"] for value in clash["values"]] == ["entered", "imported"]
    keep = f"/api/v1/values/{clash['values'][1]['id']}/keep"
    why = {"note": "Theo báo cáo đã ký"}
    assert caller(other_officer).post(keep, why, content_type="application/json").status_code == 403
    assert caller(officer).post(keep, why, content_type="application/json").status_code == 201
    assert caller(officer).get(listed).json() == []
