"""The words found, marked in the text as it is written, with its tones and capitals."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tinhso.kernel.search.words import Words
from tinhso.lib.text import fold

_TOKEN = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
#: A longer text is cut to this, so that the first word found can be seen.
LONGEST, _BEFORE = 240, 70

#: A text is made of few words, over and over.
_folded = lru_cache(20_000)(fold)

Piece = tuple[str, bool]
"""A piece of the text, and whether it is one of the words found."""


def pieces(text: str, words: Words) -> list[Piece]:
    """The text in pieces; words found that follow one another are one piece."""
    found, done = [], 0
    for start, end in _runs(text, words):
        found += [(text[done:start], False), (text[start:end], True)]
        done = end
    return [piece for piece in (*found, (text[done:], False)) if piece[0]]


def excerpt(text: str, words: Words) -> str:
    """As much of a long text as shows the words found, where most of them stand together."""
    if len(text) <= LONGEST:
        return text
    first, _end = max(_runs(text, words), key=lambda run: run[1] - run[0], default=(0, 0))
    start = 0 if first < LONGEST - _BEFORE else text.rfind(" ", 0, first - _BEFORE) + 1
    end = text.rfind(" ", start, start + LONGEST) if start + LONGEST < len(text) else len(text)
    end = end if end > start else start + LONGEST
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"


def holds_all(text: str, words: Words) -> bool:
    """Whether every word found stands in the text."""
    tokens = {_folded(token[0]) for token in _TOKEN.finditer(text)}
    missing = sum(
        tokens.isdisjoint(group) and not (begun and any(token.startswith(group) for token in tokens))
        for group, begun in words.parts()
    )
    return missing <= words.one_less


def _runs(text: str, words: Words) -> Iterator[tuple[int, int]]:
    run: tuple[int, int] | None = None
    for token in _TOKEN.finditer(text):
        if not _is_found(_folded(token[0]), words):
            continue
        if run and text[run[1] : token.start()].isspace():
            run = run[0], token.end()
            continue
        if run:
            yield run
        run = token.span()
    if run:
        yield run


def _is_found(token: str, words: Words) -> bool:
    if any(token in group for group in words.groups):
        return True
    return bool(words.groups) and token.startswith(words.groups[-1])
