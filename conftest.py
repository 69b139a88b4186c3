"""What every test may use, wherever it stands: a database (tests/databases.py), the cast, a browser, a mail server."""

import importlib.util
import json
import os
from collections.abc import Sequence
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings

from tests.plain import is_plain

pytest_plugins = [
    name
    for name in ("tests.cast", "tests.databases", "tests.browser.fixtures", "tests.post_office")
    if importlib.util.find_spec(name)
]

# No test is timed: on a machine that does other things too, an example may take as long as it takes.
hypothesis.settings.register_profile("untimed", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("untimed")
# Hashed file names need collectstatic and a real password hash takes 0.2 s: neither is under test here.
settings.STORAGES = {
    **settings.STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if "sqlite" in settings.DATABASES["default"]["ENGINE"]:
    # A file, as in real life: SQLite in memory has no WAL and its shared cache does not wait for locks.
    settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = os.path.join(settings.HOME, "test.sqlite3")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-browser", action="store_true", help="leave out the tests that need a Chromium")
    parser.addoption("--no-plain", action="store_true", help="leave out the tests that need no second database")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
    left_out = {item for item in items if _ran_on_the_first_database(item, config)}
    if left_out:
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=list(left_out))


def _ran_on_the_first_database(item: pytest.Item, config: pytest.Config) -> bool:
    in_browser = config.getoption("--no-browser") and item.get_closest_marker("browser")
    return bool(in_browser or (config.getoption("--no-plain") and (item.get_closest_marker("once") or is_plain(item))))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell bin/test the counts, so that it can add up its two runs."""
    place = os.environ.get("TINHSO_COUNTS")
    if place:
        stats: dict[str, Sequence[object]] = terminalreporter.stats
        outcomes = ("failed", "passed", "skipped", "deselected", "xfailed", "xpassed", "error")
        Path(place).write_text(json.dumps({name: len(stats.get(name, ())) for name in outcomes}), encoding="utf-8")
