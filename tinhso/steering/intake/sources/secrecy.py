"""Secrecy: the stamp of a state secret, which closes the door to a document."""

import re
from collections.abc import Iterable

from tinhso.steering.intake.manuscript import CELL_BREAK, Manuscript, Paragraph
from tinhso.steering.intake.sources.refusals import SecretDocument

#: A stamp is a line or cell line of its own, in capitals, letters spaced or not; "Độ mật:" may name it.
_STAMP = re.compile(r"\W{0,3}(TUYỆTMẬT|TỐIMẬT|MẬT)\W{0,3}")
_NAMED = re.compile(r"độ mật\s*:\s*(tuyệt mật|tối mật|mật)\b", re.IGNORECASE)
_HEAD = 40


def refuse_secret(manuscript: Manuscript) -> Manuscript:
    """The manuscript itself, unless a stamp MẬT, TỐI MẬT or TUYỆT MẬT stands near its top or on its pages."""
    near_top = manuscript.paragraphs[:_HEAD]
    furniture = (paragraph for paragraph in manuscript.paragraphs[_HEAD:] if paragraph.kind == "furniture")
    for line in _own_lines((*near_top, *furniture)):
        stamp = _stamp_of(line)
        if stamp:
            raise SecretDocument(stamp=stamp)
    return manuscript


def _own_lines(paragraphs: Iterable[Paragraph]) -> Iterable[str]:
    for paragraph in paragraphs:
        for cell in paragraph.cells or (paragraph.text,):
            yield from cell.split(CELL_BREAK)


def _stamp_of(line: str) -> str | None:
    if len(line) > 40:
        return None
    named = _NAMED.match(line.strip())
    if named:
        return named[1].upper()
    stamp = _STAMP.fullmatch(re.sub(r"\s+", "", line))
    return {"TUYỆTMẬT": "TUYỆT MẬT", "TỐIMẬT": "TỐI MẬT"}.get(stamp[1], stamp[1]) if stamp else None
