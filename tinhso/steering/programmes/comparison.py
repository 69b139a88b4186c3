"""Two readings compared by what they say: what is new, gone, changed, the same. Pure: no row, no date of today."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from tinhso.lib.text import fold, nfc
from tinhso.steering.intake.reading import Reading
from tinhso.steering.programmes.facts import FACTS, KINDS

What = Literal["new", "gone", "changed", "same"]

#: Beyond so many pairs, leftovers are told as gone and new instead of being compared each with each.
_PAIRS_AT_MOST = 250_000
_ALIKE_WITH_CODE = 0.35
_ALIKE_ANYWHERE = 0.6


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that reads otherwise: its Vietnamese label, the old and the new words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one item. ``old`` and ``new`` are places among their kind in the two readings."""

    kind: str
    what: What
    old: int | None
    new: int | None
    code: str
    text: str
    differences: tuple[Difference, ...] = ()

    @property
    def key(self) -> str:
        """Names the change within one comparison: "task:12:13"."""
        return f"{self.kind}:{'' if self.old is None else self.old}:{'' if self.new is None else self.new}"

    def as_json(self) -> dict[str, Any]:
        """For the archive and for programs."""
        return {
            "key": self.key,
            "kind": self.kind,
            "what": self.what,
            "code": self.code,
            "text": self.text,
            "differences": [
                {"label": part.label, "before": part.before, "after": part.after} for part in self.differences
            ],
        }


@dataclass(frozen=True, slots=True)
class _Piece:
    """One item of a reading as the comparison sees it."""

    index: int
    code: str
    text: str
    folded: str
    words: frozenset[str]
    facts: Mapping[str, str]


def compare(old: Reading | None, new: Reading) -> tuple[Change, ...]:
    """Every item of both readings, in the order of the new one; what is gone stands at the end of its kind.

    A number that only moved because something was put in before it is no change; a heading that was only reworded
    is not told again by each item under it. Without an old reading everything is new.
    """
    return tuple(change for kind in KINDS for change in _compared(kind, old, new))


def worth_showing(changes: Iterable[Change]) -> list[Change]:
    """Without what stayed the same."""
    return [change for change in changes if change.what != "same"]


def _compared(kind: str, old: Reading | None, new: Reading) -> Iterator[Change]:
    before = _pieces(kind, old) if old else []
    after = _pieces(kind, new)
    pairs = _pair(before, after)
    sections = _sections(new)
    for piece in after:
        earlier = pairs.get(piece.index)
        yield _change(kind, before[earlier], piece, sections=sections) if earlier is not None else _new(kind, piece)
    kept = set(pairs.values())
    for piece in before:
        if piece.index not in kept:
            yield Change(kind, "gone", piece.index, None, piece.code, piece.text)


def _new(kind: str, piece: _Piece) -> Change:
    return Change(kind, "new", None, piece.index, piece.code, piece.text)


def _change(kind: str, old: _Piece, new: _Piece, *, sections: frozenset[str]) -> Change:
    differences = tuple(
        Difference(label, old.facts.get(label, ""), words)
        for label, words in new.facts.items()
        if nfc(old.facts.get(label, "")) != nfc(words) and not _only_renamed(label, old, sections)
    )
    return Change(kind, "changed" if differences else "same", old.index, new.index, new.code, new.text, differences)


def _only_renamed(label: str, old: _Piece, sections: frozenset[str]) -> bool:
    """Whether the item still stands under the same heading, which is worded otherwise now."""
    return label == "Đề mục" and fold(old.facts.get(label, "")) not in sections


def _sections(reading: Reading) -> frozenset[str]:
    return frozenset(fold(heading.text) for heading in reading.headings)


def _pieces(kind: str, reading: Reading) -> list[_Piece]:
    return [_piece(index, FACTS[kind](item)) for index, item in enumerate(getattr(reading, KINDS[kind]))]


def _piece(index: int, told: tuple[str, str, Mapping[str, str]]) -> _Piece:
    code, text, facts = told
    folded = fold(text)
    return _Piece(index, code, text, folded, frozenset(folded.split()), facts)


def _pair(before: list[_Piece], after: list[_Piece]) -> dict[int, int]:
    """New place → old place: first the same words, code and facts, then less, at last the likest ones."""
    pairs: dict[int, int] = {}
    for key in (_code_words_facts, _code_and_words, _words):
        pairs |= _equal(_left(before, pairs.values()), _left(after, pairs), key=key)
    return pairs | _alike(_left(before, pairs.values()), _left(after, pairs))


def _left(pieces: list[_Piece], taken: Iterable[int]) -> list[_Piece]:
    known = set(taken)
    return [piece for piece in pieces if piece.index not in known]


def _code_words_facts(piece: _Piece) -> object:
    return piece.code, piece.folded, tuple(piece.facts.items())


def _code_and_words(piece: _Piece) -> object:
    return piece.code, piece.folded


def _words(piece: _Piece) -> object:
    return piece.folded


def _equal(before: list[_Piece], after: list[_Piece], *, key: Callable[[_Piece], object]) -> dict[int, int]:
    waiting: dict[object, list[int]] = defaultdict(list)
    for piece in reversed(before):
        waiting[key(piece)].append(piece.index)
    return {piece.index: waiting[key(piece)].pop() for piece in after if waiting[key(piece)]}


def _alike(before: list[_Piece], after: list[_Piece]) -> dict[int, int]:
    if len(before) * len(after) > _PAIRS_AT_MOST:
        return {}
    candidates = ((_likeness(old, new), new, old) for new in after for old in before)
    near = [(-share, new.index, old.index) for share, new, old in candidates if share >= _enough(old, new)]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _share, new_index, old_index in sorted(near):
        if new_index not in pairs and old_index not in taken:
            pairs[new_index] = old_index
            taken.add(old_index)
    return pairs


def _enough(one: _Piece, other: _Piece) -> float:
    return _ALIKE_WITH_CODE if one.code == other.code else _ALIKE_ANYWHERE


def _likeness(one: _Piece, other: _Piece) -> float:
    """Share of common words, 0 to 1."""
    together = len(one.words | other.words)
    return len(one.words & other.words) / together if together else 0.0
