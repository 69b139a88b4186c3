"""Words typed at the command line: their parser and the file they name."""

from pathlib import Path
from typing import BinaryIO, ClassVar

from tinhso.lib.errors import TinhsoError
from tinhso.lib.parser import Parser

__all__ = ["NoSuchFile", "Parser", "content_of"]


class NoSuchFile(TinhsoError):
    """The path names no file that can be read."""

    code: ClassVar[str] = "no_such_file"
    status: ClassVar[int] = 404
    sentence = "Không đọc được tệp “{path}”: {reason}."


def stream_of(path: str) -> BinaryIO:
    """A file named at the command line, open for reading. Raises NoSuchFile."""
    place = Path(path)
    if not place.is_file():
        raise NoSuchFile(path=path, reason="không có tệp này")
    try:
        return place.open("rb")
    except OSError as refusal:
        raise NoSuchFile(path=path, reason=refusal.strerror or "lỗi đọc đĩa") from refusal


def content_of(path: str) -> bytes:
    """The bytes of a file named at the command line. Raises NoSuchFile."""
    place = Path(path)
    if not place.is_file():
        raise NoSuchFile(path=path, reason="không có tệp này")
    try:
        return place.read_bytes()
    except OSError as refusal:
        raise NoSuchFile(path=path, reason=refusal.strerror or "lỗi đọc đĩa") from refusal
