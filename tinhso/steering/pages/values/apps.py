"""The app as Django finds it."""

from django.apps import AppConfig


class ValuesConfig(AppConfig):
    """Screens over the figures; no tables of its own."""

    name = "tinhso.steering.pages.values"
    label = "values"
    verbose_name = "Màn hình số liệu"
