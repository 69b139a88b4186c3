"""The pages of a large programme beside the bare SQL of the same page."""

import importlib
import sys

from bench.database import fresh


def main() -> int:
    """Print the table. The work is imported when Django is ready."""
    with fresh():
        importlib.import_module("bench.work.pages").print_times()
    return 0


if __name__ == "__main__":
    sys.exit(main())
