"""A figure opens to as many records as it says."""

from collections.abc import Sequence

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import Stranger, standing
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.metrics.opening import open_records
from tinhso.kernel.metrics.taking import take
from tinhso.kernel.metrics.tests.counting import METRIC, YEAR, document, every
from tinhso.kernel.organisations.models import Unit

pytestmark = pytest.mark.django_db
Documents = Sequence[IssuedDocument]


def test_a_figure_opens_to_as_many_records_as_it_says(
    documents: Documents, officer: Account, district: Unit, other_district: Unit
) -> None:
    count = take(METRIC, YEAR, by=None)
    keys = {side: [each.key for each in every(count, side, officer)] for side in ("numerator", "denominator")}
    assert keys == {"numerator": [documents[0].pk, documents[1].pk], "denominator": [each.pk for each in documents]}
    for line in count.units.all():
        assert len(every(count, "numerator", officer, unit=line.unit_id)) == line.numerator
        assert len(every(count, "denominator", officer, unit=line.unit_id)) == line.denominator


def test_a_page_asks_as_often_for_many_records_as_for_few(
    documents: Documents, officer: Account, district: Unit
) -> None:
    few = take(METRIC, YEAR, by=None)
    for number in range(300):
        document(district, f"n{number}")
    many = take(METRIC, YEAR, by=None, reason="Ghi thêm")
    asked, _known = [], standing(officer)
    for count in (few, many):
        with CaptureQueriesContext(connection) as queries:
            open_records(METRIC, count, "denominator", by=officer, most=200)
        asked.append(len(queries))
    assert asked == [2, 2]


def test_who_may_not_read_the_metric_opens_nothing(documents: Documents, citizen: Account) -> None:
    with pytest.raises(Stranger):
        open_records(METRIC, take(METRIC, YEAR, by=None), "numerator", by=citizen, most=2)
