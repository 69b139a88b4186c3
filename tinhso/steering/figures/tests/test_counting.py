"""Figures that a metric counts: each has its records; a person's own stands beside; nothing changes unseen."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.keeping import keep_bytes
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.metrics.catalogue import metrics
from tinhso.kernel.metrics.models import UnitCount
from tinhso.kernel.metrics.recipes import Metric
from tinhso.kernel.metrics.tests.counting import CHANGED, METRIC, document
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.declared import modules
from tinhso.lib.errors import TinhsoError
from tinhso.steering.figures.actions.correct import correct, withdraw
from tinhso.steering.figures.actions.tie import Days, end_tie, tie
from tinhso.steering.figures.clashes import clashing_units
from tinhso.steering.figures.counting import count_for, count_tie
from tinhso.steering.figures.giving import Whence
from tinhso.steering.figures.models import CountedValue, Measure, Tie, Value
from tinhso.steering.figures.tests.conftest import JUNE, SEPTEMBER
from tinhso.steering.figures.tests.giving import give, ratio
from tinhso.steering.figures.totals import totals
from tinhso.steering.programmes.actions.close import close_programme
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db
FIRST = date(2022, 4, 1)
Declare = Callable[[Metric], None]


@pytest.fixture
def declare(monkeypatch: pytest.MonkeyPatch) -> Iterator[Declare]:
    """Writes one more value into a metrics.py, as a later edition of the program would."""
    place = modules("metrics")[0]

    def declared(metric: Metric) -> None:
        monkeypatch.setattr(place, "TRIED", metric, raising=False)
        metrics.cache_clear()

    yield declared
    metrics.cache_clear()


@pytest.fixture
def tied(indicator: Indicator, measure: Measure, coordinator: Account, declare: Declare) -> Tie:
    declare(METRIC)
    return tie(indicator, METRIC.code, Days(FIRST), by=coordinator)


@pytest.fixture
def documents(district: Unit, other_district: Unit) -> Sequence[IssuedDocument]:
    """Of Huyện Mẫu a plan and a letter with file and a plan without, of Huyện Khác a plan without."""
    file = keep_bytes(b"%PDF-1.4 ke hoach", "ke-hoach.pdf", by=None)
    return [
        document(district, "1", file=file),
        document(district, "2", kind="CV", file=file),
        document(district, "3"),
        document(other_district, "4"),
    ]


def figures(indicator: Indicator) -> dict[str, str]:
    """Unit → what counting says of it now."""
    found = Value.objects.known_at().filter(indicator=indicator, source="counted").select_related("unit")
    return {value.unit.key: f"{value.numerator:.0f}/{value.denominator:.0f} {value.reference}" for value in found}


def refusal(deed: Callable[..., object], *args: object, **more: object) -> str:
    with pytest.raises(TinhsoError) as refused:
        deed(*args, **more)
    return refused.value.code


def test_each_units_figure_is_as_many_records_as_its_count_holds(
    tied: Tie, documents: Sequence[IssuedDocument], indicator: Indicator
) -> None:
    [counted] = count_for(indicator.programme, FIRST, JUNE)
    assert figures(indicator) == {"huyen-mau": "2/3 van-ban-co-tep@1", "huyen-khac": "0/1 van-ban-co-tep@1"}
    assert (counted.written, counted.left_out, counted.refused) == (2, 0, "")
    for each in CountedValue.objects.select_related("value"):
        line = UnitCount.objects.get(count=each.count, unit=each.value.unit)
        assert (each.value.numerator, each.value.denominator) == (
            Decimal(line.numerator),
            Decimal(line.denominator or 0),
        )


def test_the_provinces_figure_is_the_sum_of_both_sides(
    tied: Tie, documents: Sequence[IssuedDocument], indicator: Indicator
) -> None:
    count_for(indicator.programme, FIRST, JUNE)
    amount = totals(indicator.programme, JUNE)[indicator.pk]["district"].on(JUNE)
    assert (amount.numerator, amount.denominator, amount.known) == (Decimal(2), Decimal(4), 2)


def test_a_unit_without_records_has_no_figure_which_is_not_zero(
    tied: Tie, documents: Sequence[IssuedDocument], indicator: Indicator
) -> None:
    documents[3].delete()
    count_for(indicator.programme, FIRST, JUNE)
    assert figures(indicator) == {"huyen-mau": "2/3 van-ban-co-tep@1"}


def test_counted_again_the_same_nothing_is_written(
    tied: Tie, documents: Sequence[IssuedDocument], indicator: Indicator
) -> None:
    count_for(indicator.programme, FIRST, JUNE)
    assert [each.written for each in count_for(indicator.programme, FIRST, JUNE)] == [0]
    assert Value.objects.count() == 2


def test_a_changed_recipe_does_not_change_what_was_counted(
    tied: Tie, documents: Sequence[IssuedDocument], indicator: Indicator, declare: Declare
) -> None:
    count_for(indicator.programme, FIRST, JUNE)
    declare(CHANGED)
    assert figures(indicator)["huyen-mau"] == "2/3 van-ban-co-tep@1"
    assert refusal(count_tie, tied, FIRST, JUNE, by=None) == "metric.reason_missing"
    assert figures(indicator)["huyen-mau"] == "2/3 van-ban-co-tep@1"


def test_a_new_version_corrects_and_what_was_known_stays(
    tied: Tie, documents: Sequence[IssuedDocument], indicator: Indicator, declare: Declare
) -> None:
    count_for(indicator.programme, FIRST, JUNE)
    before = Value.objects.get(unit__key="huyen-mau")
    declare(CHANGED)
    count_for(indicator.programme, FIRST, JUNE, reason="Cách đếm mới")
    after = Value.objects.get(unit__key="huyen-mau", superseded_at=None)
    assert (after.corrects, after.note, after.numerator) == (before, "Cách đếm mới", Decimal(1))
    assert Value.objects.known_at(before.recorded_at).get(unit__key="huyen-mau") == before


def test_only_the_unit_whose_records_changed_is_corrected(
    tied: Tie, documents: Sequence[IssuedDocument], indicator: Indicator, district: Unit
) -> None:
    count_for(indicator.programme, FIRST, JUNE)
    document(district, "5")
    assert [each.written for each in count_for(indicator.programme, FIRST, JUNE)] == [1]
    assert figures(indicator) == {"huyen-mau": "2/4 van-ban-co-tep@1", "huyen-khac": "0/1 van-ban-co-tep@1"}


def test_when_no_record_is_left_the_figure_is_withdrawn_and_stays_in_the_history(
    tied: Tie, documents: Sequence[IssuedDocument], indicator: Indicator
) -> None:
    count_for(indicator.programme, FIRST, JUNE)
    documents[3].delete()
    count_for(indicator.programme, FIRST, JUNE)
    assert list(figures(indicator)) == ["huyen-mau"]
    assert Value.objects.filter(unit__key="huyen-khac").count() == 2


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


def test_one_indicator_that_cannot_be_counted_keeps_no_other_from_it(
    tied: Tie, documents: Sequence[IssuedDocument], indicator: Indicator, coordinator: Account
) -> None:
    other = Indicator.objects.get(programme=indicator.programme, code="I.1")
    Tie.objects.create(indicator=other, metric="khong-con", from_on=FIRST, tied_by=coordinator, tied_at=tied.tied_at)
    found = {each.tie.indicator.code: (each.written, each.refused) for each in count_for(other.programme, FIRST, JUNE)}
    assert found == {"I.1": (0, "Không có phép đếm mã “khong-con”."), "I.2": (2, "")}


def test_spans_outside_the_days_of_the_tie_are_not_counted(
    tied: Tie, documents: Sequence[IssuedDocument], indicator: Indicator, coordinator: Account
) -> None:
    assert count_for(indicator.programme, date(2022, 1, 1), date(2022, 3, 31)) == []
    end_tie(tied, JUNE, by=coordinator)
    assert len(count_for(indicator.programme, FIRST, JUNE)) == 1
    assert count_for(indicator.programme, FIRST, SEPTEMBER) == []


def test_who_settles_a_measure_ties_it_and_nobody_else(
    indicator: Indicator, measure: Measure, officer: Account, coordinator: Account, declare: Declare
) -> None:
    declare(METRIC)
    assert refusal(tie, indicator, METRIC.code, Days(FIRST), by=officer) == "not_allowed"
    first = tie(indicator, METRIC.code, Days(FIRST), by=coordinator)
    assert tie(indicator, METRIC.code, Days(FIRST), by=coordinator) == first
    assert refusal(tie, indicator, METRIC.code, Days(JUNE), by=coordinator) == "figure.ties_overlap"
    assert refusal(tie, indicator, METRIC.code, Days(JUNE, FIRST), by=coordinator) == "figure.tie_days"
    assert refusal(tie, indicator, "khong-co", Days(JUNE), by=coordinator) == "metric.unknown"


def test_a_metric_that_gives_something_else_is_not_tied(
    indicator: Indicator, measure: Measure, coordinator: Account, declare: Declare
) -> None:
    number = replace(METRIC, versions=(replace(METRIC.versions[0], denominator=None),))
    declare(number)
    assert refusal(tie, indicator, METRIC.code, Days(FIRST), by=coordinator) == "figure.metric_unfit"
    declare(replace(METRIC, subject="duty"))
    assert refusal(tie, indicator, METRIC.code, Days(FIRST), by=coordinator) == "figure.metric_unfit"


def test_a_number_is_counted_as_a_number(
    indicator: Indicator, measure: Measure, coordinator: Account, declare: Declare, documents: Sequence[IssuedDocument]
) -> None:
    Measure.objects.filter(indicator=indicator).update(kind="number")
    declare(replace(METRIC, versions=(replace(METRIC.versions[0], denominator=None),)))
    tie(indicator, METRIC.code, Days(FIRST), by=coordinator)
    count_for(indicator.programme, FIRST, JUNE)
    found = Value.objects.filter(indicator=indicator).values_list("unit__key", "number")
    assert list(found) == [("huyen-mau", Decimal(2))]


def test_a_closed_programme_is_not_counted(
    tied: Tie, documents: Sequence[IssuedDocument], indicator: Indicator, administrator: Account
) -> None:
    close_programme(indicator.programme, "Hết năm", by=administrator)
    assert refusal(count_for, indicator.programme, FIRST, JUNE) == "programme_closed"
