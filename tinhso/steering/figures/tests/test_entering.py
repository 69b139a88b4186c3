"""Who gives a figure, what is refused, what is told twice."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.exchange.models import Announcement
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.actions.correct import correct, withdraw
from tinhso.steering.figures.giving import Given, Whence
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.refusals import (
    AlreadyCorrected,
    AlreadyGiven,
    FigureImpossible,
    FigureUnfit,
    NoSuchReporter,
    NumeratorTooGreat,
    ReasonMissing,
    SpansOverlap,
)
from tinhso.steering.figures.tests.conftest import JUNE, SEPTEMBER
from tinhso.steering.figures.tests.giving import YEAR, give, ratio
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db


def test_an_officer_gives_the_figure_of_the_own_unit_and_of_those_below(
    indicator: Indicator, officer: Account, district: Unit, commune: Unit, other_district: Unit
) -> None:
    assert give(indicator, district, ratio(5, 10), by=officer).entered_by == officer
    assert give(indicator, commune, ratio(5, 10), by=officer).level == "commune"
    with pytest.raises(NotAllowed):
        give(indicator, other_district, ratio(5, 10), by=officer)


def test_the_department_in_charge_may_enter_for_every_unit_the_chair_for_none(
    indicator: Indicator, coordinator: Account, chair: Account, district: Unit
) -> None:
    with pytest.raises(NotAllowed):
        give(indicator, district, ratio(5, 10), by=chair)
    assert give(indicator, district, ratio(5, 10), by=coordinator).pk


def test_a_unit_that_does_not_execute_gives_no_figure(indicator: Indicator, province: Unit) -> None:
    with pytest.raises(NoSuchReporter):
        give(indicator, province, ratio(5, 10))


def test_a_double_click_enters_once_and_another_figure_for_the_same_cell_is_refused(
    indicator: Indicator, district: Unit
) -> None:
    first = give(indicator, district, ratio(5, 10))
    assert give(indicator, district, ratio(5, 10)) == first
    with pytest.raises(AlreadyGiven, match=r"50,0.% \(5/10\)"):
        give(indicator, district, ratio(6, 10))
    assert Value.objects.count() == 1


def test_what_the_measure_does_not_ask_for_is_refused(indicator: Indicator, measure: Measure, district: Unit) -> None:
    for given in (Given(), Given(answer="tốt"), Given(numerator=ratio(1, 2).numerator)):
        with pytest.raises(FigureUnfit):
            give(indicator, district, given)
    assert give(indicator, district, ratio(0, 10)).numerator == 0


def test_a_denominator_of_nothing_is_refused_with_the_databases_own_sentence(
    indicator: Indicator, district: Unit
) -> None:
    with pytest.raises(FigureImpossible, match="Mẫu số phải lớn hơn 0"):
        give(indicator, district, ratio(0, 0))


def test_the_database_itself_refuses_what_no_form_lets_through(indicator: Indicator, district: Unit) -> None:
    cell = {"indicator": indicator, "unit": district, "level": "district", "from_on": YEAR, "to_on": JUNE}
    for columns in ({}, {"numerator": 1, "denominator": 0}, {"number": 1, "answer": "tốt"}, {"withdrawn": True}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Value.objects.bulk_create([Value(**cell, **columns, recorded_at=timezone.now())])


def test_a_part_is_never_greater_than_its_whole(indicator: Indicator, measure: Measure, district: Unit) -> None:
    assert give(indicator, district, ratio(12, 10)).pk
    Measure.objects.update(share_of_whole=True)
    with pytest.raises(NumeratorTooGreat):
        give(indicator, district, ratio(12, 10), to_on=SEPTEMBER)


def test_what_happened_in_a_period_is_not_counted_twice(indicator: Indicator, measure: Measure, district: Unit) -> None:
    Measure.objects.update(timing=Measure.Timing.IN_PERIOD)
    give(indicator, district, ratio(5, 10))
    with pytest.raises(SpansOverlap, match="14/6/2022"):
        give(indicator, district, ratio(5, 10), from_on=JUNE, to_on=SEPTEMBER)


def test_what_was_withdrawn_is_not_given_again_for_days_that_others_tell(
    indicator: Indicator, measure: Measure, district: Unit
) -> None:
    Measure.objects.update(timing=Measure.Timing.IN_PERIOD)
    gone = withdraw(give(indicator, district, ratio(5, 10)), Whence(by=None, note="Nhầm"))
    give(indicator, district, ratio(5, 10), from_on=JUNE, to_on=SEPTEMBER)
    with pytest.raises(SpansOverlap):
        correct(gone, ratio(5, 10), Whence(by=None, note="Đúng ra có"))
    assert Value.objects.known_at().count() == 1


def test_a_correction_keeps_the_old_figure_and_says_why(indicator: Indicator, officer: Account, district: Unit) -> None:
    old = give(indicator, district, ratio(5, 10), by=officer)
    with pytest.raises(ReasonMissing):
        correct(old, ratio(6, 10), Whence(by=officer))
    new = correct(old, ratio(6, 10), Whence(by=officer, note="cộng nhầm"))
    old.refresh_from_db()
    assert (new.corrects, old.numerator, old.superseded_at) == (old, Decimal(5), new.recorded_at)
    assert [said.event for said in Announcement.objects.order_by("pk")] == ["value.entered", "value.corrected"]


def test_the_second_of_two_who_correct_the_same_figure_is_told(
    indicator: Indicator, officer: Account, coordinator: Account, district: Unit
) -> None:
    old = give(indicator, district, ratio(5, 10))
    first = correct(old, ratio(6, 10), Whence(by=officer, note="cộng nhầm"))
    assert correct(old, ratio(6, 10), Whence(by=officer, note="cộng nhầm")) == first
    with pytest.raises(AlreadyCorrected):
        correct(old, ratio(7, 10), Whence(by=coordinator, note="rà soát"))


def test_a_withdrawn_figure_leaves_the_cell_empty_and_may_be_given_again(
    indicator: Indicator, officer: Account, district: Unit
) -> None:
    old = give(indicator, district, ratio(5, 10))
    gone = withdraw(old, Whence(by=officer, note="nhập nhầm đơn vị"))
    assert not Value.objects.known_at().exists()
    assert give(indicator, district, ratio(5, 10), by=officer).corrects == gone
