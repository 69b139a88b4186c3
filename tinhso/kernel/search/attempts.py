"""What is looked for when nothing holds the words as they were typed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from tinhso.kernel.search.dialects import dialect
from tinhso.kernel.search.variants import neighbours
from tinhso.kernel.search.words import Term, Words

#: With fewer words, one less says too little.
_FEWEST = 3


def attempts(words: Words, kinds: Sequence[str]) -> Iterator[Words]:
    """The words as typed; with words that these kinds hold for those that none does; with one word less."""
    if not words.groups or not kinds:
        return
    yield words
    known = _known(words, kinds)
    all_known = not known.left_out and not known.near
    if known.groups and not all_known:
        yield known
    elif all_known and len(words.groups) >= _FEWEST:
        yield replace(words, one_less=True)


def _known(words: Words, kinds: Sequence[str]) -> Words:
    """Each word that is not held replaced by its neighbours, or left out when it has none."""
    typed = [Term(group[0], begun) for group, begun in words.parts()]
    held = dialect().held(typed, kinds)
    others = {term: [Term(word, term.begun) for word in neighbours(term.word)] for term in typed if term not in held}
    near = dialect().held(list(chain.from_iterable(others.values())), kinds) if others else set()
    standing = [[each for each in others.get(term, [term]) if each in held | near] for term in typed]
    return Words(
        tuple(tuple(word for word, _begun in terms) for terms in standing if terms),
        near=bool(near),
        left_out=tuple(term.word for term, terms in zip(typed, standing, strict=True) if not terms),
    )
