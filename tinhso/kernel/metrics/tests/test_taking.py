"""A count is as many records as its recipe finds, each for its unit."""

from collections.abc import Sequence
from datetime import date

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.metrics.models import Count
from tinhso.kernel.metrics.recipes import Scope
from tinhso.kernel.metrics.refusals import NoRecipe, SpanImpossible
from tinhso.kernel.metrics.taking import take
from tinhso.kernel.metrics.tests.counting import METRIC, YEAR

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
