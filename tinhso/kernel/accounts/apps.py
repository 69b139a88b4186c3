"""The accounts app."""

from django.apps import AppConfig
from django.db.backends.base.base import BaseDatabaseWrapper

from tinhso.kernel.organisations import edition_triggers

#: What somebody may do is made of these; sessions, attempts and links change all the time and say nothing of it.
_OF_RIGHTS = ("accounts_account", "accounts_roleassignment", "delegation_delegation")


class AccountsConfig(AppConfig):
    """Accounts and roles."""

    name = "tinhso.kernel.accounts"
    label = "accounts"
    verbose_name = "Tài khoản"

    def install_triggers(self, connection: BaseDatabaseWrapper) -> None:
        """Called by ``migrate`` when the tables stand."""
        edition_triggers.install(connection, self.label, _OF_RIGHTS, many=True)
