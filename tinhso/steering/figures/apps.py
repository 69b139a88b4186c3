"""The app as Django finds it."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    """Values of indicators, as they were entered, counted or imported."""

    name = "tinhso.steering.figures"
    label = "figures"
    verbose_name = "Số liệu chỉ tiêu"
    default_auto_field = "django.db.models.BigAutoField"
