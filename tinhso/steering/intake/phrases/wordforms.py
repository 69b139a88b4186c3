"""Word forms: the same term written two ways inside one document ("chuyên đổi số" beside "chuyển đổi số")."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tinhso.steering.intake.reading import Span

_TOKEN = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"(?<![\w/.-])[A-Z]{3}[A-Za-z]{2,9}(?![\w/-])")

#: Words that are written in two ways, both right.
_BOTH_RIGHT = frozenset(
    frozenset(pair.split()) for pair in ("hằng hàng", "tỷ tỉ", "kỳ kì", "lý lí", "quý quí", "kỹ kĩ", "mỹ mĩ", "sỹ sĩ")
)
#: A form is doubtful when the usual one occurs at least this often, and this many times as often.
_LEAST, _RATIO = 3, 2


@dataclass(frozen=True, slots=True)
class Variant:
    """A doubtful form, the usual one, how often the doubtful one occurs and where it first stands."""

    written: str
    usual: str
    count: int
    span: Span


def word_variants(text: str) -> Iterator[Variant]:
    """Words between the same neighbours that differ from a more frequent form only by a tone or mark.

    Runs of four words are compared and only an inner word may differ: at the edge of a run two different words
    are ordinary ("tỷ lệ hộ", "tỷ lệ hồ").
    """
    tokens = [(match.group().lower(), match.span()) for match in _TOKEN.finditer(text)]
    forms: dict[tuple[str, ...], Counter[tuple[str, ...]]] = defaultdict(Counter)
    places: dict[tuple[str, ...], Span] = {}
    for first in range(len(tokens) - 3):
        run = tokens[first : first + 4]
        if run[3][1][1] - run[0][1][0] > sum(len(word) for word, _ in run) + 3:
            continue
        words = tuple(word for word, _ in run)
        forms[(words[0], _bare(words[1]), _bare(words[2]), words[3])][words] += 1
        places.setdefault(words, (run[1][1][0], run[2][1][1]))
    pairs = Counter((one, other) for (one, _), (other, _) in pairwise(tokens))
    yield from _doubtful(text, [counted for counted in forms.values() if len(counted) > 1], (pairs, places))


def _doubtful(
    text: str,
    groups: Iterable[Counter[tuple[str, ...]]],
    known: tuple[Counter[tuple[str, str]], dict[tuple[str, ...], Span]],
) -> Iterator[Variant]:
    """The rarer of two forms; which is rarer is told by the whole text, not by the one run of words."""
    pairs, places = known
    told: set[tuple[str, str]] = set()
    for counted in groups:
        usual, *others = sorted(counted, key=lambda words: -_weight(words, counted, pairs))
        often = _weight(usual, counted, pairs)
        for words in others:
            pair, count = _differing(usual, words), _weight(words, counted, pairs)
            if pair is None or often < _LEAST or often <= _RATIO * count or pair in told:
                continue
            told.add(pair)
            first, last = places[words]
            yield Variant(text[first:last], " ".join(usual[1:3]), count, (first, last))


def _weight(words: tuple[str, ...], counted: Counter[tuple[str, ...]], pairs: Counter[tuple[str, str]]) -> int:
    """How often the words of a run stand side by side in the text where its forms differ."""
    forms = list(counted)
    place = next((i for i in (1, 2) if len({form[i] for form in forms}) > 1), 1)
    beside = [pairs[(words[place - 1], words[place])], pairs[(words[place], words[place + 1])]]
    return max(beside)


def _differing(usual: tuple[str, ...], words: tuple[str, ...]) -> tuple[str, str] | None:
    """The one word in which two runs differ, None when they differ in more, or only in where the tone stands."""
    pairs = [(a, b) for a, b in zip(usual, words, strict=True) if a != b]
    if len(pairs) == 1 and frozenset(pairs[0]) in _BOTH_RIGHT:
        return None
    if len(pairs) != 1 or sorted(unicodedata.normalize("NFD", pairs[0][0])) == sorted(
        unicodedata.normalize("NFD", pairs[0][1])
    ):
        return None
    return pairs[0]


@lru_cache(maxsize=16_384)
def _bare(word: str) -> str:
    plain = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def code_variants(text: str) -> Iterator[Variant]:
    """Invented names in Latin capitals ("SMESx", "SMEDx") that differ by one letter."""
    found: dict[str, Span] = {}
    counts: Counter[str] = Counter()
    for match in _CODE.finditer(text):
        found.setdefault(match.group(), match.span())
        counts[match.group()] += 1
    stems: dict[tuple[str, int], list[str]] = defaultdict(list)
    for code in found:
        if not code.isupper() or len(code) > 5:
            stems[(code[:3], len(code))].append(code)
    for codes in stems.values():
        for place, code in enumerate(codes):
            other = next((c for c in codes[:place] if sum(a != b for a, b in zip(c, code, strict=True)) == 1), None)
            if other:
                yield Variant(code, other, counts[code], found[code])
