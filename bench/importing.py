"""A file of values loaded with all checks on both databases: ``python -m bench.importing [VALUES]``, .csv and .xlsx."""

import importlib
import subprocess
import sys

from bench.database import fresh
from tests import postgresql

#: In ``make bench``; the full size is 1000000.
VALUES = 50_000


def main(words: list[str]) -> int:
    """Each database in a process of its own. The work is imported when Django is ready."""
    if len(words) > 1:
        with fresh(words[2] if len(words) > 2 else ""):
            importlib.import_module("bench.work.importing").print_times(words[1], int(words[0]))
        return 0
    values = words[0] if words else str(VALUES)
    with postgresql.server() as address:
        return max(_run(values, "PostgreSQL", address), _run(values, "SQLite", ""))


def _run(values: str, name: str, address: str) -> int:
    return subprocess.run([sys.executable, "-m", "bench.importing", values, name, address], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
