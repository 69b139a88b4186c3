"""``tinhso django search_verify``: does the index say what its sources say? Exit code 1 when it does not."""

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from tinhso.kernel.search.installing import missing
from tinhso.kernel.search.models import SearchItem
from tinhso.kernel.search.rebuilding import stale


class Command(BaseCommand):
    """Verify the search index."""

    help = "So chỉ mục tìm kiếm với dữ liệu gốc; lệch thì báo và thoát với mã 1."

    def handle(self, *args: str, **options: str) -> None:
        """One line when it agrees."""
        if absent := missing(connection):
            raise CommandError(f"Thiếu {len(absent)} trigger của chỉ mục, trước hết là {absent[0]}.")
        if differing := stale(connection):
            raise CommandError(f"Chỉ mục lệch {differing} mục; chạy: tinhso django search_rebuild")
        self.stdout.write(f"Chỉ mục đúng với dữ liệu: {SearchItem.objects.count()} mục.")
