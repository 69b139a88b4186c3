"""What a unit did before it was merged."""

from collections.abc import Sequence
from datetime import date

import pytest

from tests.cast import unit
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.metrics.models import Count
from tinhso.kernel.metrics.recipes import Scope
from tinhso.kernel.metrics.taking import take
from tinhso.kernel.metrics.tests.counting import METRIC, YEAR
from tinhso.kernel.organisations.models import Kind, Reorganisation, Succession, Unit, UnitVersion

pytestmark = pytest.mark.django_db
Documents = Sequence[IssuedDocument]


def of_units(count: Count) -> dict[str, tuple[int, int | None]]:
    return {each.unit.key: (each.numerator, each.denominator) for each in count.units.select_related("unit")}


def test_what_a_merged_unit_did_counts_for_who_follows_it(
    documents: Documents, province: Unit, district: Unit, other_district: Unit
) -> None:
    merged = unit("huyen-hop", "Huyện Hợp", kind=Kind.DISTRICT, parent=province)
    day = date(2022, 7, 1)
    decision = Reorganisation.objects.create(key="nhap-huyen", title="Nhập huyện", effective_on=day)
    for former in (district, other_district):
        UnitVersion.objects.filter(unit=former).update(valid_to=day)
        Succession.objects.create(reorganisation=decision, predecessor=former, successor=merged, manner="merge")
    before = take(METRIC, Scope(date(2022, 1, 1), date(2022, 6, 30)), by=None)
    assert of_units(before) == {"huyen-mau": (2, 3), "huyen-khac": (0, 1)}
    assert of_units(take(METRIC, YEAR, by=None)) == {"huyen-hop": (2, 4)}
