"""The app as Django finds it."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Screens over the programmes; no tables of its own."""

    name = "tinhso.steering.pages"
    label = "pages"
    verbose_name = "Màn hình điều hành"
