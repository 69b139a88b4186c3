"""What is kept is told only under the label it was read with."""

from collections.abc import Callable, Collection

from tinhso.lib.keeping import Kept


def squares(asked: list[list[int]], *unanswered: int) -> Callable[[Collection[int]], dict[int, int]]:
    """A reading that remembers what it was asked for."""

    def read(numbers: Collection[int]) -> dict[int, int]:
        asked.append(list(numbers))
        return {number: number * number for number in numbers if number not in unanswered}

    return read


def test_an_answer_is_read_once_a_label() -> None:
    kept: Kept[str, int] = Kept(most=4)
    answers = iter(range(9))
    told = [kept.one("how many", label, lambda: next(answers)) for label in ("monday", "monday", "tuesday", "monday")]
    assert told == [0, 0, 1, 2]


def test_of_many_only_what_is_stale_is_read_and_the_order_is_that_asked_for() -> None:
    kept: Kept[int, int] = Kept(most=9)
    asked: list[list[int]] = []
    read = squares(asked)
    kept.many({1: "a", 2: "a", 3: "a"}, read)
    told = kept.many({3: "a", 4: "a", 2: "b", 1: "a"}, read)
    assert (list(told.items()), asked) == ([(3, 9), (4, 16), (2, 4), (1, 1)], [[1, 2, 3], [4, 2]])


def test_what_has_no_answer_is_missing_and_asked_again() -> None:
    kept: Kept[int, int] = Kept(most=9)
    asked: list[list[int]] = []
    told = [kept.many({1: "a", 2: "a"}, squares(asked, 2)) for _time in range(2)]
    assert (told, asked) == ([{1: 1}, {1: 1}], [[1, 2], [2]])


def test_a_process_keeps_no_more_than_it_may() -> None:
    kept: Kept[int, int] = Kept(most=2)
    asked: list[list[int]] = []
    read = squares(asked)
    for numbers in ((1, 2), (3,), (1, 3), (4, 5, 6), (1, 3)):
        assert set(kept.many(dict.fromkeys(numbers, "a"), read)) == set(numbers)
    # The third drops the first two; the fourth is more than may be kept and leaves what there was.
    assert asked == [[1, 2], [3], [1], [4, 5, 6]]
