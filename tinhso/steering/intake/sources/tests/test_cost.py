"""Cost: it grows with the length of a file alone, whatever stands in it."""

import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from tinhso.steering.intake.sources import paste, read_manuscript
from tinhso.steering.intake.sources.refusals import Unreadable
from tinhso.steering.intake.sources.tests.making import docx, p, table, tc

MILLIONS = 5_000_000
#: Seconds that even a busy machine needs less than; a cost that grows with the square would take hours.
PATIENCE = 60.0

HOSTILE = {
    "one line": lambda: "a" * MILLIONS,
    "one line of marks": lambda: "1. " * (MILLIONS // 3),
    "brackets": lambda: "(" * MILLIONS,
    "tabs": lambda: "a" + "\t" * MILLIONS,
    "accents without end": lambda: "a" + "\u0323\u0301" * (MILLIONS // 4),
    "old fonts": lambda: "aù" * (MILLIONS // 3),
    "Vietnamese letters": lambda: "ường " * (MILLIONS // 8),
    "a stamp in one line": lambda: "M Ậ T " * (MILLIONS // 8),
    "a million lines": lambda: "a\n" * 1_000_000,
    "lines of columns": lambda: "a      b   c\n" * 190_000,
    "columns that never meet": lambda: "".join(" " * (n % 90) + "ab    cd\n" for n in range(100_000)),
    "rows never whole": lambda: "STT\tA\tB\tC\n" + "x\n" * 190_000,
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_no_text_of_five_million_letters_hangs(make: Callable[[], str]) -> None:
    text = make()
    started = time.monotonic()
    _read(lambda: paste(text))
    assert time.monotonic() - started < PATIENCE


STYLES = "".join(f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(3_000))
WORD = {
    "runs": lambda: docx("<w:p>" + "<w:r><w:t>x </w:t></w:r>" * 100_000 + "</w:p>"),
    "open fields": lambda: docx(
        "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 100_000 + "</w:p>" + p("b")
    ),
    "styles on styles": lambda: docx(p("abc", '<w:pStyle w:val="s0"/>') * 3_000, styles=STYLES),
    "cells": lambda: docx(table([[tc("a")] * 9] * 9_000)),
}


@pytest.mark.parametrize("make", WORD.values(), ids=WORD)
def test_no_word_document_hangs(make: Callable[[], bytes]) -> None:
    content = make()
    started = time.monotonic()
    _read(lambda: read_manuscript(content, "plan.docx"))
    assert time.monotonic() - started < PATIENCE


def _read(reading: Callable[[], object]) -> None:
    """Read, or be refused: both count."""
    with suppress(Unreadable):
        reading()
