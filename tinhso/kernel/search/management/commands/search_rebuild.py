"""``tinhso django search_rebuild``: the index anew."""

from django.core.management.base import BaseCommand
from django.db import connection

from tinhso.kernel.search.installing import install
from tinhso.kernel.search.rebuilding import rebuild


class Command(BaseCommand):
    """Index everything anew."""

    help = "Lập lại toàn bộ chỉ mục tìm kiếm."

    def handle(self, *args: str, **options: str) -> None:
        """Says how many rows."""
        install(connection)
        self.stdout.write(f"Đã lập chỉ mục {rebuild(connection)} mục.")
