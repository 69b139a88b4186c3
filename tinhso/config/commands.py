"""Commands about the installation itself: backup and restore."""

from tinhso.lib.command import Command

COMMANDS = (
    Command(
        name="backup",
        summary="sao lưu cơ sở dữ liệu, tệp và khóa bí mật vào một tệp: tinhso backup [TỆP]",
        run="tinhso.config.backup.command:backup",
        database=True,
    ),
    Command(
        name="restore",
        summary="khôi phục từ một bản sao lưu: tinhso restore TỆP [--replace]",
        run="tinhso.config.backup.command:restore",
        database=True,
    ),
)
