"""Spans that are counted: those of the days of the tie, of a programme that runs."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.metrics.recipes import Metric
from tinhso.steering.figures.actions.tie import end_tie
from tinhso.steering.figures.counting import count_for
from tinhso.steering.figures.models import Tie
from tinhso.steering.figures.tests.conftest import FIRST, JUNE, SEPTEMBER
from tinhso.steering.figures.tests.counted import refusal
from tinhso.steering.programmes.actions.close import close_programme
from tinhso.steering.programmes.models import Indicator

pytestmark = pytest.mark.django_db
Declare = Callable[[Metric], None]


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


def test_a_closed_programme_is_not_counted(
    tied: Tie, documents: Sequence[IssuedDocument], indicator: Indicator, administrator: Account
) -> None:
    close_programme(indicator.programme, "Hết năm", by=administrator)
    assert refusal(count_for, indicator.programme, FIRST, JUNE) == "programme_closed"
