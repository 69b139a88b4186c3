"""A file named at the command line."""

from pathlib import Path
from typing import BinaryIO, ClassVar

from tinhso.lib.errors import TinhsoError


class NoSuchFile(TinhsoError):
    """The path names no file that can be read."""

    code: ClassVar[str] = "no_such_file"
    status: ClassVar[int] = 404
    sentence = "Không đọc được tệp “{path}”: {reason}."


def stream_of(path: str) -> BinaryIO:
    """The file, open for reading. Raises NoSuchFile."""
    place = Path(path)
    if not place.is_file():
        raise NoSuchFile(path=path, reason="không có tệp này")
    try:
        return place.open("rb")
    except OSError as refusal:
        raise NoSuchFile(path=path, reason=refusal.strerror or "lỗi đọc đĩa") from refusal


def content_of(path: str) -> bytes:
    """Its bytes. Raises NoSuchFile."""
    with stream_of(path) as stream:
        try:
            return stream.read()
        except OSError as refusal:
            raise NoSuchFile(path=path, reason=refusal.strerror or "lỗi đọc đĩa") from refusal
