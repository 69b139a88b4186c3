"""The words of the command line about other systems."""

from tinhso.lib.command import Command

_CONSOLE = "tinhso.kernel.exchange.console"

COMMANDS = (
    Command("token", "mã truy cập API: xem, tạo, thu hồi", f"{_CONSOLE}.token:run", database=True),
    Command("webhook", "đăng ký nhận sự kiện: xem, thêm, dừng, gửi thử", f"{_CONSOLE}.webhook:run", database=True),
)
