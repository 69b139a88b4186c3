"""The app as Django finds it."""

from django.apps import AppConfig


class BulkConfig(AppConfig):
    """Screens for many tasks at once; no tables of its own."""

    name = "tinhso.steering.pages.bulk"
    label = "bulk"
    verbose_name = "Làm một lần cho nhiều nhiệm vụ"
