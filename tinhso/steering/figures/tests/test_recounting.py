"""What was counted stays; counted otherwise it is corrected, and the reason stands beside."""

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest

from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.metrics.recipes import Metric
from tinhso.kernel.metrics.tests.counting import CHANGED, document
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.counting import count_for, count_tie
from tinhso.steering.figures.models import Tie, Value
from tinhso.steering.figures.tests.conftest import FIRST, JUNE
from tinhso.steering.figures.tests.counted import figures, refusal
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db
Declare = Callable[[Metric], None]


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
