"""Two wordings side by side, with only the words that differ marked."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from django.utils.safestring import SafeString

from tinhso.lib.markup import escaped

#: Wordings that have less in common are marked whole: scattered words would tell less than both sentences.
ALIKE = 0.5
#: Longer wordings are marked whole as well: to compare them costs as the square of their length.
MOST_WORDS = 800
_WORD = re.compile(r"\s+|[^\s]+")
NOTHING = "(trống)"


def old_words(before: str, after: str) -> SafeString:
    """The old wording, what is gone from it in ``<del>``."""
    return _marked(before, after, "del")


def new_words(before: str, after: str) -> SafeString:
    """The new wording, what came into it in ``<ins>``."""
    return _marked(after, before, "ins")


def _marked(shown: str, other: str, tag: str) -> SafeString:
    return SafeString("".join(_piece(words, tag if changed else "") for words, changed in _runs(shown, other)))


def _piece(words: str, tag: str) -> str:
    return f"<{tag}>{escaped(words)}</{tag}>" if tag else escaped(words)


def _runs(shown: str, other: str) -> Iterator[tuple[str, bool]]:
    """The pieces of one wording in order, each with whether the other lacks it; blanks alone are never a change."""
    if not shown:
        yield NOTHING, True
        return
    mine, theirs = _WORD.findall(shown), _WORD.findall(other)
    compared = SequenceMatcher(None, theirs, mine, autojunk=False)
    if max(len(mine), len(theirs)) > MOST_WORDS or compared.quick_ratio() < ALIKE or compared.ratio() < ALIKE:
        yield shown, True
        return
    for kind, _i1, _i2, first, last in compared.get_opcodes():
        if first < last:
            words = "".join(mine[first:last])
            yield words, kind != "equal" and not words.isspace()
