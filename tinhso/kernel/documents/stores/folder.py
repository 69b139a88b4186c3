"""A folder of this machine."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4


@dataclass(frozen=True, slots=True)
class FolderStore:
    """Files below ``root``, written so that a power cut leaves the whole file or none."""

    root: Path

    def put(self, place: str, content: bytes) -> None:
        """As Store: temporary file, fsync, rename."""
        target = self.root / place
        if target.exists():
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f".{uuid4().hex}.part")
        try:
            self._write(draft, content)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)

    def open(self, place: str) -> BinaryIO:
        """As Store."""
        return (self.root / place).open("rb")

    def holds(self, place: str) -> bool:
        """As Store."""
        return (self.root / place).is_file()

    def forget(self, place: str) -> None:
        """As Store."""
        (self.root / place).unlink(missing_ok=True)

    def _write(self, draft: Path, content: bytes) -> None:
        with draft.open("xb") as file:
            os.fchmod(file.fileno(), 0o640)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
