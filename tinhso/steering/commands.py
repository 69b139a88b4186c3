"""The words of the command line that the steering adds."""

from tinhso.lib.command import Command

_CONSOLE = "tinhso.steering.programmes.console"

COMMANDS = (
    Command("read", "đọc một văn bản kế hoạch, in ra những gì tìm thấy", f"{_CONSOLE}.read:run"),
    Command("start", "đọc một văn bản và lập chương trình", f"{_CONSOLE}.start:run", database=True),
    Command("programme", "xem các chương trình, hoặc một chương trình", f"{_CONSOLE}.programme:run", database=True),
    Command("reread", "so bản đã sửa với chương trình, áp dụng thay đổi", f"{_CONSOLE}.reread:run", database=True),
)
