"""The app as Django finds it."""

from django.apps import AppConfig


class DaysConfig(AppConfig):
    """Screens over the calendar; no tables of its own."""

    name = "tinhso.surfaces.web.days"
    label = "days"
    verbose_name = "Lịch làm việc"
