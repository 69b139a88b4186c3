"""The search app."""

from django.apps import AppConfig
from django.core.checks import Tags, register

from tinhso.kernel.search.checks import every_declaration_names_columns, every_source_is_indexed


class SearchConfig(AppConfig):
    """The index of everything that can be found."""

    name = "tinhso.kernel.search"
    label = "search"
    verbose_name = "Tìm kiếm"

    def ready(self) -> None:
        """One check belongs to those made with the database at hand."""
        register(every_declaration_names_columns)
        register(every_source_is_indexed, Tags.database)
