"""Two people count the same span at the very same moment, each on a connection of his own."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.metrics.models import Count
from tinhso.kernel.metrics.taking import take
from tinhso.kernel.metrics.tests.counting import CHANGED, METRIC, YEAR

pytestmark = pytest.mark.django_db(transaction=True)


def counted(metric_reason: tuple[object, str]) -> int:
    metric, reason = metric_reason
    try:
        return take(METRIC if metric is METRIC else CHANGED, YEAR, by=None, reason=reason).pk
    finally:
        connection.close()


def at_once(*asked: tuple[object, str]) -> list[int]:
    with ThreadPoolExecutor(len(asked)) as pool:
        return list(pool.map(counted, asked))


def test_two_counts_at_once_are_one(documents: Sequence[IssuedDocument]) -> None:
    assert len(set(at_once((METRIC, ""), (METRIC, ""), (METRIC, "")))) == 1
    assert Count.objects.count() == 1


def test_of_two_corrections_at_once_one_is_written(documents: Sequence[IssuedDocument]) -> None:
    first = take(METRIC, YEAR, by=None)
    assert len(set(at_once((CHANGED, "Cách mới"), (CHANGED, "Cách mới")))) == 1
    assert Count.objects.standing().get().corrects == first
