"""The accounts app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Accounts and roles."""

    name = "tinhso.kernel.accounts"
    label = "accounts"
    verbose_name = "Tài khoản"
