"""Django's ``migrate``: the triggers of the log and of the search index stand aside while tables change, not after."""

from typing import Any

from django.apps import apps
from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from tinhso.kernel.audit.triggers import install, remove
from tinhso.kernel.search import installing as search


class Command(migrate.Command):
    """Migrate, and install the triggers."""

    def handle(self, *args: str, **options: str) -> None:
        """SQLite refuses to drop a column that a trigger names, and loses the triggers of a table it remakes."""
        connection = connections[options["database"]]
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            remove(connection)
            search.remove(connection)
        super().handle(*args, **options)
        install(connection)
        for config in apps.get_app_configs():
            # An app with triggers of its own says how they are put in place.
            if hasattr(config, "install_triggers"):
                config.install_triggers(connection)
        search.install(connection)

    def get_check_kwargs(self, options: dict[str, str]) -> dict[Any, Any]:
        """Without the database: before the tables change, the triggers cannot be those of the new ones."""
        asked: dict[Any, Any] = super().get_check_kwargs(options)
        return {**asked, "databases": None}
