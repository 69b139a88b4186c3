"""The app as Django finds it."""

from django.apps import AppConfig
from django.db.backends.base.base import BaseDatabaseWrapper

from tinhso.kernel.organisations import edition_triggers

#: Written while a file is read and while a review stands open; nothing that is kept is made of them.
_ASIDE = frozenset({"programmes_readingjob", "programmes_reviewer"})


class ProgrammesConfig(AppConfig):
    """Documents read and the programmes made from them."""

    name = "tinhso.steering.programmes"
    label = "programmes"
    verbose_name = "Chương trình"
    default_auto_field = "django.db.models.BigAutoField"

    def install_triggers(self, connection: BaseDatabaseWrapper) -> None:
        """Called by ``migrate`` when the tables stand."""
        tables = edition_triggers.tables_of(self.label) - _ASIDE
        edition_triggers.install(connection, self.label, tables, many=True)
