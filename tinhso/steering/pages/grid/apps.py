"""The app as Django finds it."""

from django.apps import AppConfig


class GridConfig(AppConfig):
    """A screen over the figures; no tables of its own."""

    name = "tinhso.steering.pages.grid"
    label = "grid"
    verbose_name = "Bảng nhập số liệu"
