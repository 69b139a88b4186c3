"""The app as Django finds it."""

from django.apps import AppConfig


class OpenPageConfig(AppConfig):
    """The public page; no tables of its own."""

    name = "tinhso.steering.pages.open_page"
    label = "open_page"
    verbose_name = "Trang công khai"
