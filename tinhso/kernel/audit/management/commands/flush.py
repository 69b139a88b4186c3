"""Django's ``flush``, which tests use to empty a database: the guards of the log stand aside for it alone."""

from django.core.management.commands import flush
from django.db import connections

from tinhso.kernel.audit.triggers import install, remove


class Command(flush.Command):
    """Empty the database, the log included."""

    def handle(self, **options: str) -> None:
        """Asks first, unless told not to."""
        connection = connections[options["database"]]
        remove(connection)
        try:
            super().handle(**options)
        finally:
            install(connection)
