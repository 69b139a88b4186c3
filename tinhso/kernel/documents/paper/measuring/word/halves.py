"""Letterheads without a table: who issues and the state on one line, parted by tabs or many blanks."""

import re
from dataclasses import replace

from tinhso.kernel.documents.paper.measuring.facts import Letters, Zone
from tinhso.lib.text import fold

_GAP = re.compile(r"\t[\t ]*| {3,}")
_OF_A_HEAD = re.compile(r"cong hoa xa hoi chu nghia|doc lap|so ?:|.{2,40}, ?ngay .*thang .*nam")


def halves_of(letters: tuple[Letters, ...]) -> tuple[tuple[Zone, tuple[Letters, ...]], ...]:
    """The parts of a line of a letterhead with their sides; none where it is no such line."""
    parts: list[list[Letters]] = [[]]
    for each in letters:
        first, *others = _GAP.split(each.text)
        parts[-1].append(replace(each, text=first))
        parts += [[replace(each, text=text)] for text in others]
    halves = [tuple(part) for part in parts if _text(part)]
    if not any(_OF_A_HEAD.match(fold(_text(half))) for half in halves):
        return ()
    if len(halves) == 1 and not _text(parts[0]):
        return ((Zone.RIGHT, halves[0]),)
    return tuple(zip((Zone.LEFT, Zone.RIGHT), halves, strict=True)) if len(halves) == 2 else ()


def _text(letters: list[Letters] | tuple[Letters, ...]) -> str:
    return "".join(each.text for each in letters).strip()
