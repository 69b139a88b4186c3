"""The sums of 368,000 figures on both databases: read whole, asked again, and after one more figure."""

import importlib
import subprocess
import sys

from bench.database import fresh
from tests import postgresql


def main(words: list[str]) -> int:
    """Each database in a process of its own. The work is imported when Django is ready."""
    if words:
        with fresh(words[1]):
            importlib.import_module("bench.work.figures").print_times(words[0])
        return 0
    with postgresql.server() as address:
        return max(_run("SQLite", ""), _run("PostgreSQL", address))


def _run(name: str, address: str) -> int:
    return subprocess.run([sys.executable, "-m", "bench.figures", name, address], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
