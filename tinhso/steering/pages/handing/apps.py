"""The app as Django finds it."""

from django.apps import AppConfig


class HandingConfig(AppConfig):
    """The screen Giao tiếp."""

    name = "tinhso.steering.pages.handing"
    label = "handing"
    verbose_name = "Giao tiếp"
