"""Words typed at the command line: their parser and the file they name."""

import argparse
import sys
from pathlib import Path
from typing import ClassVar, NoReturn

from tinhso.lib.errors import TinhsoError


class NoSuchFile(TinhsoError):
    """The path names no file that can be read."""

    code: ClassVar[str] = "no_such_file"
    status: ClassVar[int] = 404
    sentence = "Không đọc được tệp “{path}”: {reason}."


class Parser(argparse.ArgumentParser):
    """Refuses wrong words with one Vietnamese sentence and exit code 2."""

    def __init__(self, word: str, description: str) -> None:
        super().__init__(prog=f"tinhso {word}", description=description, add_help=False, allow_abbrev=False)
        self.add_argument("-h", "--help", action="help", help="in phần này")

    def error(self, message: str) -> NoReturn:
        """Say how the word is used; argparse's own message is English and stays out."""
        usage = " ".join(self.format_usage().split()).removeprefix("usage: ")
        print(f"Tham số không đúng. Cách dùng: {usage}", file=sys.stderr)
        sys.exit(2)


def content_of(path: str) -> bytes:
    """The bytes of a file named at the command line. Raises NoSuchFile."""
    place = Path(path)
    if not place.is_file():
        raise NoSuchFile(path=path, reason="không có tệp này")
    try:
        return place.read_bytes()
    except OSError as refusal:
        raise NoSuchFile(path=path, reason=refusal.strerror or "lỗi đọc đĩa") from refusal
