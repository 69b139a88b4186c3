"""One entry serves several programmes: an indicator taken from another counts what is given there."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.console import say
from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.actions.correct import correct
from tinhso.steering.figures.actions.settle import SETTLED, settle
from tinhso.steering.figures.amounts import Amount
from tinhso.steering.figures.giving import Given, Whence
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.refusals import NotToBeTaken, TakenFromElsewhere
from tinhso.steering.figures.tests.conftest import JUNE, SEPTEMBER
from tinhso.steering.figures.tests.giving import give, ratio
from tinhso.steering.figures.totals import forget, totals
from tinhso.steering.figures.verdicts import whole
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Indicator, Programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def source(indicator: Indicator, measure: Measure, coordinator: Account) -> Indicator:
    """I.2 of the first programme, whose measure is accepted."""
    settled(indicator, coordinator)
    return indicator


@pytest.fixture
def taker(coordinator: Account, department_in_charge: Unit) -> Indicator:
    """I.2 of another programme, measured alike."""
    plan = stored(small_plan().reading(), "khac.txt")
    other = start(plan, by=coordinator, name="Chương trình khác", coordinating_unit=department_in_charge)
    found = Indicator.objects.get(programme=other, code="I.2")
    Measure.objects.create(indicator=found, kind=Measure.Kind.RATIO, levels="district")
    return found


def settled(indicator: Indicator, by: Account, **changed: object) -> Measure:
    """The measure accepted, with what is changed of it."""
    stands = Measure.objects.get(indicator=indicator)
    wanted: dict[str, Any] = {name: getattr(stands, name) for name in SETTLED} | changed
    return settle(indicator, wanted, by=by, version=stands.version)


def province(indicator: Indicator, day: date = SEPTEMBER) -> Amount:
    levels = totals(Programme.objects.get(pk=indicator.programme_id), day).get(indicator.pk, {})
    return whole(levels, Measure.objects.get(indicator=indicator)).on(day)


def test_a_figure_entered_once_counts_in_both_programmes_and_so_does_its_correction(
    source: Indicator, taker: Indicator, coordinator: Account, district: Unit
) -> None:
    settled(taker, coordinator, taken_from=source)
    value = give(source, district, ratio(5, 10))
    assert province(taker) == province(source) == Amount(Decimal(5), Decimal(10), known=1)
    correct(value, ratio(7, 10), Whence(by=coordinator, note="cộng nhầm"))
    assert province(taker).exactly() == province(source).exactly() == 70
    assert Value.objects.known_at().of_indicator(taker).get().indicator == source


def test_when_it_is_taken_no_more_nothing_is_counted_here(
    source: Indicator, taker: Indicator, coordinator: Account, district: Unit
) -> None:
    give(source, district, ratio(5, 10))
    settled(taker, coordinator, taken_from=source)
    assert province(taker).exactly() == 50
    settled(taker, coordinator, taken_from=None)
    assert not province(taker).is_known
    forget()
    assert province(source).exactly() == 50


def test_it_is_entered_at_its_source_only(
    source: Indicator, taker: Indicator, coordinator: Account, district: Unit
) -> None:
    settled(taker, coordinator, taken_from=source)
    with pytest.raises(TakenFromElsewhere, match=r"/I\.2"):
        give(taker, district, ratio(5, 10), by=coordinator)


def test_neither_a_loop_nor_a_chain_is_declared(source: Indicator, taker: Indicator, coordinator: Account) -> None:
    settled(taker, coordinator, taken_from=source)
    with pytest.raises(NotToBeTaken, match="cũng lấy số từ nơi khác"):
        settled(source, coordinator, taken_from=taker)
    third = Indicator.objects.filter(programme=source.programme).exclude(pk=source.pk)[0]
    Measure.objects.create(indicator=third, kind=Measure.Kind.RATIO, levels="district")
    settled(third, coordinator)
    with pytest.raises(NotToBeTaken, match="phải là nơi nhập số"):
        settled(source, coordinator, taken_from=third)


@pytest.mark.parametrize("other", [{"kind": Measure.Kind.NUMBER}, {"timing": Measure.Timing.IN_PERIOD}])
def test_what_means_something_else_is_not_taken(
    source: Indicator, taker: Indicator, coordinator: Account, other: dict[str, str]
) -> None:
    with pytest.raises(NotToBeTaken, match="cùng loại số liệu"):
        settled(taker, coordinator, taken_from=source, **other)
    settled(taker, coordinator, taken_from=source)
    with pytest.raises(NotToBeTaken, match="giữ nguyên"):
        settled(source, coordinator, **other)


def test_figures_of_its_own_are_withdrawn_first(
    source: Indicator, taker: Indicator, coordinator: Account, district: Unit
) -> None:
    Value.objects.create(
        indicator=taker, unit=district, level="district", from_on=JUNE, to_on=JUNE, recorded_at="2022-06-20T00:00Z",
        **Given(not_applicable=True).columns,
    )  # fmt: skip
    with pytest.raises(NotToBeTaken, match="rút các số ấy"):
        settled(taker, coordinator, taken_from=source)


def test_a_source_is_measured_as_somebody_accepted(
    indicator: Indicator, measure: Measure, taker: Indicator, coordinator: Account
) -> None:
    with pytest.raises(NotToBeTaken, match="xác nhận trước"):
        settled(taker, coordinator, taken_from=indicator)


def test_it_is_declared_and_taken_back_at_the_machine(
    source: Indicator, taker: Indicator, coordinator: Account, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("value", taker.programme.code, "--take", "I.2")
    named = f"{source.programme.code}/I.2"
    assert say(capsys, *words, named, "--by", "coordinator")[1] == f"I.2: lấy số từ {named}\n"
    assert Measure.objects.get(indicator=taker).taken_from == source
    assert say(capsys, *words, "-", "--by", "coordinator")[1] == "I.2: số nhập ở đây\n"
    assert Measure.objects.get(indicator=taker).taken_from is None


def test_at_the_machine_it_needs_a_person_and_a_source_that_there_is(
    taker: Indicator, coordinator: Account, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("value", taker.programme.code, "--take", "I.2", "khong-co/I.2")
    assert say(capsys, *words)[0] == 2
    assert "khong-co/I.2" in say(capsys, *words, "--by", "coordinator")[2]
