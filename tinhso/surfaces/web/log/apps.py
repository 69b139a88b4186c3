"""The app as Django finds it."""

from django.apps import AppConfig


class LogConfig(AppConfig):
    """Screens over the audit log; no tables of its own."""

    name = "tinhso.surfaces.web.log"
    label = "log"
    verbose_name = "Nhật ký"
