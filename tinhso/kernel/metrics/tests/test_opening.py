"""A figure opens to as many records as it says, and tells what became of them since."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import Stranger, standing
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.metrics.models import Count, Pile
from tinhso.kernel.metrics.opening import HIDDEN, START, Opened, State, open_records
from tinhso.kernel.metrics.packing import packed, unpacked
from tinhso.kernel.metrics.recipes import Metric
from tinhso.kernel.metrics.taking import take
from tinhso.kernel.metrics.tests.counting import CHANGED, FIRST, METRIC, YEAR, document
from tinhso.kernel.organisations.models import Unit

pytestmark = pytest.mark.django_db
Documents = Sequence[IssuedDocument]


def every(count: Count, side: str, by: Account, *, metric: Metric = METRIC, unit: int | None = None) -> list[Opened]:
    """All pages, two records each."""
    found: list[Opened] = []
    after = START
    while True:
        leaf = open_records(metric, count, side, by=by, unit=unit, after=after, most=2)
        found += leaf.records
        if leaf.after is None:
            return found
        after = leaf.after


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


def test_who_may_not_read_the_metric_opens_nothing(documents: Documents, citizen: Account) -> None:
    with pytest.raises(Stranger):
        open_records(METRIC, take(METRIC, YEAR, by=None), "numerator", by=citizen, most=2)


def test_a_million_keys_take_two_megabytes_and_come_back_the_same() -> None:
    keys = list(range(7, 3_000_000, 3))
    assert unpacked(packed(keys)) == keys
    assert len(packed(keys)) < 2_000_000


def test_an_empty_side_holds_no_pile(documents: Documents, other_district: Unit) -> None:
    count = take(METRIC, YEAR, by=None)
    assert list(Pile.objects.filter(of__count=count, of__unit=other_district).values_list("side", flat=True)) == [
        "denominator"
    ]
