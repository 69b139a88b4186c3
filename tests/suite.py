"""What bin/test does once .venv stands: the suite on SQLite with a browser, then on PostgreSQL, then one sum."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests import postgresql
from tests.browser import chromium

#: pytest's exit code when the words chose no test.
NO_TESTS = 5
#: Words of the closing line, in pytest's own order.
OUTCOMES = ("failed", "passed", "skipped", "deselected", "xfailed", "xpassed", "error")
#: Counted once: what was left out on purpose is no outcome of the sum.
SHOWN = tuple(outcome for outcome in OUTCOMES if outcome != "deselected")


def main(words: Sequence[str]) -> int:
    """Both runs with ``words`` passed to pytest; 0 when all passed, pytest's own code otherwise."""
    begun, counts = time.monotonic(), dict.fromkeys(OUTCOMES, 0)
    lacking = _browser_lacking()
    if lacking and os.environ.get("TINHSO_REQUIRE_BROWSER"):
        print(f"Cần Chromium (TINHSO_REQUIRE_BROWSER): {lacking}\n{chromium.HOW}", file=sys.stderr)
        return 1
    print("\n=== SQLite ===", flush=True)
    codes = [_pytest([*words, *(["--no-browser"] if lacking else [])], database="", counts=counts)]
    print("\n=== PostgreSQL ===", flush=True)
    with _postgresql() as address:
        codes.append(_pytest([*words, "--no-browser", "--no-plain"], database=address, counts=counts))
    if lacking:
        print(f"\nCHƯA CHẠY các kiểm thử trên trình duyệt: {lacking}\n{chromium.HOW}")
    print(_closing_line(counts, time.monotonic() - begun), flush=True)
    return _sum_of(codes)


def _browser_lacking() -> str:
    """Why there is no browser on this machine; empty when there is one."""
    if chromium.find():
        return ""
    if named := os.environ.get("TINHSO_CHROMIUM"):
        return f"không có {named}."
    return chromium.install() or ""


@contextmanager
def _postgresql() -> Iterator[str]:
    named = os.environ.get("TEST_DATABASE_URL")
    if named:
        yield named
        return
    with postgresql.server() as address:
        yield address


def _pytest(words: Sequence[str], *, database: str, counts: dict[str, int]) -> int:
    with tempfile.TemporaryDirectory(prefix="tinhso-counts-") as folder:
        place = Path(folder) / "counts.json"
        environment = {**os.environ, "DATABASE_URL": database, "TINHSO_COUNTS": str(place)}
        # Else each process, and each that a test starts, compiles the whole house anew.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        done = subprocess.run([sys.executable, "-m", "pytest", *_parallel(words), *words], env=environment, check=False)
        if place.exists():
            for outcome, count in json.loads(place.read_text(encoding="utf-8")).items():
                counts[outcome] += count
    return done.returncode


def _parallel(words: Sequence[str]) -> list[str]:
    """One process a processor, unless the person debugs or says otherwise. A file's tests stay together.

    Files are taken in their order, not those of many tests first: the longest have few, and would be left to the end.
    """
    alone = any(word.startswith(("-n", "--pdb", "--trace", "-s", "--collect-only", "--co")) for word in words)
    processes = min(os.cpu_count() or 1, 4)
    return [] if alone or processes == 1 else ["-n", str(processes), "--dist", "loadfile", "--no-loadscope-reorder"]


def _closing_line(counts: dict[str, int], seconds: float) -> str:
    said = ", ".join(f"{counts[outcome]} {outcome}" for outcome in SHOWN if counts[outcome]) or "no tests ran"
    return f"\n{f' {said} in {seconds:.2f}s ':=^80}"


def _sum_of(codes: Sequence[int]) -> int:
    """A failure wins; a run that chose no test counts only when the other chose none either."""
    return next((code for code in codes if code not in {0, NO_TESTS}), min(codes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
