"""The app as Django finds it."""

from django.apps import AppConfig


class CountingConfig(AppConfig):
    """Screens over metrics and counts; no tables of its own."""

    name = "tinhso.steering.pages.counting"
    label = "counting"
    verbose_name = "Phép đếm"
