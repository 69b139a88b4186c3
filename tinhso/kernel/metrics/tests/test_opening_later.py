"""Opened later, a count tells what became of its records since."""

from collections.abc import Sequence

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.metrics.opening import State
from tinhso.kernel.metrics.taking import take
from tinhso.kernel.metrics.tests.counting import CHANGED, METRIC, YEAR, every

pytestmark = pytest.mark.django_db
Documents = Sequence[IssuedDocument]


def test_a_record_changed_since_is_told_and_the_figure_stays(documents: Documents, officer: Account) -> None:
    count = take(METRIC, YEAR, by=None)
    IssuedDocument.objects.filter(pk=documents[0].pk).update(number="1a", file=None)
    first, second = every(count, "numerator", officer)
    assert (first.state, first.cells[1], second.state) == (State.CHANGED, "1a", State.SAME)


def test_a_record_that_is_gone_is_told_by_its_key(documents: Documents, officer: Account) -> None:
    count = take(METRIC, YEAR, by=None)
    key = documents[3].pk
    documents[3].delete()
    last = every(count, "denominator", officer)[-1]
    assert (last.key, last.state, last.cells) == (key, State.GONE, ())


def test_an_old_count_opens_with_the_records_of_its_own_version(documents: Documents, officer: Account) -> None:
    before = take(METRIC, YEAR, by=None)
    after = take(CHANGED, YEAR, by=None, reason="Cách đếm mới")
    assert len(every(before, "numerator", officer, metric=CHANGED)) == 2
    assert [each.key for each in every(after, "numerator", officer, metric=CHANGED)] == [documents[0].pk]
