"""The app as Django finds it."""

from django.apps import AppConfig


class RoundsConfig(AppConfig):
    """Screens over reporting rounds; no tables of its own."""

    name = "tinhso.steering.pages.rounds"
    label = "rounds"
    verbose_name = "Màn hình kỳ báo cáo"
