"""How the machine is: its disk, its backups, its certificate."""

import os
import shutil
import socket
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from tinhso.lib.dates import write_date
from tinhso.lib.numbers import write_number
from tinhso.lib.probe import Answer

_GIGABYTE = 1e9
_SECONDS = 3
_BACKUP_FRESH, _BACKUP_OLD = timedelta(hours=26), timedelta(days=3)
_CERTIFICATE_SOON, _CERTIFICATE_NOW = timedelta(days=30), timedelta(days=7)
_NOT_A_NAME = {"127.0.0.1", "localhost", "[::1]"}


def disk() -> Answer:
    """What is free where the state lies."""
    usage = shutil.disk_usage(settings.HOME)
    share = 100 * usage.free / usage.total
    words = f"Còn trống {write_number(usage.free / _GIGABYTE, 1)} GB ({write_number(share, 0)} %)."
    if usage.free < _GIGABYTE or share < 3:
        return Answer("bad", words, "Giải phóng đĩa ngay: hết chỗ thì không ghi được gì nữa.")
    if usage.free < 5 * _GIGABYTE or share < 10:
        return Answer("warn", words, "Chuyển bản sao lưu cũ đi, hoặc mở rộng đĩa.")
    return Answer("good", words)


def state_folder() -> Answer:
    """Whether the state can be written, and the secret key is read by its owner only."""
    if not os.access(settings.HOME, os.W_OK):
        return Answer(
            "bad", "Không ghi được vào thư mục trạng thái.", "Trả quyền ghi TINHSO_HOME cho người dùng tinhso."
        )
    key = Path(settings.HOME) / "secret-key"
    if key.exists() and key.stat().st_mode & 0o077:
        return Answer("bad", "Khóa bí mật ai cũng đọc được.", "Chạy: chmod 600 TINHSO_HOME/secret-key")
    return Answer("good", "Thư mục trạng thái ghi được, khóa bí mật chỉ chủ của nó đọc được.")


def backup() -> Answer:
    """How old the newest backup in its usual place is."""
    files = sorted((Path(settings.HOME) / "backups").glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    if not files:
        return Answer("warn", "Chưa có bản sao lưu nào trong TINHSO_HOME/backups.", "Bật hẹn giờ bin/backup hằng ngày.")
    made = datetime.fromtimestamp(files[-1].stat().st_mtime, tz=UTC)
    local = timezone.localtime(made)
    words = (
        f"Bản gần nhất {local:%H:%M} {write_date(local.date())}, {write_number(files[-1].stat().st_size / 1e6, 1)} MB."
    )
    age = timezone.now() - made
    if age <= _BACKUP_FRESH:
        return Answer("good", words)
    return Answer("bad" if age > _BACKUP_OLD else "warn", words, "Xem vì sao bin/backup không chạy, rồi chạy bằng tay.")


def certificate() -> Answer:
    """Until when the certificate of the first name of this service holds."""
    names = [name for name in settings.ALLOWED_HOSTS if name not in _NOT_A_NAME and not name[:1].isdecimal()]
    if not settings.HTTPS or not names:
        return Answer(
            "warn", "Không qua HTTPS.", "Chỉ để dùng thử; khi phục vụ thật, đặt TINHSO_HTTPS=1 sau proxy TLS."
        )
    try:
        ends = _certificate_ends(names[0].lstrip("."))
    except (OSError, ValueError) as fault:
        return Answer(
            "warn", f"Không xem được chứng thư của {names[0]} ({type(fault).__name__}).", "Kiểm tra proxy TLS."
        )
    left = ends - timezone.now()
    words = f"Chứng thư của {names[0]} có hiệu lực đến {write_date(timezone.localtime(ends).date())}."
    if left > _CERTIFICATE_SOON:
        return Answer("good", words)
    return Answer("bad" if left < _CERTIFICATE_NOW else "warn", words, "Gia hạn chứng thư.")


def _certificate_ends(name: str) -> datetime:
    context = ssl.create_default_context()
    with (
        socket.create_connection((name, 443), timeout=_SECONDS) as line,
        context.wrap_socket(line, server_hostname=name) as safe,
    ):
        facts = safe.getpeercert() or {}
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(str(facts["notAfter"])), tz=UTC)
