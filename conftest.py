"""What every test may use, wherever it stands: the cast (tests/cast.py) and the browser (tests/browser/fixtures.py)."""

import importlib.util
import os

import pytest
from django.conf import settings

pytest_plugins = [name for name in ("tests.cast", "tests.browser.fixtures") if importlib.util.find_spec(name)]

# Hashed file names need collectstatic and a real password hash takes 0.2 s: neither is under test here.
settings.STORAGES = {
    **settings.STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if "sqlite" in settings.DATABASES["default"]["ENGINE"]:
    # A file, as in real life: SQLite in memory has no WAL and its shared cache does not wait for locks.
    settings.DATABASES["default"]["TEST"] = {"NAME": os.path.join(settings.HOME, "test.sqlite3")}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "page" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
