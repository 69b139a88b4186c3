"""How the database is."""

from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from tinhso.lib.numbers import write_number
from tinhso.lib.probe import Answer

#: Seconds by which two clocks may differ.
_DRIFT = 5
_KINDS = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def database() -> Answer:
    """Kind, version and size."""
    version = ".".join(str(part) for part in connection.get_database_version())
    return Answer("good", f"{_KINDS[connection.vendor]} {version}, {write_number(_size() / 1e6, 1)} MB.")


def migrations() -> Answer:
    """Whether the tables are those of this program."""
    executor = MigrationExecutor(connection)
    waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if waiting:
        return Answer("bad", f"Còn {waiting} thay đổi bảng chưa áp dụng.", "Chạy: tinhso migrate")
    return Answer("good", "Bảng đúng phiên bản của chương trình.")


def clock() -> Answer:
    """Whether the database's clock and ours agree; one machine has one clock."""
    if connection.vendor != "postgresql":
        return Answer("good", "Cơ sở dữ liệu dùng chung đồng hồ với máy chủ.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        drift = abs((timezone.now() - cursor.fetchone()[0]).total_seconds())
    words = f"Đồng hồ máy chủ và cơ sở dữ liệu lệch {write_number(drift, 1)} giây."
    return Answer("good", words) if drift <= _DRIFT else Answer("warn", words, "Bật đồng bộ giờ (NTP) trên cả hai máy.")


def _size() -> int:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_database_size(current_database())")
            return int(cursor.fetchone()[0])
    file = Path(str(settings.DATABASES["default"]["NAME"]))
    return sum(path.stat().st_size for path in file.parent.glob(f"{file.name}*")) if file.exists() else 0
