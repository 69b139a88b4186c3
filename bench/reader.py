"""How well the plan reader finds what people found: precision, recall and F1 against the gold files.

Usage: python -m bench.reader [--set tune|held_out] [--misses] [--plans DIR] [name …]
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.comparison import KINDS, Item, Score, compare
from tinhso.steering.intake import read

ROOT = Path(__file__).resolve().parent.parent


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
