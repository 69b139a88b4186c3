"""``tinhso django audit_install``: make every table recorded."""

from django.core.management.base import BaseCommand
from django.db import connection

from tinhso.kernel.audit.triggers import install


class Command(BaseCommand):
    """Install the triggers of the audit log."""

    help = "Đặt các trigger ghi nhật ký cho mọi bảng (chạy lại bao nhiêu lần cũng được)."

    def handle(self, *args: str, **options: str) -> None:
        """Says how many were made."""
        self.stdout.write(f"Đã đặt {install(connection)} trigger ghi nhật ký.")
