"""A count that was taken stays what it was; counted again it is another count with its reason."""

from collections.abc import Sequence
from datetime import date

import pytest

from tests.cast import unit
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.metrics.models import Count
from tinhso.kernel.metrics.recipes import Scope
from tinhso.kernel.metrics.refusals import NoRecipe, RecountReasonMissing, SpanImpossible
from tinhso.kernel.metrics.taking import take
from tinhso.kernel.metrics.tests.counting import CHANGED, METRIC, YEAR, document
from tinhso.kernel.organisations.models import Kind, Reorganisation, Succession, Unit, UnitVersion

pytestmark = pytest.mark.django_db
Documents = Sequence[IssuedDocument]


def of_units(count: Count) -> dict[str, tuple[int, int | None]]:
    return {each.unit.key: (each.numerator, each.denominator) for each in count.units.select_related("unit")}


def test_each_record_counts_one_for_its_unit(documents: Documents) -> None:
    count = take(METRIC, YEAR, by=None)
    assert (count.numerator, count.denominator, count.version) == (2, 4, 1)
    assert of_units(count) == {"huyen-mau": (2, 3), "huyen-khac": (0, 1)}


def test_what_lies_outside_the_span_is_not_counted(documents: Documents) -> None:
    count = take(METRIC, Scope(date(2022, 6, 1), date(2022, 6, 30)), by=None)
    assert (count.numerator, count.denominator, of_units(count)) == (0, 0, {})


def test_a_double_click_counts_once(documents: Documents, coordinator: Account) -> None:
    assert take(METRIC, YEAR, by=coordinator) == take(METRIC, YEAR, by=coordinator)
    assert Count.objects.count() == 1


def test_a_changed_recipe_does_not_change_the_past(documents: Documents) -> None:
    before = take(METRIC, YEAR, by=None)
    with pytest.raises(RecountReasonMissing, match=r"2/4, phiên bản 1.*1/4, phiên bản 2"):
        take(CHANGED, YEAR, by=None)
    before.refresh_from_db()
    assert (before.numerator, before.version, before.superseded_at) == (2, 1, None)


def test_a_new_version_corrects_with_its_reason_and_the_former_count_stays(documents: Documents) -> None:
    before = take(METRIC, YEAR, by=None)
    after = take(CHANGED, YEAR, by=None, reason="Cách đếm mới")
    before.refresh_from_db()
    assert (before.numerator, before.version, before.superseded_at) == (2, 1, after.counted_at)
    assert (after.numerator, after.version, after.corrects, after.note) == (1, 2, before, "Cách đếm mới")


def test_a_record_that_came_later_needs_a_reason_to_be_counted(documents: Documents, district: Unit) -> None:
    before = take(METRIC, YEAR, by=None)
    document(district, "5")
    with pytest.raises(RecountReasonMissing):
        take(METRIC, YEAR, by=None)
    after = take(METRIC, YEAR, by=None, reason="Văn bản ghi muộn")
    assert (before.denominator, after.denominator, after.corrects) == (4, 5, before)


def test_as_many_records_of_which_one_is_another_are_another_count(documents: Documents, district: Unit) -> None:
    before = take(METRIC, YEAR, by=None)
    documents[2].delete()
    document(district, "6")
    after = take(METRIC, YEAR, by=None, reason="Thay văn bản ghi nhầm")
    assert (after.denominator, after.corrects) == (before.denominator, before)


def test_a_span_is_counted_by_the_rules_of_its_last_day(documents: Documents) -> None:
    with pytest.raises(NoRecipe, match="31/12/2021"):
        take(METRIC, Scope(date(2021, 1, 1), date(2021, 12, 31)), by=None)


def test_days_to_come_cannot_be_counted(documents: Documents) -> None:
    with pytest.raises(SpanImpossible):
        take(METRIC, Scope(date(2022, 1, 1), date(2999, 1, 1)), by=None)
    with pytest.raises(SpanImpossible):
        take(METRIC, Scope(date(2022, 2, 1), date(2022, 1, 1)), by=None)


def test_only_who_keeps_the_figures_of_all_units_counts(documents: Documents, officer: Account) -> None:
    with pytest.raises(NotAllowed):
        take(METRIC, YEAR, by=officer)


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
