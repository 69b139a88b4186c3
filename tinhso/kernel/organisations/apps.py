"""The app as Django finds it."""

from django.apps import AppConfig
from django.db.backends.base.base import BaseDatabaseWrapper

from tinhso.kernel.organisations import edition_triggers


class OrganisationsConfig(AppConfig):
    """Units, posts and groups valid on a day."""

    name = "tinhso.kernel.organisations"
    label = "organisations"
    verbose_name = "Tổ chức"
    default_auto_field = "django.db.models.BigAutoField"

    def install_triggers(self, connection: BaseDatabaseWrapper) -> None:
        """Called by ``migrate`` when the tables stand."""
        edition_triggers.install(connection, self.label, edition_triggers.tables_of(self.label))
