"""``python -m bench``: every module here that has something to measure, each in a process of its own."""

import subprocess
import sys
from pathlib import Path

#: Modules that others stand on.
_GROUND = {"__init__", "__main__", "comparison", "database"}


def main() -> int:
    """The worst exit code."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem not in _GROUND)
    return max(_run(name) for name in names)


def _run(name: str) -> int:
    print(f"\n== {name}", flush=True)
    return subprocess.run([sys.executable, "-m", f"bench.{name}"], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
