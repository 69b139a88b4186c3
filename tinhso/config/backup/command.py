"""``tinhso backup [FILE]`` and ``tinhso restore FILE [--replace]``."""

import argparse
import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connections

import tinhso
from tinhso.config.backup import archive, postgresql, sqlite
from tinhso.config.backup.refusals import HoldsData, OtherDatabase
from tinhso.lib.numbers import write_number

KEY = "secret-key"


def backup(words: list[str]) -> int:
    """Write one file with the database, the documents and the secret key; the server may go on meanwhile."""
    parser = argparse.ArgumentParser(prog="tinhso backup")
    parser.add_argument("file", nargs="?", type=Path, help="mặc định: var/backups/tinhso-<ngày giờ>.tar.gz")
    now = datetime.now(ZoneInfo(settings.TIME_ZONE))
    target = parser.parse_args(words).file or settings.HOME / "backups" / f"tinhso-{now:%Y%m%d-%H%M%S}.tar.gz"
    target.parent.mkdir(parents=True, exist_ok=True)
    with _workplace(target.parent) as folder:
        # The database first: a document filed meanwhile is then at worst a file too many, never one too few.
        database = Path(folder) / _engine().NAME
        _engine().dump(_database(), database)
        facts = {"tinhso": tinhso.__version__, "database": _engine().NAME, "made_at": now.isoformat()}
        archive.pack(target, facts=facts, parts={database.name: database, **_files()})
    print(f"Đã sao lưu vào {target} ({write_number(target.stat().st_size / 1e6, 1)} MB).")
    return 0


def restore(words: list[str]) -> int:
    """Put a backup back. What stands there is replaced only on ``--replace``; the server must have stopped."""
    parser = argparse.ArgumentParser(prog="tinhso restore")
    parser.add_argument("file", type=Path)
    parser.add_argument("--replace", action="store_true", help="thay toàn bộ dữ liệu đang có")
    wanted = parser.parse_args(words)
    with _workplace(settings.HOME) as folder:
        facts = archive.unpack(wanted.file, Path(folder))
        if facts["database"] != _engine().NAME:
            raise OtherDatabase(theirs=facts["database"], ours=_engine().NAME)
        if _engine().holds_data(_database()) and not wanted.replace:
            raise HoldsData
        connections.close_all()
        _engine().load(_database(), Path(folder) / _engine().NAME)
        _put_back(Path(folder))
    print(f"Đã khôi phục bản sao lưu lúc {facts['made_at']}. Hãy chạy: tinhso migrate; tinhso django audit_verify")
    return 0


def _workplace(parent: Path) -> tempfile.TemporaryDirectory[str]:
    """Beside the target, so that the parts move into place by a rename."""
    return tempfile.TemporaryDirectory(prefix=".backup-", dir=parent)


def _engine() -> ModuleType:
    return sqlite if connections["default"].vendor == "sqlite" else postgresql


def _database() -> dict[str, Any]:
    described: dict[str, Any] = connections["default"].settings_dict
    return described


def _files() -> dict[str, Path]:
    kept = {
        f"documents/{path.relative_to(settings.FILES)}": path for path in settings.FILES.rglob("*") if path.is_file()
    }
    key = settings.HOME / KEY
    return {**kept, KEY: key} if key.exists() else kept


def _put_back(folder: Path) -> None:
    (folder / "documents").mkdir(exist_ok=True)
    shutil.rmtree(settings.FILES, ignore_errors=True)
    (folder / "documents").rename(settings.FILES)
    if (folder / KEY).exists():
        (folder / KEY).chmod(0o600)
        (folder / KEY).replace(settings.HOME / KEY)
