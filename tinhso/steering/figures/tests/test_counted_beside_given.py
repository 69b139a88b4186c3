"""What counting says and what a person says of one cell: both stand, until a person decides."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.metrics.recipes import Metric
from tinhso.kernel.metrics.tests.counting import document
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.actions.correct import correct, withdraw
from tinhso.steering.figures.clashes import clashing_units
from tinhso.steering.figures.counting import count_for
from tinhso.steering.figures.giving import Whence
from tinhso.steering.figures.models import Measure, Tie, Value
from tinhso.steering.figures.tests.conftest import FIRST, JUNE, SEPTEMBER
from tinhso.steering.figures.tests.counted import figures, refusal
from tinhso.steering.figures.tests.giving import give, ratio
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db
Declare = Callable[[Metric], None]


def test_the_figure_of_a_person_and_the_count_both_stand(
    tied: Tie, documents: Sequence[IssuedDocument], indicator: Indicator, district: Unit, officer: Account
) -> None:
    first = indicator.programme.starts_on
    own = give(indicator, district, ratio(3, 3), by=officer, from_on=first, to_on=JUNE)
    count_for(indicator.programme, FIRST, JUNE)
    cell = Value.objects.known_at().filter(indicator=indicator, unit=district, from_on=first, to_on=JUNE)
    assert {(value.source, value.numerator) for value in cell} == {("entered", Decimal(3)), ("counted", Decimal(2))}
    assert clashing_units(indicator) == [district.pk]
    own.refresh_from_db()
    assert own.superseded_at is None


def test_a_count_is_not_edited_and_what_a_person_withdrew_stays_withdrawn(
    tied: Tie, documents: Sequence[IssuedDocument], indicator: Indicator, district: Unit, officer: Account
) -> None:
    count_for(indicator.programme, FIRST, JUNE)
    value = Value.objects.get(unit=district)
    assert refusal(correct, value, ratio(3, 3), Whence(by=officer, note="Sai")) == "figure.counted_stands"
    withdraw(value, Whence(by=officer, note="Số đơn vị nhập mới đúng"))
    count_for(indicator.programme, FIRST, JUNE)
    assert list(figures(indicator)) == ["huyen-khac"]
    document(district, "6")
    count_for(indicator.programme, FIRST, JUNE, reason="Thêm văn bản")
    assert figures(indicator)["huyen-mau"] == "2/4 van-ban-co-tep@1"


def test_a_figure_of_other_days_is_not_counted_twice(
    tied: Tie, documents: Sequence[IssuedDocument], indicator: Indicator, district: Unit, officer: Account
) -> None:
    Measure.objects.filter(indicator=indicator).update(timing="in_period")
    give(indicator, district, ratio(1, 1), by=officer, from_on=date(2022, 5, 1), to_on=JUNE)
    [counted] = count_for(indicator.programme, FIRST, SEPTEMBER)
    assert (list(figures(indicator)), counted.left_out) == (["huyen-khac"], 1)


def test_units_that_give_no_figures_here_are_left_out_and_told(
    tied: Tie, documents: Sequence[IssuedDocument], indicator: Indicator, department_in_charge: Unit
) -> None:
    document(department_in_charge, "7")
    [counted] = count_for(indicator.programme, FIRST, JUNE)
    assert (counted.written, counted.left_out) == (2, 1)
