"""A fresh database for one bench, and the time that a piece of work takes."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import django
from django.core.management import call_command


@contextmanager
def fresh(address: str = "") -> Iterator[None]:
    """Django on an empty database (SQLite, unless said) and a temporary home, with the samples' organisations."""
    with tempfile.TemporaryDirectory(prefix="tinhso-bench-") as home:
        os.environ |= {"TINHSO_HOME": home, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "tinhso.config.settings"}
        django.setup()
        call_command("migrate", verbosity=0)
        call_command("load_organisations", verbosity=0)
        yield


def best_of(times: int, work: Callable[[], object]) -> float:
    """The shortest time in milliseconds."""
    return min(_milliseconds(work) for _ in range(times))


def _milliseconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
