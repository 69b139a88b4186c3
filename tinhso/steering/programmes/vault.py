"""Files of documents, kept by digest: written whole or not at all, and held by one reader at a time."""

import fcntl
import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from uuid import uuid4


def digest(content: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def keep(content: bytes, place: Path) -> None:
    """Write the bytes so that a power cut leaves the whole file or none: temporary file, fsync, rename."""
    if place.exists():
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_name(f".{uuid4().hex}.part")
    try:
        _write(content, draft)
        draft.replace(place)
    finally:
        draft.unlink(missing_ok=True)
    _sync_folder(place.parent)


def forget(place: Path) -> None:
    """Remove the file if it is there."""
    place.unlink(missing_ok=True)


def sweep(folder: Path, *, older_than: timedelta = timedelta(hours=1)) -> int:
    """Remove the drafts that killed processes left; how many there were."""
    since = time.time() - older_than.total_seconds()
    left = [draft for draft in folder.rglob(".*.part") if draft.stat().st_mtime < since]
    for draft in left:
        draft.unlink(missing_ok=True)
    return len(left)


@contextmanager
def held(place: Path) -> Iterator[bool]:
    """Whether the file is ours alone for this while. The lock of a process that was killed is free at once."""
    try:
        descriptor = os.open(place, os.O_RDONLY)
    except FileNotFoundError:
        yield False
        return
    try:
        yield _locked(descriptor)
    finally:
        os.close(descriptor)


def _locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _write(content: bytes, draft: Path) -> None:
    with draft.open("xb") as file:
        os.fchmod(file.fileno(), 0o640)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
