"""Keys of records take little room."""

from collections.abc import Sequence

import pytest

from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.metrics.models import Pile
from tinhso.kernel.metrics.packing import packed, unpacked
from tinhso.kernel.metrics.taking import take
from tinhso.kernel.metrics.tests.counting import METRIC, YEAR
from tinhso.kernel.organisations.models import Unit

pytestmark = pytest.mark.django_db
Documents = Sequence[IssuedDocument]


def test_a_million_keys_take_two_megabytes_and_come_back_the_same() -> None:
    keys = list(range(7, 3_000_000, 3))
    assert unpacked(packed(keys)) == keys
    assert len(packed(keys)) < 2_000_000


def test_an_empty_side_holds_no_pile(documents: Documents, other_district: Unit) -> None:
    count = take(METRIC, YEAR, by=None)
    assert list(Pile.objects.filter(of__count=count, of__unit=other_district).values_list("side", flat=True)) == [
        "denominator"
    ]
