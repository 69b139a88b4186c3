"""The app as Django finds it."""

from django.apps import AppConfig


class WorkConfig(AppConfig):
    """The screens on which people work."""

    name = "tinhso.steering.pages.work"
    label = "work"
    verbose_name = "Việc của tôi"
