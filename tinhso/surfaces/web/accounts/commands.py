"""The word ``account``."""

from tinhso.lib.command import Command

COMMANDS = (
    Command(
        name="account",
        summary="tài khoản: xem, mời, khóa, mở lại, cấp lại mật khẩu, kết thúc phiên",
        run="tinhso.surfaces.web.accounts.console:run",
        database=True,
    ),
)
