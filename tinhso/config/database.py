"""Turns DATABASE_URL into Django's form. Without it the database is SQLite in the state folder."""

from pathlib import Path
from typing import Any
from urllib.parse import ParseResult, parse_qsl, unquote, urlparse

from tinhso.lib.errors import TinhsoError

#: Django's own engines, which also know who acts: the audit log's triggers ask them.
SQLITE, POSTGRESQL = "tinhso.kernel.audit.sqlite", "tinhso.kernel.audit.postgresql"
#: IMMEDIATE takes the write lock when a transaction begins, so two writers wait instead of failing half-way.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON",
}


class UnknownDatabase(TinhsoError):
    """DATABASE_URL names a kind of database that tinhso does not run on."""

    code = "settings.unknown_database"
    status = 500
    sentence = "DATABASE_URL: chỉ hỗ trợ sqlite và postgresql, không hỗ trợ “{kind}”."


def database(url: str, *, home: Path) -> dict[str, Any]:
    """Django's description of ``url``: ``sqlite:///path``, ``postgresql://user:password@host:port/name?sslmode=…``.

    An empty user, host or port is left to PostgreSQL's own rules (socket, PGUSER). Raises UnknownDatabase.
    """
    parsed = urlparse(url or f"sqlite:///{home / 'tinhso.sqlite3'}")
    if parsed.scheme == "sqlite":
        return {"ENGINE": "tinhso.kernel.audit.sqlite", "NAME": unquote(parsed.path[1:]), "OPTIONS": SQLITE_OPTIONS}
    if parsed.scheme in ("postgres", "postgresql"):
        return _postgresql(parsed)
    raise UnknownDatabase(kind=parsed.scheme)


def _postgresql(parsed: ParseResult) -> dict[str, Any]:
    options = dict(parse_qsl(parsed.query))
    return {
        "ENGINE": "tinhso.kernel.audit.postgresql",
        "NAME": unquote(parsed.path[1:]),
        "USER": unquote(parsed.username or ""),
        "PASSWORD": unquote(parsed.password or ""),
        "HOST": options.pop("host", "") or unquote(parsed.hostname or ""),
        "PORT": str(parsed.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }
