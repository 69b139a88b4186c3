"""Letters that no document can hold."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass

from tinhso.kernel.documents.paper.parts import Paper
from tinhso.kernel.documents.paper.refusals import LetterNotPrinted

#: What XML 1.0 has no place for (2.2 Characters): control signs other than tab and line end, halves of a pair, U+FFFE.
_FOREIGN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_AROUND = 20


def refuse_foreign_letters(paper: Paper) -> None:
    """Raises LetterNotPrinted for the first text of a document that holds one."""
    for text in texts(paper):
        if found := _FOREIGN.search(text):
            near = _FOREIGN.sub(" ", text[max(0, found.start() - _AROUND) : found.end() + _AROUND]).strip()
            raise LetterNotPrinted(code=f"U+{ord(found[0]):04X}", near=near)


def texts(value: object) -> Iterator[str]:
    """Every text of a document or of a part of it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Sequence):
        for each in value:
            yield from texts(each)
    elif is_dataclass(value):
        for part in fields(value):
            yield from texts(getattr(value, part.name))
