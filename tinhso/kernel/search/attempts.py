"""What is looked for when nothing holds the words as they were typed."""

from collections.abc import Iterator

from tinhso.kernel.search.dialects import dialect
from tinhso.kernel.search.variants import neighbours
from tinhso.kernel.search.words import Group, Words

#: With fewer words, one less says too little.
_FEWEST = 3


def attempts(words: Words) -> Iterator[Words]:
    """The words as typed; with words that the index knows for those it does not; with one word less."""
    if not words.groups:
        return
    yield words
    known = _known(words)
    if known.groups and known != words:
        yield known
    elif len(words.groups) >= _FEWEST:
        yield Words(words.groups, one_less=True)


def _known(words: Words) -> Words:
    """Each word that the index does not know replaced by its neighbours, or left out when it has none."""
    last = len(words.groups) - 1
    found = [(group[0], _standing_in(group[0], begun=place == last)) for place, group in enumerate(words.groups)]
    kept = tuple(group for _word, group in found if group)
    if kept == words.groups:
        return words
    left_out = tuple(word for word, group in found if not group)
    return Words(kept, near=any(word not in group for word, group in found if group), left_out=left_out)


def _standing_in(word: str, *, begun: bool) -> Group:
    held = dialect().held
    return tuple(held([word], begun=begun) or held(neighbours(word), begun=begun))
