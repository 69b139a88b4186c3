"""Comparison: a reading held against a gold file, item by item, by place and value."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tinhso.lib.text import fold

KINDS = ("indicators", "targets", "tasks", "owners", "deadlines", "deliverables", "duties", "legal_bases")

Item = dict[str, Any]
Pair = tuple[Item, Item]
Place = tuple[int, str]
"""Where an item begins, counted in non-blank characters, and its letters."""


@dataclass(slots=True)
class Score:
    """Counts of right, invented and missed items of one kind."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, other: "Score") -> None:
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Comparison:
    """One plan's scores and the list of what differs."""

    scores: dict[str, Score] = field(default_factory=lambda: {kind: Score() for kind in KINDS})
    misses: list[str] = field(default_factory=list)

    def count(self, kind: str, where: str, *, golds: Iterable[Any], ours: Iterable[Any]) -> None:
        """Count two collections of values of one kind against each other."""
        gold, our = Counter(golds), Counter(ours)
        self.scores[kind].add(Score((gold & our).total(), (our - gold).total(), (gold - our).total()))
        if gold != our:
            self.misses.append(f"{where}: gold {list((gold - our).elements())} ours {list((our - gold).elements())}")


class Places:
    """Where things stand, counted in non-blank characters, so that two layouts of one text agree."""

    def __init__(self, text: str) -> None:
        self.before = [0]
        for sign in text:
            self.before.append(self.before[-1] + (not sign.isspace()))

    def at(self, offset: int) -> int:
        return self.before[offset]


class GoldPlaces:
    """The places that a gold file names by line and head in the plan's own text."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.places = Places(source)
        self.starts = [0]
        for line in source.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)

    def of(self, item: Item) -> list[Place]:
        head = letters(item.get("head", ""))
        return [(self._place(item, line), head) for line in (item["line"], *item.get("also", ()))]

    def _place(self, item: Item, line: int) -> int:
        start = self.starts[line - 1]
        words = re.escape(" ".join(item.get("head", "").split())).replace(r"\ ", r"\s+")
        match = re.compile(words).search(self.source, start, start + 3000) if words and line == item["line"] else None
        return self.places.at(match.start() if match else start)


class FoundPlaces:
    """The places that a reading's sources name in its text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places = Places(text)

    def of(self, item: Item) -> list[Place]:
        spans = [source["span"] for source in item["sources"]]
        return [(self.places.at(first), letters(self.text[first:last])) for first, last in spans]


def compare(gold: Item, source: str, reading: Item) -> Comparison:
    """Hold a reading against a gold file; ``source`` is the plan's text as the gold's lines count it."""
    result = Comparison()
    golds, found = GoldPlaces(source), FoundPlaces(reading["text"])
    for kind in ("indicators", "tasks", "duties"):
        pairs = _pair(gold[kind], reading[kind], places=golds.of, found_places=found.of)
        lost, invented = _unpaired(gold[kind], reading[kind], pairs)
        result.scores[kind].add(Score(len(pairs), len(invented), len(lost)))
        result.misses += [f"{kind}: MISSED line {item['line']}: {item['head']}" for item in lost]
        result.misses += [f"{kind}: INVENTED {item.get('code', '')}: {_words(item)}" for item in invented]
        if kind == "indicators":
            result.scores["targets"].missed += sum(len(item["targets"]) for item in lost)
            result.scores["targets"].wrong += sum(len(item["targets"]) for item in invented)
        for pair in pairs:
            _count_pair(kind, pair, result)
    result.count("legal_bases", "legal bases", golds=_bases(gold), ours=_bases(reading))
    return result


def _words(item: Item) -> str:
    return str(item.get("text") or item.get("what", ""))[:90]


def _pair(
    golds: list[Item],
    found: list[Item],
    *,
    places: Callable[[Item], list[Place]],
    found_places: Callable[[Item], list[Place]],
) -> list[Pair]:
    """Each gold item with the nearest found one that begins with its words, each used once."""
    ours = [found_places(item) for item in found]
    candidates = []
    for g, gold in enumerate(golds):
        wanted = places(gold)
        for f, there in enumerate(ours):
            gap = min((_gap(a, b) for a in wanted for b in there), default=10_000)
            if gap < 200:
                candidates.append((gap, g, f))
    taken: dict[int, int] = {}
    for _, g, f in sorted(candidates):
        if g not in taken and f not in taken.values():
            taken[g] = f
    return [(golds[g], found[f]) for g, f in sorted(taken.items())]


def _unpaired(golds: list[Item], found: list[Item], pairs: list[Pair]) -> tuple[list[Item], list[Item]]:
    used = {id(item) for pair in pairs for item in pair}
    return [g for g in golds if id(g) not in used], [f for f in found if id(f) not in used]


def _gap(gold: Place, found: Place) -> int:
    """How far a gold head stands from a found piece: 0 at its first words, 10,000 when its words are not there."""
    (place, head), (start, words) = gold, found
    inside = words.find(head[:30]) if head else -1
    if inside >= 0 and abs(start + inside - place) < 60:
        return min(inside, 199)
    return abs(place - start) if abs(place - start) < 12 else 10_000


def _count_pair(kind: str, pair: Pair, result: Comparison) -> None:
    gold, ours = pair
    where = f"line {gold['line']} {gold['head'][:30]}"
    if kind == "indicators":
        result.count(
            "targets", f"targets of {where}", golds=map(_target, gold["targets"]), ours=map(_target, ours["targets"])
        )
    if kind != "duties":
        result.count("owners", f"owners of {kind} {where}", golds=_roles(gold), ours=_roles(ours))
    if kind == "tasks":
        result.count("deadlines", f"deadline of {where}", golds=_deadline(gold), ours=_deadline(ours))
        result.count("deliverables", f"deliverables of {where}", golds=_products(gold), ours=_products(ours))


def letters(text: str) -> str:
    return re.sub(r"\W+", "", fold(text))


def _target(target: Item) -> tuple[Any, ...]:
    to = target["value_to"]
    return (float(target["value"]), float(to) if to is not None else None, target["comparator"], target["by"])


def _roles(item: Item) -> Iterator[tuple[str, str]]:
    for role in ("watchers", "leads", "cooperators"):
        for name in item.get(role, ()):
            yield role, letters(name)


def _deadline(item: Item) -> Iterator[tuple[Any, ...]]:
    deadline = item["deadline"]
    if deadline is not None:
        yield deadline["kind"], deadline["end"], deadline["before"]


def _products(item: Item) -> Iterator[str]:
    return (letters(product.get("head") or product.get("text"))[:25] for product in item["deliverables"])


def _bases(item: Item) -> Iterator[str]:
    return (letters(basis["number"] or basis["kind"] or "") for basis in item["legal_bases"])
