"""The app as Django finds it."""

from django.apps import AppConfig
from django.db.backends.base.base import BaseDatabaseWrapper

from tinhso.steering.figures import edition_triggers, key_triggers, sum_triggers


class FiguresConfig(AppConfig):
    """Values of indicators, as they were entered, counted or imported."""

    name = "tinhso.steering.figures"
    label = "figures"
    verbose_name = "Số liệu chỉ tiêu"
    default_auto_field = "django.db.models.BigAutoField"

    def install_triggers(self, connection: BaseDatabaseWrapper) -> None:
        """Called by ``migrate`` when the tables stand."""
        edition_triggers.install(connection)
        sum_triggers.install(connection)
        key_triggers.install(connection)
