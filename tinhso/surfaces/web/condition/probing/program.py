"""How the program is set and what it complained about."""

import platform
import re
import smtplib
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import django
from django.conf import settings
from django.core.mail import get_connection
from django.utils import timezone

import tinhso
from tinhso.lib.probe import Answer

#: The end of the file in which errors of a day are looked for.
_TAIL = 2 * 1024 * 1024
_LINE = re.compile(r"^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d),\d+ (?:ERROR|CRITICAL) ([\w.]{1,80}): ")
_TOLD = 3


def versions() -> Answer:
    """What runs."""
    return Answer(
        "good", f"tinhso {tinhso.__version__}, Python {platform.python_version()}, Django {django.get_version()}."
    )


def switches() -> Answer:
    """Settings that do not belong on a server."""
    if settings.DEBUG:
        return Answer(
            "bad", "Đang ở chế độ gỡ lỗi: trang lỗi lộ mã nguồn và cấu hình.", "Bỏ TINHSO_DEBUG rồi khởi động lại."
        )
    return Answer("good", "Chế độ gỡ lỗi tắt.")


def mail() -> Answer:
    """Whether the mail server takes us; nothing is sent."""
    if not settings.EMAIL_HOST:
        return Answer("warn", "Chưa đặt máy chủ thư: không gửi được thư mời, thư nhắc.", "Đặt TINHSO_EMAIL_URL.")
    door = get_connection(timeout=5)
    try:
        door.open()
    except (OSError, smtplib.SMTPException) as fault:
        words = f"Máy chủ thư {settings.EMAIL_HOST} không nhận ({type(fault).__name__})."
        return Answer("bad", words, "Kiểm tra TINHSO_EMAIL_URL và máy chủ thư.")
    finally:
        door.close()
    return Answer("good", f"Máy chủ thư {settings.EMAIL_HOST} trả lời.")


def errors() -> Answer:
    """Errors of the last day in the program's own log: when and where, never what was in them."""
    found = list(_errors(Path(settings.LOGS) / "tinhso.log", since=timezone.localtime() - timedelta(days=1)))
    if not found:
        return Answer("good", "Không có lỗi nào trong 24 giờ qua.")
    told = "; ".join(f"{moment:%H:%M} {place}" for moment, place in found[: -_TOLD - 1 : -1])
    return Answer("warn", f"{len(found)} lỗi trong 24 giờ qua, gần nhất: {told}.", "Xem TINHSO_HOME/logs/tinhso.log.")


def _errors(file: Path, *, since: datetime) -> Iterator[tuple[datetime, str]]:
    for line in _tail(file):
        if matched := _LINE.match(line):
            moment = datetime.fromisoformat(matched[1]).replace(tzinfo=since.tzinfo)
            if moment >= since:
                yield moment, matched[2]


def _tail(file: Path) -> list[str]:
    if not file.exists():
        return []
    with file.open("rb") as lines:
        lines.seek(max(0, file.stat().st_size - _TAIL))
        return lines.read().decode("utf-8", "replace").splitlines()
