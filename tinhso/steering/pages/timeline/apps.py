"""The app as Django finds it."""

from django.apps import AppConfig


class TimelineConfig(AppConfig):
    """Screens over time; no tables of its own."""

    name = "tinhso.steering.pages.timeline"
    label = "timeline"
    verbose_name = "Tiến độ theo thời gian"
