"""The words of the command line about units and decisions that reorganise them."""

from tinhso.lib.command import Command

_CONSOLE = "tinhso.kernel.reorganisations.console"

COMMANDS = (
    Command("unit", "xem một đơn vị vào một ngày và ai giải quyết việc của nó", f"{_CONSOLE}.unit:run", database=True),
    Command(
        "reorganise", "xem trước hoặc đưa vào hiệu lực quyết định sắp xếp", f"{_CONSOLE}.reorganise:run", database=True
    ),
)
