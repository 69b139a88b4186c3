"""Likeness: whether two wordings state the same thing (an aim and its appendix row, a task said twice)."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters without tones, numbers kept, for comparing wordings."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return tuple(re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c))))


def likeness(first: Sequence[str], second: Sequence[str]) -> float:
    """Share of common words (as multisets) in the longer wording, from 0 to 1."""
    if not first or not second:
        return 0.0
    return _in_common(first, second) / max(len(first), len(second))


def _in_common(first: Sequence[str], second: Sequence[str]) -> int:
    counts: dict[str, int] = defaultdict(int)
    for word in first:
        counts[word] += 1
    common = 0
    for word in second:
        if counts[word] > 0:
            counts[word] -= 1
            common += 1
    return common


#: Words with which orders open alike ("Xây dựng và tổ chức triển khai …"): they tell nothing of what is ordered.
_OPENING = frozenset(
    [
        "xay",
        "dung",
        "va",
        "to",
        "chuc",
        "trien",
        "khai",
        "thuc",
        "hien",
        "tiep",
        "tuc",
        "cac",
        "phoi",
        "hop",
        "chu",
        "tri",
        "day",
        "manh",
        "noi",
        "dung",
        "theo",
        "tham",
        "gia",
    ]
)


def restates(piece: Sequence[str], row: Sequence[str], *, least: float) -> float:
    """How far ``row`` says the same as ``piece``: as a whole, or as the order that ``piece`` begins with.

    Below ``least`` it is not told exactly: words in order are counted only where the words in common may suffice.
    """
    whole = likeness(piece, row)
    said, told = _after_opening(row), _after_opening(piece)
    if whole >= 0.9 or len(said) < 5:
        return whole
    if _names_the_same(told, said) or _holds(told, said):
        return max(whole, 0.9)
    start, order = told[: len(said) + 10], said[:40]
    if 0.99 * _in_common(start, order) / len(order) < max(whole, least):
        return whole
    return max(whole, 0.99 * _in_order(start, order) / len(order))


#: So many words at the start name a thing beyond doubt ("Chiến lược tài chính toàn diện quốc gia").
_NAMING = 7


def _names_the_same(told: Sequence[str], said: Sequence[str]) -> bool:
    """Whether two orders begin with the same named thing."""
    return len(told) >= _NAMING and tuple(told[:_NAMING]) == tuple(said[:_NAMING])


def _holds(told: Sequence[str], said: Sequence[str]) -> bool:
    """Whether a long row stands word for word inside a piece of one sentence."""
    return len(told) <= 60 and len(said) > _NAMING and f" {' '.join(said)} " in f" {' '.join(told)} "


def _after_opening(words: Sequence[str]) -> Sequence[str]:
    place = next((i for i, word in enumerate(words) if word not in _OPENING), 0)
    return words[place:]


def _in_order(piece: Sequence[str], row: Sequence[str]) -> int:
    """How many words of ``row`` occur in ``piece`` in the same order (longest common subsequence)."""
    best = [0] * (len(row) + 1)
    for word in piece:
        before = 0
        for place, other in enumerate(row, 1):
            kept = best[place]
            best[place] = before + 1 if word == other else max(kept, best[place - 1])
            before = kept
    return best[-1]


#: So many wordings, those with most runs of words in common, are compared with one: a document that repeats itself
#: a hundred times would otherwise be compared with itself a hundred times over.
_NEAR = 60


def pair_up(first: Sequence[Sequence[str]], second: Sequence[Sequence[str]], *, least: float) -> dict[int, int]:
    """Which wording of ``second`` states the same as one of ``first``: index to index, each used once, the likest
    first. Only wordings that share a run of four words are compared, so the cost grows with the text."""
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, words in enumerate(second):
        for run in set(_runs(words)):
            runs[run].append(place)
    scores: list[tuple[float, int, int]] = []
    for place, words in enumerate(first):
        shared = Counter(other for run in _runs(words) for other in runs.get(run, ())[:20])
        near = [other for other, _shared in shared.most_common(_NEAR)]
        scores += [(restates(words, second[other], least=least), place, other) for other in near]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for score, place, other in sorted(scores, key=lambda entry: (-entry[0], abs(entry[1] - entry[2]), entry)):
        if score >= least and place not in pairs and other not in taken:
            pairs[place] = other
            taken.add(other)
    return pairs


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))]
