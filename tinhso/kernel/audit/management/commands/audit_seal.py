"""``tinhso django audit_seal``: seal what commands and background work have written."""

from django.core.management.base import BaseCommand

from tinhso.kernel.audit.sealing import seal


class Command(BaseCommand):
    """Seal the waiting entries of the audit log."""

    help = "Niêm phong các mục nhật ký đang chờ vào chuỗi băm."

    def handle(self, *args: str, **options: str) -> None:
        """In portions, so that the lock is never held for long."""
        total = 0
        while sealed := seal():
            total += sealed
        self.stdout.write(f"Đã niêm phong {total} mục.")
