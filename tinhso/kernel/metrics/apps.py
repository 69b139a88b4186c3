"""The metrics app."""

from django.apps import AppConfig
from django.core.checks import register

from tinhso.kernel.metrics.checks import every_metric_can_be_counted


class MetricsConfig(AppConfig):
    """What is counted from the records themselves."""

    name = "tinhso.kernel.metrics"
    label = "metrics"
    verbose_name = "Phép đếm"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """A wrong declaration is told when the system starts."""
        register(every_metric_can_be_counted)
