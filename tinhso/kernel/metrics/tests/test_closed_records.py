"""What a person may not see of a record, no count shows."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.metrics.opening import HIDDEN, State
from tinhso.kernel.metrics.taking import take
from tinhso.kernel.metrics.tests.counting import FIRST, METRIC, YEAR, every

pytestmark = pytest.mark.django_db
Documents = Sequence[IssuedDocument]


def test_what_is_personal_is_never_listed_nor_kept(documents: Documents, officer: Account) -> None:
    count = take(METRIC, YEAR, by=None)
    assert {each.cells[3] for each in every(count, "denominator", officer)} == {HIDDEN}
    IssuedDocument.objects.update(signer="Trần Văn Khác")
    assert {each.state for each in every(count, "denominator", officer)} == {State.SAME}


def test_records_beyond_a_persons_reach_are_counted_and_stay_closed(documents: Documents, officer: Account) -> None:
    side = replace(FIRST.numerator, reach=lambda _by, rows: rows.filter(kind="KH"))
    narrowed = replace(METRIC, versions=(replace(FIRST, numerator=side),))
    plan, letter = every(take(narrowed, YEAR, by=None), "numerator", officer, metric=narrowed)
    assert (plan.state, letter.state, letter.cells) == (State.SAME, State.CLOSED, ())
