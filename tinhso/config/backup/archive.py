"""The file of a backup: a tar with a list of its parts and their SHA-256, made whole or not at all."""

import hashlib
import json
import shutil
import tarfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tinhso.config.backup.refusals import NotABackup

LIST = "tinhso-backup.json"


def pack(target: Path, *, facts: Mapping[str, str], parts: Mapping[str, Path]) -> None:
    """Write ``target`` with every file of ``parts`` (name in the archive → file), readable by its owner only."""
    draft = target.with_name(f"{target.name}.part")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    with tarfile.open(draft, "w:gz", compresslevel=6) as archive:
        # The list comes last: only then is every sum known, and a backup cut short has none.
        sums = {name: _add(archive, file, name) for name, file in parts.items()}
        note = draft.with_name(f"{target.name}.list")
        note.write_text(json.dumps({**facts, "parts": sums}, ensure_ascii=False, indent=1), encoding="utf-8")
        archive.add(note, LIST)
        note.unlink()
    draft.replace(target)


def unpack(source: Path, folder: Path) -> dict[str, Any]:
    """Lay the parts out in ``folder`` and give the list. Raises NotABackup when one is missing or differs."""
    try:
        with tarfile.open(source, "r:gz") as archive:
            for member in archive:
                _lay_out(archive, member, folder)
        facts: dict[str, Any] = json.loads((folder / LIST).read_text(encoding="utf-8"))
    except (OSError, tarfile.TarError, ValueError, EOFError) as fault:
        raise NotABackup(path=source, reason=fault) from fault
    for name, expected in facts["parts"].items():
        if not (folder / name).is_file() or _sum(folder / name) != expected:
            raise NotABackup(path=source, reason=f"phần “{name}” thiếu hoặc khác mã kiểm tra")
    return facts


def _lay_out(archive: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    """Plain files inside ``folder`` only. (tarfile's own filter is missing from Debian 12's Python 3.11.2.)"""
    place = (folder / member.name).resolve()
    content = archive.extractfile(member)
    if not member.isreg() or content is None or not place.is_relative_to(folder.resolve()):
        raise tarfile.TarError(f"“{member.name}”")
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("wb") as file:
        shutil.copyfileobj(content, file)


def _add(archive: tarfile.TarFile, file: Path, name: str) -> str:
    expected = _sum(file)
    archive.add(file, name, recursive=False)
    return expected


def _sum(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
