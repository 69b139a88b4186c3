"""What a figure points at exists as long as the figure does, whoever writes, whatever way."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.key_triggers import KEYS
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.tests.conftest import JUNE
from tinhso.steering.figures.tests.giving import YEAR, give, ratio
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db
NOBODY = 987_654_321


def bare(**keys: int) -> Value:
    """A figure as the table takes it, past every check of ours."""
    return Value(level="district", from_on=YEAR, to_on=JUNE, number=1, recorded_at=datetime.now(UTC), **keys)


@contextmanager
def _held() -> Iterator[None]:
    yield
    held()


def held() -> None:
    """Ask the database now what it would ask at the end of the transaction."""
    connection.check_constraints()


@contextmanager
def refused() -> Iterator[None]:
    """What is done in it the database takes back, at the latest at the end."""
    with pytest.raises(IntegrityError), transaction.atomic(), _held():
        yield


@pytest.mark.parametrize("column", sorted(KEYS))
def test_a_figure_of_nothing_is_refused(indicator: Indicator, district: Unit, column: str) -> None:
    keys = {"indicator_id": indicator.pk, "unit_id": district.pk} | {column: NOBODY}
    with refused():
        Value.objects.bulk_create([bare(**keys)])


def test_one_wrong_of_many_is_found(indicator: Indicator, district: Unit, other_district: Unit) -> None:
    good = [bare(indicator_id=indicator.pk, unit_id=unit.pk) for unit in (district, other_district)]
    with refused():
        Value.objects.bulk_create([*good, bare(indicator_id=indicator.pk, unit_id=NOBODY)])


def test_a_figure_is_not_moved_to_a_unit_that_there_is_not(
    indicator: Indicator, measure: Measure, district: Unit
) -> None:
    give(indicator, district, ratio(1, 2))
    with refused():
        Value.objects.update(unit_id=NOBODY)


def test_a_unit_that_gave_a_figure_does_not_go(indicator: Indicator, measure: Measure) -> None:
    unit = Unit.objects.create(key="khong-lich-su")
    Value.objects.bulk_create([bare(indicator_id=indicator.pk, unit_id=unit.pk)])
    with refused(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM organisations_unit WHERE id = %s", (unit.pk,))
    with connection.cursor() as cursor:
        # At the end of the transaction nothing points at the unit any more.
        cursor.execute("DELETE FROM organisations_unit WHERE id = %s", (unit.pk,))
        cursor.execute("DELETE FROM figures_value WHERE unit_id = %s", (unit.pk,))
        held()
    assert not Unit.objects.filter(pk=unit.pk).exists()


def test_figures_behind_a_paper_and_of_a_unit_are_found_by_an_index(indicator: Indicator, district: Unit) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
    for found in (
        Value.objects.filter(issued=1),
        Value.objects.filter(file=1),
        Value.objects.filter(unit=district),
        Value.objects.filter(indicator=indicator),
    ):
        plan = found.order_by().explain()
        assert "Seq Scan on figures_value" not in plan
        assert "SCAN figures_value" not in plan
