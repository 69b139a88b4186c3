"""The app as Django finds it."""

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    """Screens over duties that are due once; no tables of its own."""

    name = "tinhso.steering.pages.duties"
    label = "duties"
    verbose_name = "Việc phải gửi một lần"
