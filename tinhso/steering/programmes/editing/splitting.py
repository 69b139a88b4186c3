"""Which half of a split item a part of it belongs to."""

from dataclasses import dataclass

from tinhso.lib.text import fold


@dataclass(frozen=True, slots=True)
class Halves:
    """The words before and after the cut."""

    first: str
    second: str

    def only_second(self, words: str) -> bool:
        """Whether these words stand behind the cut and not before it."""
        folded = fold(words)
        return bool(folded) and folded in fold(self.second) and folded not in fold(self.first)

    def only_first(self, words: str) -> bool:
        """Whether these words stand before the cut and not behind it."""
        folded = fold(words)
        return bool(folded) and folded in fold(self.first) and folded not in fold(self.second)
