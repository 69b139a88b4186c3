"""A table of many values on PostgreSQL: what a page of a province waits for. ``python -m bench.scale [VALUES]``."""

import importlib
import subprocess
import sys

from bench.database import fresh
from tests import postgresql

#: In ``make bench``; the full size is 20000000 (7 GB of disk, a quarter of an hour).
VALUES = 500_000


def main(words: list[str]) -> int:
    """In a process of its own. The work is imported when Django is ready."""
    if len(words) > 1:
        with fresh(words[1]):
            importlib.import_module("bench.work.scale").print_times(int(words[0]))
        return 0
    with postgresql.server() as address:
        words = [sys.executable, "-m", "bench.scale", words[0] if words else str(VALUES), address]
        return subprocess.run(words, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
