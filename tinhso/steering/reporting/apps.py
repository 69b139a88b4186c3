"""The app as Django finds it."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """Reporting rounds and the reports of units."""

    name = "tinhso.steering.reporting"
    label = "reporting"
    verbose_name = "Báo cáo"
    default_auto_field = "django.db.models.BigAutoField"
