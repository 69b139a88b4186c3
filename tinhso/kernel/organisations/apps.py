"""The app as Django finds it."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Units, posts and groups valid on a day."""

    name = "tinhso.kernel.organisations"
    label = "organisations"
    verbose_name = "Tổ chức"
    default_auto_field = "django.db.models.BigAutoField"
