"""How well the plan reader finds what people found: precision, recall and F1 against the gold files.

Usage: python -m bench.reader [--set tune|held_out] [--misses] [--plans DIR] [name …]
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tinhso.lib.text import fold
from tinhso.steering.intake import read

ROOT = Path(__file__).resolve().parent.parent
KINDS = ("indicators", "targets", "tasks", "owners", "deadlines", "deliverables", "duties", "legal_bases")

Item = dict[str, Any]


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


class Places:
    """Where things stand, counted in non-blank characters, so that two layouts of one text agree."""

    def __init__(self, text: str) -> None:
        self.before = [0]
        for sign in text:
            self.before.append(self.before[-1] + (not sign.isspace()))

    def at(self, offset: int) -> int:
        return self.before[offset]


def compare(gold: Item, source: str, reading: Item) -> Comparison:
    """Hold a reading against a gold file; ``source`` is the plan's text as the gold's lines count it."""
    result = Comparison()
    raw, read_places = Places(source), Places(reading["text"])
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)

    def gold_places(item: Item) -> list[tuple[int, str]]:
        return [
            (_gold_place(item, line, source, starts, raw), _letters(item.get("head", "")))
            for line in (item["line"], *item.get("also", ()))
        ]

    def found_places(item: Item) -> list[tuple[int, str]]:
        return [
            (read_places.at(s["span"][0]), _letters(reading["text"][s["span"][0] : s["span"][1]]))
            for s in item["sources"]
        ]

    for kind in ("indicators", "tasks", "duties"):
        pairs, lost, invented = _match(gold[kind], reading[kind], gold_places, found_places)
        score = Score(len(pairs), len(invented), len(lost))
        result.scores[kind].add(score)
        result.misses += [f"{kind}: MISSED line {i['line']}: {i['head']}" for i in lost]
        result.misses += [
            f"{kind}: INVENTED {i.get('code', '')}: {(i.get('text') or i.get('what', ''))[:90]}" for i in invented
        ]
        if kind == "indicators":
            _targets(pairs, lost, invented, result)
        if kind != "duties":
            _owners(pairs, kind, result)
        if kind == "tasks":
            _deadlines(pairs, result)
            _deliverables(pairs, result)
    _bases(gold, reading, result)
    return result


def _gold_place(item: Item, line: int, source: str, starts: list[int], raw: Places) -> int:
    words = re.escape(" ".join(item.get("head", "").split())).replace(r"\ ", r"\s+")
    match = re.compile(words).search(source, starts[line - 1]) if words else None
    near = match is not None and match.start() < starts[line - 1] + 3000 and line == item["line"]
    return raw.at(match.start() if match and near else starts[line - 1])


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", fold(text))


def _match(
    golds: list[Item], found: list[Item], gold_places: Any, found_places: Any
) -> tuple[list[tuple[Item, Item]], list[Item], list[Item]]:  # noqa: ANN401
    candidates = []
    for g, gold in enumerate(golds):
        for f, item in enumerate(found):
            gap = min((_gap(a, b) for a in gold_places(gold) for b in found_places(item)), default=10_000)
            if gap < 200:
                candidates.append((gap, g, f))
    taken_gold: dict[int, int] = {}
    taken_found: set[int] = set()
    for _, g, f in sorted(candidates):
        if g not in taken_gold and f not in taken_found:
            taken_gold[g] = f
            taken_found.add(f)
    pairs = [(golds[g], found[f]) for g, f in sorted(taken_gold.items())]
    lost = [gold for g, gold in enumerate(golds) if g not in taken_gold]
    return pairs, lost, [item for f, item in enumerate(found) if f not in taken_found]


def _gap(gold: tuple[int, str], found: tuple[int, str]) -> int:
    """How far a gold head stands from a found piece: 0 inside its first words, 10,000 when its words are not there."""
    place, head = gold
    start, words = found
    inside = words.find(head[:30]) if head else -1
    if inside >= 0 and abs(start + inside - place) < 60:
        return min(inside, 199)
    return abs(place - start) if abs(place - start) < 12 else 10_000


def _targets(pairs: list[tuple[Item, Item]], lost: list[Item], invented: list[Item], result: Comparison) -> None:
    score = result.scores["targets"]
    score.missed += sum(len(i["targets"]) for i in lost)
    score.wrong += sum(len(i["targets"]) for i in invented)
    for gold, item in pairs:
        _count(
            Counter(_target(t) for t in gold["targets"]),
            Counter(_target(t) for t in item["targets"]),
            score,
            result,
            f"targets of line {gold['line']}",
        )


def _target(target: Item) -> tuple[Any, ...]:
    to = target["value_to"]
    return (float(target["value"]), float(to) if to is not None else None, target["comparator"], target["by"])


def _owners(pairs: list[tuple[Item, Item]], kind: str, result: Comparison) -> None:
    for gold, item in pairs:
        _count(
            Counter(_roles(gold)),
            Counter(_roles(item)),
            result.scores["owners"],
            result,
            f"owners of {kind} line {gold['line']}",
        )


def _roles(item: Item) -> Iterator[tuple[str, str]]:
    for role in ("watchers", "leads", "cooperators"):
        for name in item.get(role, ()):
            yield role, _letters(name)


def _deadlines(pairs: list[tuple[Item, Item]], result: Comparison) -> None:
    for gold, item in pairs:
        _count(
            Counter(_deadline(gold)),
            Counter(_deadline(item)),
            result.scores["deadlines"],
            result,
            f"deadline of line {gold['line']} {gold['head'][:30]}",
        )


def _deadline(item: Item) -> Iterator[tuple[Any, ...]]:
    deadline = item["deadline"]
    if deadline is not None:
        yield deadline["kind"], deadline["end"], deadline["before"]


def _deliverables(pairs: list[tuple[Item, Item]], result: Comparison) -> None:
    for gold, item in pairs:
        ours = [_letters(d["text"])[:25] for d in item["deliverables"]]
        golds = [_letters(d.get("head") or d.get("text"))[:25] for d in gold["deliverables"]]
        _count(
            Counter(golds), Counter(ours), result.scores["deliverables"], result, f"deliverables of line {gold['line']}"
        )


def _bases(gold: Item, reading: Item, result: Comparison) -> None:
    ours = Counter(_letters(b["number"] or b["kind"] or "") for b in reading["legal_bases"])
    golds = Counter(_letters(b["number"] or b["kind"] or "") for b in gold["legal_bases"])
    _count(golds, ours, result.scores["legal_bases"], result, "legal bases")


def _count(golds: Counter[Any], ours: Counter[Any], score: Score, result: Comparison, where: str) -> None:
    score.right += sum((golds & ours).values())
    score.wrong += sum((ours - golds).values())
    score.missed += sum((golds - ours).values())
    if golds != ours:
        result.misses.append(f"{where}: gold {list((golds - ours).elements())} ours {list((ours - golds).elements())}")


def golds(chosen: str | None, names: Iterable[str]) -> Iterator[Item]:
    """The gold files of one set, or those whose names begin with one of ``names``."""
    names = tuple(names)
    for path in sorted((ROOT / "tests" / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if (chosen is None or gold["set"] == chosen) and (not names or path.name.startswith(names)):
            yield gold


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", dest="chosen", choices=("tune", "held_out"), default="tune")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--plans", type=Path, default=ROOT.parent / "shared" / "plans")
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    if not arguments.plans.is_dir():
        sys.exit(f"Không có thư mục kế hoạch {arguments.plans}: chỉ đo được nơi có các văn bản ấy.")
    _report(arguments)


def _report(arguments: argparse.Namespace) -> None:
    total = {kind: Score() for kind in KINDS}
    print(f"{'plan':<28}" + "".join(f"{kind[:10]:>12}" for kind in KINDS))
    for gold in golds(arguments.chosen, arguments.names):
        path = arguments.plans / gold["document"]
        result = compare(gold, path.read_text(encoding="utf-8"), read(path.read_bytes(), path.name).as_json())
        print(f"{gold['document'][:26]:<28}" + "".join(f"{result.scores[k].f1:>12.3f}" for k in KINDS))
        for kind in KINDS:
            total[kind].add(result.scores[kind])
        if arguments.misses:
            print("\n".join(f"    {miss}" for miss in result.misses))
    for name in ("precision", "recall", "f1"):
        print(f"{name:<28}" + "".join(f"{getattr(total[k], name):>12.3f}" for k in KINDS))


if __name__ == "__main__":
    main()
