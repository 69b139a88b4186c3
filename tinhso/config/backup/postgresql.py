"""PostgreSQL's part of a backup: pg_dump and pg_restore of the machine, of the server's version or newer."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from django.db import connection

from tinhso.config.backup.refusals import ProgramFailed, ProgramMissing

NAME = "database.pgdump"
_PLACES = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD", "NAME": "PGDATABASE"}


def dump(database: dict[str, Any], target: Path) -> None:
    """A consistent copy of one moment; the server goes on."""
    _run(database, "pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")


def holds_data(database: dict[str, Any]) -> bool:
    """Whether the database has any table."""
    with connection.cursor() as cursor:
        return bool(connection.introspection.table_names(cursor))


def load(database: dict[str, Any], source: Path) -> None:
    """Replace what the database holds, all or nothing: one transaction."""
    connection.close()
    options = ("--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error")
    _run(database, "pg_restore", *options, f"--dbname={database['NAME']}", str(source))


def _run(database: dict[str, Any], program: str, *words: str) -> None:
    folder = os.environ.get("TINHSO_PG_BIN")
    found = shutil.which(program, path=folder or None)
    if found is None:
        raise ProgramMissing(program=program)
    # The password travels in the environment: a command line can be read by every user of the machine.
    facts = {name: str(database[key]) for key, name in _PLACES.items() if database.get(key)}
    facts |= {f"PG{name.upper()}": value for name, value in database["OPTIONS"].items() if name.startswith("ssl")}
    done = subprocess.run([found, *words], env={**os.environ, **facts}, check=False, capture_output=True, text=True)
    if done.returncode:
        raise ProgramFailed(program=program, said=done.stderr.strip())
