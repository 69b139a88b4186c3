"""Two sources for one cell: a person decides, once, with a reason; nothing is lost."""

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.actions.keep import keep
from tinhso.steering.figures.clashes import clashes_of
from tinhso.steering.figures.giving import Whence
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.refusals import AlreadyCorrected, NoClash, ReasonMissing
from tinhso.steering.figures.tests.giving import give, ratio
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(indicator: Indicator, measure: Measure, district: Unit) -> tuple[Value, Value]:
    """5/10 by an officer, 7/10 in a file."""
    file = Whence(by=None, source=Value.Source.IMPORTED, reference="a.csv:2")
    return give(indicator, district, ratio(5, 10)), give(indicator, district, ratio(7, 10), whence=file)


def why(by: Account | None, note: str = "Theo báo cáo đã ký") -> Whence:
    return Whence(by=by, note=note)


def test_the_kept_figure_stands_and_the_other_stays_to_be_read(said: tuple[Value, Value], officer: Account) -> None:
    entered, imported = said
    (gone,) = keep(imported, why(officer))
    assert list(Value.objects.known_at()) == [imported]
    assert (gone.corrects, gone.withdrawn, gone.entered_by) == (entered, True, officer)
    assert gone.note == "Chọn số của nguồn “Nạp từ tệp”: Theo báo cáo đã ký"


def test_a_clash_is_listed_until_it_is_decided(said: tuple[Value, Value], officer: Account) -> None:
    entered, imported = said
    programme = entered.indicator.programme
    (clash,) = clashes_of(programme)
    assert list(clash.values) == [entered, imported]
    keep(entered, why(officer))
    assert clashes_of(programme) == []


def test_it_is_decided_with_a_reason_and_by_who_may_enter(
    said: tuple[Value, Value], officer: Account, other_officer: Account
) -> None:
    with pytest.raises(ReasonMissing):
        keep(said[0], why(officer, " "))
    with pytest.raises(NotAllowed):
        keep(said[0], why(other_officer))
    assert Value.objects.count() == 2


def test_pressed_twice_it_is_decided_once_and_the_second_person_is_told(
    said: tuple[Value, Value], officer: Account, coordinator: Account
) -> None:
    entered, imported = said
    assert keep(entered, why(officer)) == keep(entered, why(officer))
    with pytest.raises(NoClash):
        keep(entered, why(coordinator))
    with pytest.raises(AlreadyCorrected):
        keep(imported, why(coordinator))
    assert Value.objects.count() == 3
