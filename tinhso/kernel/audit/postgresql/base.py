"""The engine (the module name is Django's): tells the session who acts, whenever that has changed since it was told."""

import psycopg
from django.db.backends.postgresql import base
from psycopg.pq import TransactionStatus

from tinhso.kernel.audit.origin import Origin, current

_TELL = (
    "SELECT set_config('tinhso.actor', %s, false), set_config('tinhso.source', %s, false), "
    "set_config('tinhso.request', %s, false)"
)


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL with the settings ``tinhso.actor``, ``tinhso.source`` and ``tinhso.request`` kept true.

    Not for a pool that hands one session to several transactions by turns (pgbouncer in transaction mode).
    """

    _told: Origin | None = None

    def get_new_connection(self, conn_params: dict[str, object]) -> "psycopg.Connection[tuple[object, ...]]":
        """A session that has been told nothing yet."""
        self._told = None
        session: psycopg.Connection[tuple[object, ...]] = super().get_new_connection(conn_params)
        return session

    def create_cursor(self, name: str | None = None) -> "psycopg.Cursor[tuple[object, ...]]":
        """A cursor in a session that knows who acts."""
        origin = current()
        # In a failed transaction PostgreSQL takes nothing but the rollback that this cursor is probably for.
        if origin != self._told and self.connection.info.transaction_status != TransactionStatus.INERROR:
            with super().create_cursor() as cursor:
                cursor.execute(_TELL, (origin.actor, origin.source, origin.request))
            self._told = origin
        asked: psycopg.Cursor[tuple[object, ...]] = super().create_cursor(name)
        return asked

    def rollback(self) -> None:
        """Forgets what the session was told: PostgreSQL takes back a setting made inside what is rolled back."""
        super().rollback()
        self._told = None

    def savepoint_rollback(self, sid: str) -> None:
        """The same for a part of the transaction."""
        super().savepoint_rollback(sid)
        self._told = None
