"""The worker of the queue; when it begins, what a killed one left is put in order first."""

from datetime import timedelta

from django_tasks_db.management.commands import db_worker

from tinhso.kernel.exchange import queue
from tinhso.lib.declared import modules
from tinhso.steering.programmes import vault
from tinhso.steering.programmes.actions.revive import revive
from tinhso.steering.programmes.models.documents import documents


class Command(db_worker.Command):
    """Stands in the place of django-tasks-db's command of the same name."""

    def execute(self, *args: object, **options: object) -> str | None:
        """Clear away and put back what a killed process left, then work."""
        vault.sweep(documents())
        revive(quiet_for=timedelta())
        queue.revive()
        queue.forget_old()
        for module in modules("worker_begins"):
            module.begin()
        return super().execute(*args, **options)
