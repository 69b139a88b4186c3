"""One migrated database for a run of the tests, and a copy of it for each of its processes.

To migrate takes 16 seconds of a processor, to copy a blink. The one is made anew in every run, by the process that
first asks for it, so that it is always of the code under test; the others wait for it.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.utils.module_loading import import_string
from pytest_django import DjangoDbBlocker
from pytest_django.plugin import blocking_manager_key

#: The state folder of the run, before a test takes another; its processes share it.
HOME = Path(settings.HOME)
_MIGRATED, _LOCK = HOME / "migrated", HOME / "migrating"


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_test_environment: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """In the place of pytest-django's own, which migrates in every process."""
    worker = str(getattr(request.config, "workerinput", {}).get("workerid", "alone"))
    with django_db_blocker.unblock(), _no_other():
        _to_the_original()
        connection.creation.clone_test_db(worker, verbosity=0, autoclobber=True)
        connection.settings_dict.update(connection.creation.get_test_db_clone_settings(worker))
        # Outside of the transactions of tests, in which it would make each savepoint slow.
        import_string("tinhso.steering.figures.importing.staging.prepare")()
    yield
    with django_db_blocker.unblock():
        connection.creation.destroy_test_db(verbosity=0)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """The original goes with the run."""
    if not hasattr(session.config, "workerinput") and migrated():
        with session.config.stash[blocking_manager_key].unblock(), _no_other():
            _to_the_original()
            connection.creation.destroy_test_db(verbosity=0)
            _MIGRATED.unlink()


def migrated() -> str:
    """The name of the run's migrated database, which nobody works on; empty until there is one."""
    return _MIGRATED.read_text(encoding="utf-8") if _MIGRATED.exists() else ""


def _to_the_original() -> None:
    """Point the connection, closed, at the run's migrated database; where there is none yet, make it."""
    connection.close()
    if known := migrated():
        connection.settings_dict["NAME"] = known
        return
    name = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    # The last connection of SQLite writes its journal into the file; PostgreSQL copies only what nobody uses.
    connection.close()
    _MIGRATED.write_text(name, encoding="utf-8")


@contextmanager
def _no_other() -> Iterator[None]:
    with _LOCK.open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
