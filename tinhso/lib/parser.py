"""The words of one command, read the house's way."""

import argparse
import sys
from typing import NoReturn


class Parser(argparse.ArgumentParser):
    """Refuses wrong words with one Vietnamese sentence and exit code 2. ``prog`` is how argparse makes a verb's."""

    def __init__(self, word: str = "", description: str = "", *, prog: str = "") -> None:
        super().__init__(prog=prog or f"tinhso {word}", description=description, add_help=False, allow_abbrev=False)
        self.add_argument("-h", "--help", action="help", help="in phần này")

    def error(self, message: str) -> NoReturn:
        """Say how the word is used; argparse's own message is English and stays out."""
        usage = " ".join(self.format_usage().split()).removeprefix("usage: ")
        print(f"Tham số không đúng. Cách dùng: {usage}", file=sys.stderr)
        sys.exit(2)
