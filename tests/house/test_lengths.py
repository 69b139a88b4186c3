"""The numbers of the house: how long a function, a file and a template may be. Read from the code itself."""

import ast
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from tests.house.sources import files, name

Function = ast.FunctionDef | ast.AsyncFunctionDef
#: Silenced rules per 1,000 lines, each with its code and its reason.
SILENCED_PER_THOUSAND = 0.2
SILENCED = re.compile(r"#\s*(?:noqa|type:\s*ignore)")
SILENCED_WELL = re.compile(r"# (?:noqa: [A-Z]+\d+|type: ignore\[[a-z-]+\])(?:, [A-Z]+\d+)* - \S")


def share(lengths: Sequence[int], percent: int) -> int:
    """The length that ``percent`` of a hundred do not exceed."""
    ordered = sorted(lengths)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@cache
def functions(path: Path) -> Sequence[Function]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, Function)]


def length(function: Function) -> int:
    """From ``def`` to the last line, without the docstring: a promise to the caller is not weight."""
    first = function.body[0]
    documented = ast.get_docstring(function, clean=False) is not None and first.end_lineno
    return (function.end_lineno or 0) - function.lineno + 1 - (documented - first.lineno + 1 if documented else 0)


def python() -> list[Path]:
    return [path for path in files(".py") if path.read_text(encoding="utf-8").strip()]


def test_no_function_is_longer_than_fifty_lines() -> None:
    long = [
        f"{name(path)}:{function.lineno} {function.name}: {length(function)}"
        for path in python()
        for function in functions(path)
        if length(function) > 50
    ]
    assert not long, "\n".join(long)


@pytest.mark.parametrize(("percent", "limit"), [(50, 8), (90, 25), (99, 40)])
def test_functions_are_short(percent: int, limit: int) -> None:
    assert share([length(function) for path in python() for function in functions(path)], percent) <= limit


def test_no_file_is_longer_than_400_lines() -> None:
    long = [f"{name(path)}: {lines(path)}" for path in python() if lines(path) > 400]
    assert not long, "\n".join(long)


@pytest.mark.parametrize(("percent", "limit"), [(50, 60), (90, 200)])
def test_files_are_short(percent: int, limit: int) -> None:
    assert share([lines(path) for path in python()], percent) <= limit


def test_no_template_is_longer_than_120_lines() -> None:
    long = [f"{name(path)}: {lines(path)}" for path in files(".html") if lines(path) > 120]
    assert not long, "\n".join(long)


@pytest.mark.parametrize(("percent", "limit"), [(50, 25), (90, 60)])
def test_templates_are_short(percent: int, limit: int) -> None:
    assert share([lines(path) for path in files(".html")] or [0], percent) <= limit


def test_rules_are_silenced_rarely_and_with_a_reason() -> None:
    marks = [
        (name(path), line.strip())
        for path in python()
        if path != Path(__file__)
        for line in path.read_text(encoding="utf-8").splitlines()
        if SILENCED.search(line)
    ]
    assert [mark for mark in marks if not SILENCED_WELL.search(mark[1])] == []
    assert len(marks) <= max(1, SILENCED_PER_THOUSAND * sum(map(lines, python())) / 1000), marks
