"""The engine (the module name is Django's): three SQL functions that the audit triggers call.

A program that opens the file without them cannot write a recorded table at all, which is what an audited file wants.
"""

import hashlib
import sqlite3

from django.db.backends.sqlite3 import base

from tinhso.kernel.audit.origin import current
from tinhso.kernel.search.words import plain


def _actor() -> str:
    return current().actor


def _source() -> str:
    return current().source


def _request() -> str:
    return current().request


def digest(value: str | bytes | None) -> str | None:
    """ "sha256:…" of a value that the log must not hold in clear."""
    if value is None:
        return None
    content = value.encode() if isinstance(value, str) else value
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


class DatabaseWrapper(base.DatabaseWrapper):
    """SQLite with the functions of the audit triggers."""

    def get_new_connection(self, conn_params: dict[str, object]) -> sqlite3.Connection:
        """A connection that knows the functions of the log and of the search index."""
        connection: sqlite3.Connection = super().get_new_connection(conn_params)
        # Without it a row that REPLACE pushes out would leave no trace.
        connection.execute("PRAGMA recursive_triggers = ON")
        connection.create_function("tinhso_actor", 0, _actor)
        connection.create_function("tinhso_source", 0, _source)
        connection.create_function("tinhso_request", 0, _request)
        connection.create_function("tinhso_digest", 1, digest, deterministic=True)
        connection.create_function("tinhso_words", 1, plain, deterministic=True)
        return connection
