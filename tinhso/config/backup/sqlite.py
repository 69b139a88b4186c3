"""SQLite's part of a backup: a whole copy while others write, and a swap of files while nobody does."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from tinhso.config.backup.refusals import StillServing

NAME = "database.sqlite3"


def dump(database: dict[str, Any], target: Path) -> None:
    """A consistent copy, taken by SQLite's own backup; the server goes on."""
    with closing(sqlite3.connect(database["NAME"])) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")


def holds_data(database: dict[str, Any]) -> bool:
    """Whether something stands where the backup would go."""
    place = Path(database["NAME"])
    return place.exists() and place.stat().st_size > 0


def load(database: dict[str, Any], source: Path) -> None:
    """Put the copy in the database's place in one step. Raises StillServing while another process has it open."""
    place = Path(database["NAME"])
    if holds_data(database):
        _close_log(place)
    source.replace(place)


def _close_log(place: Path) -> None:
    # Leaving WAL needs every other connection gone; afterwards no -wal file of the old database is left behind.
    with closing(sqlite3.connect(place, timeout=2)) as connection:
        try:
            connection.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.OperationalError as refusal:
            raise StillServing from refusal
