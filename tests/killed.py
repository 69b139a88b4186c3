"""A process that kills itself at a chosen SQL statement: ``python -m tests.killed WORDS WHICH VERB KEY``.

The power fails in the middle of reading or starting; the tests look at what the database holds afterwards.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.utils.module_loading import import_string

from tests.samples import CHECKOUT
from tinhso.lib.errors import TinhsoError

KILLED = -signal.SIGKILL
REFUSED = 2
#: Where the test that waits keeps its files.
_FILES = "TINHSO_TEST_FILES"


def run_and_kill(verb: str, key: int, *, at: str, which: int = 1) -> int:
    """Run the verb in a process of its own that dies at the ``which``-th statement that begins with ``at``.

    The exit code: KILLED, or 0 when it came to its end before, REFUSED when it was refused.
    """
    words = [sys.executable, "-m", "tests.killed", at, str(which), verb, str(key)]
    return subprocess.run(words, env=environment(), cwd=CHECKOUT, check=False).returncode


def environment() -> Mapping[str, str]:
    """Another process works on this test's database and files."""
    place = connection.settings_dict
    url = f"sqlite:///{Path(str(place['NAME'])).resolve()}"
    if connection.vendor == "postgresql":
        host, socket = place["HOST"], str(place["HOST"]).startswith("/")
        at = f"{'' if socket else host}{':' + str(place['PORT']) if place['PORT'] else ''}"
        url = (
            f"postgresql://{place['USER']}:{place['PASSWORD']}@{at}/{place['NAME']}{f'?host={host}' if socket else ''}"
        )
    return {**os.environ, "DATABASE_URL": url, "TINHSO_HOME": str(settings.HOME), _FILES: str(settings.FILES)}


def _dying(at: str, which: int) -> Callable[..., object]:
    seen = 0

    def execute(run: Callable[..., object], sql: str, *rest: object) -> object:
        nonlocal seen
        seen += sql.startswith(at)
        if sql.startswith(at) and seen == which:
            os.kill(os.getpid(), signal.SIGKILL)
        return run(sql, *rest)

    return execute


def _do(verb: str, key: int) -> None:
    """Actions are found by name: their modules can be imported only when Django is ready."""
    if verb == "load":
        load = apps.get_model("figures", "FigureLoad").objects.get(pk=key)
        import_string("tinhso.steering.figures.importing.working.work")(load)
        return
    act = import_string(f"tinhso.steering.programmes.actions.{verb}.{verb}")
    if verb == "read":
        act(apps.get_model("programmes", "ReadingJob").objects.get(pk=key))
    else:
        act(apps.get_model("programmes", "PlanDocument").objects.get(pk=key), by=None)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tinhso.config.settings")
    django.setup()
    settings.FILES = Path(os.environ[_FILES])
    try:
        with connection.execute_wrapper(_dying(sys.argv[1], int(sys.argv[2]))):
            _do(sys.argv[3], int(sys.argv[4]))
    except TinhsoError as refusal:
        print(refusal.sentence, file=sys.stderr)
        sys.exit(REFUSED)
