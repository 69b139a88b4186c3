"""The list of events is what the code announces, no more and no less."""

import ast

from tests.house.sources import files
from tinhso.config.discovery import PACKAGE
from tinhso.kernel.exchange.events import EVENTS


def announced() -> set[str]:
    """The first argument of every call of ``announce`` in the tree."""
    ours = (path for path in files(".py") if path.is_relative_to(PACKAGE) and "tests" not in path.parts)
    nodes = (node for path in ours for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    calls = (node for node in nodes if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "announce")
    return {str(call.args[0].value) for call in calls if call.args and isinstance(call.args[0], ast.Constant)}


def test_every_event_that_is_announced_is_declared() -> None:
    assert announced() - set(EVENTS) == set()
