"""The files of the house, as git would keep them: tracked ones and new ones that are not ignored."""

import subprocess
from functools import cache
from pathlib import Path

from tinhso.config.places import CHECKOUT


@cache
def files(*suffixes: str) -> tuple[Path, ...]:
    """Files whose names end so, by hand: migrations are written by a command and are left out."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=CHECKOUT,
        check=True,
        capture_output=True,
        text=True,
    )
    paths = [CHECKOUT / name for name in listed.stdout.split("\0") if name.endswith(suffixes)]
    return tuple(path for path in paths if path.is_file() and "migrations" not in path.parts)


def name(path: Path) -> str:
    """The path as a person would say it."""
    return str(path.relative_to(CHECKOUT))
