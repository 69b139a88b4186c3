"""The app as Django finds it."""

from django.apps import AppConfig


class OfficesConfig(AppConfig):
    """The accounts of those who hold posts."""

    name = "tinhso.kernel.accounts.offices"
    label = "offices"
    verbose_name = "Chức vụ"
    default_auto_field = "django.db.models.BigAutoField"
