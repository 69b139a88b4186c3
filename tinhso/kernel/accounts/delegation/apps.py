"""The app as Django finds it."""

from django.apps import AppConfig


class DelegationConfig(AppConfig):
    """Who acts for whom."""

    name = "tinhso.kernel.accounts.delegation"
    label = "delegation"
    verbose_name = "Ủy quyền"
    default_auto_field = "django.db.models.BigAutoField"
