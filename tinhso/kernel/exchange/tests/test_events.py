"""The list of events is what the code announces, no more and no less."""

import re

from tests.house.sources import files
from tinhso.config.discovery import PACKAGE
from tinhso.kernel.exchange.events import EVENTS


def announced() -> set[str]:
    """The words that modules which call ``announce`` write in the form of an event's name."""
    ours = (path for path in files(".py") if path.is_relative_to(PACKAGE) and "tests" not in path.parts)
    texts = (path.read_text(encoding="utf-8") for path in ours)
    return {name for text in texts if "import announce" in text for name in re.findall(r'"([a-z]+\.[a-z_]+)"', text)}


def test_every_event_that_is_announced_is_declared_and_no_other() -> None:
    assert announced() == set(EVENTS) - {"test.sent"}
