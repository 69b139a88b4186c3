"""``tinhso django audit_verify``: is the log whole? Exit code 1 and the first fault when it is not."""

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from tinhso.kernel.audit.sealing import verify
from tinhso.kernel.audit.triggers import missing


class Command(BaseCommand):
    """Verify the audit log."""

    help = "Kiểm tra chuỗi băm của nhật ký: mục đầu tiên bị sửa, xóa hoặc chèn thì báo và thoát với mã 1."

    def add_arguments(self, parser: CommandParser) -> None:
        """A head noted earlier shows whether the end of the chain was cut off."""
        parser.add_argument("--expect", default="", metavar="SỐ:MÃ", help="mục cuối đã ghi lại ở lần kiểm tra trước")

    def handle(self, *args: str, **options: str) -> None:
        """One line when whole."""
        chain = verify(expected=options["expect"])
        if not chain.whole:
            raise CommandError(chain.fault)
        if absent := missing(connection):
            raise CommandError(f"Thiếu {len(absent)} trigger ghi nhật ký, trước hết là {absent[0]}.")
        self.stdout.write(f"Nhật ký nguyên vẹn: {chain.length} mục, {chain.unsealed} mục chờ niêm phong.")
        self.stdout.write(f"Mục cuối: {chain.length}:{chain.head}")
