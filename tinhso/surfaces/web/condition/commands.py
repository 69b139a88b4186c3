"""The word ``health``."""

from tinhso.lib.command import Command

COMMANDS = (
    Command(
        name="health",
        summary="tình trạng hệ thống: 0 tốt, 1 cần xem, 2 hỏng; --json cho phần mềm giám sát",
        run="tinhso.surfaces.web.condition.console:health",
        database=True,
    ),
)
