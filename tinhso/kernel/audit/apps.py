"""The audit app."""

from django.apps import AppConfig
from django.core.checks import Tags, register

from tinhso.kernel.audit.checks import every_table_is_recorded


class AuditConfig(AppConfig):
    """The log of every change."""

    name = "tinhso.kernel.audit"
    label = "audit"
    verbose_name = "Nhật ký"

    def ready(self) -> None:
        """The check belongs to those made with the database at hand."""
        register(every_table_is_recorded, Tags.database)
