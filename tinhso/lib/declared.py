"""Finds what the parts of the tree declare for a door, by the name of their module."""

import importlib
from functools import cache
from pathlib import Path
from types import ModuleType

PACKAGE = Path(__file__).resolve().parents[1]
_ELSEWHERE = {"shell", "migrations", "tests", "config", "lib"}


@cache
def modules(name: str) -> tuple[ModuleType, ...]:
    """Every module called ``name`` below the package, the shell's own aside, by place."""
    found = sorted(path.relative_to(PACKAGE.parent) for path in PACKAGE.rglob(f"{name}.py"))
    wanted = (path for path in found if not _ELSEWHERE & set(path.parts))
    return tuple(importlib.import_module(".".join(path.with_suffix("").parts)) for path in wanted)
