"""A count that was taken stays what it was; counted again it is another count with its reason."""

from collections.abc import Sequence

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.metrics.models import Count
from tinhso.kernel.metrics.refusals import RecountReasonMissing
from tinhso.kernel.metrics.taking import take
from tinhso.kernel.metrics.tests.counting import CHANGED, METRIC, YEAR, document
from tinhso.kernel.organisations.models import Unit

pytestmark = pytest.mark.django_db
Documents = Sequence[IssuedDocument]


def of_units(count: Count) -> dict[str, tuple[int, int | None]]:
    return {each.unit.key: (each.numerator, each.denominator) for each in count.units.select_related("unit")}


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
