"""What is taken of a kind with more answers than are weighed, and the condition that one word is missing."""

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest
from django.db import connection

from tinhso.kernel.search.models import SearchItem
from tinhso.kernel.search.ranking import Ranked, Window, ranked
from tinhso.kernel.search.reach import MOST, Reach
from tinhso.kernel.search.words import Words, asked

pytestmark = pytest.mark.django_db
EVERYTHING = Reach(("task",), ("TRUE", []), ("0", []))


def kept(count: int, **words: str) -> Iterator[SearchItem]:
    first = SearchItem.objects.count()
    for number in range(first, first + count):
        yield SearchItem(
            source="made", row=number, kind="task", key=number, **{"code": "", "title": "", "body": "", **words}
        )


def best(query: str) -> list[Ranked]:
    return ranked(EVERYTHING, asked(query), day=date(2022, 6, 1), window=Window(3))


def test_the_title_is_seen_even_when_more_hold_the_words_than_are_weighed() -> None:
    for count, words in (
        (1, {"title": "quy che mau"}),
        (MOST + 20, {"body": "quy che"}),
        (1, {"title": "quy dinh che do"}),
    ):
        SearchItem.objects.bulk_create(kept(count, **words))
    assert [row.key for row in best("quy che")][:2] == [0, MOST + 21]


def test_words_in_the_title_come_before_words_in_the_text_among_few() -> None:
    for words in ({"title": "quy", "body": "che"}, {"title": "che do cua quy"}):
        SearchItem.objects.bulk_create(kept(1, **words))
    assert [row.key for row in best("quy che")] == [1, 0]


def test_an_endless_word_spoils_no_other() -> None:
    SearchItem.objects.bulk_create(kept(1, title="quy", body=f"{'abc' * 900} che"))
    assert [row.key for row in best("quy che")] == [0]


@pytest.mark.parametrize("words", [{"title": "quy che"}, {"code": "quy che"}])
def test_that_there_are_more_is_told_of_words_and_of_codes(words: dict[str, str]) -> None:
    SearchItem.objects.bulk_create(kept(MOST - 1, **words))
    assert not best("quy che")[0].more
    SearchItem.objects.bulk_create(kept(1, **words))
    assert best("quy che")[0].more


@pytest.mark.parametrize("count", [3, 4, 5, 10])
def test_of_several_words_exactly_one_may_be_missing(count: int) -> None:
    words = Words(tuple((str(place),) for place in range(count)), one_less=True)
    for held in product((True, False), repeat=count):
        condition = words.condition([str(each).upper() for each in held], both=" AND ", either=" OR ")
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT CASE WHEN {condition} THEN 1 ELSE 0 END")
            assert cursor.fetchone() == (int(held.count(False) <= 1),)
