"""The command line as a person uses it: words in; exit code, output and complaint out."""

import pytest

from tinhso.config import cli
from tinhso.kernel.audit.models import Entry

Capture = pytest.CaptureFixture[str]


def say(capsys: Capture, *words: str) -> tuple[int, str, str]:
    """The exit code of ``tinhso WORDS`` and what it printed on either channel."""
    try:
        code = cli.main(list(words))
    except SystemExit as end:
        code = int(end.code or 0)
    told = capsys.readouterr()
    return code, told.out, told.err


def signed(table: str) -> tuple[str, str]:
    """By whom, and through which door, the log says that the last row of a table was written."""
    entry = Entry.objects.filter(table_name=table).latest("id")
    return entry.actor, entry.source
