"""Answers what a wording means: one target for sure, several to choose from, or none."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from tinhso.kernel.organisations.matching.build import index_on
from tinhso.kernel.organisations.matching.index import Index, Target
from tinhso.kernel.organisations.matching.wording import compact, core, words
from tinhso.lib.text import nfc

#: From this certainty on a single best target counts as found; below it a person chooses.
SURE = 0.93
#: Less alike than this is not offered.
WORTH_ASKING = 0.84
#: A second target must be this much less alike for the first to be sure.
CLEAR_LEAD = 0.05

_SEPARATOR = re.compile(r"\s*(?:;|,|\bvà\b|\n)\s*")
#: First words that a list says once: "UBND huyện Việt Yên, Yên Thế", "các sở: Y tế, Tài chính".
_SAID_ONCE = re.compile(r"^(?:cac )?(?:ubnd )?(?:cac )?(huyen|thanh pho|thi xa|xa|phuong|thi tran|so) ")
#: First words that tell bodies apart: "Bộ Nội vụ" is no misspelt "Sở Nội vụ".
_BODIES = frozenset({"bo", "so", "ban", "cuc", "tong", "phong", "hoi", "vu", "uy", "ubnd", "truong", "chu", "giam"})
_PROVINCE_AT_END = re.compile(r" tinh( \w+ \w+)?$")


@dataclass(frozen=True, slots=True)
class Choice:
    """A target with how sure it is, from 0 to 1."""

    target: Target
    certainty: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What a wording may mean, best first; empty when nothing is near."""

    wording: str
    choices: tuple[Choice, ...] = ()

    @property
    def matched(self) -> Choice | None:
        """The one meaning that is sure, None when a person must choose or nothing was found."""
        if not self.choices or self.choices[0].certainty < SURE:
            return None
        second = self.choices[1].certainty if len(self.choices) > 1 else 0.0
        return self.choices[0] if self.choices[0].certainty - second >= CLEAR_LEAD else None


class Matcher:
    """Built once for a day, then asked for thousands of wordings; it remembers its answers."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._known: dict[str, Answer] = {}

    @classmethod
    def on(cls, day: date) -> Self:
        """The matcher of a document of that day (five queries)."""
        return cls(index_on(day))

    def match(self, wording: str) -> Answer:
        """What one wording means as a whole."""
        wording = nfc(wording)
        if wording not in self._known:
            self._known[wording] = Answer(wording, tuple(self._exact(wording) or self._near(wording)))
        return self._known[wording]

    def match_all(self, wording: str) -> list[Answer]:
        """What a wording means that may name several: "UBND huyện Việt Yên, Yên Thế", "Các sở, ngành; Sở Y tế".

        The longest pieces that mean something are taken together; what means nothing is answered without choices.
        """
        whole = self.match(wording)
        pieces = [piece for piece in _SEPARATOR.split(nfc(wording)) if piece]
        if whole.matched or len(pieces) < 2:
            return [whole]
        answers = self._split(wording, pieces)
        return answers if any(answer.matched for answer in answers) else [whole]

    def _split(self, wording: str, pieces: list[str]) -> list[Answer]:
        answers: list[Answer] = []
        start, level = 0, ""
        while start < len(pieces):
            end, answer = self._longest(pieces, start, level)
            found = _SAID_ONCE.match(words(answer.wording))
            level = found[1] if found and answer.matched else level
            answers.append(answer)
            start = end
        return answers

    def _longest(self, pieces: list[str], start: int, level: str) -> tuple[int, Answer]:
        for end in range(len(pieces), start, -1):
            together = ", ".join(pieces[start:end])
            exact = self._exact(together) or (self._exact(f"{level} {together}") if level else [])
            if len(exact) == 1:
                return end, Answer(together, tuple(exact))
        return start + 1, self.match(pieces[start])

    def _exact(self, wording: str) -> list[Choice]:
        for certainty, key in _keys(wording):
            if targets := self._index.exact(key):
                return _ranked(wording, targets, certainty)
        return []

    def _near(self, wording: str) -> list[Choice]:
        key = compact(core(wording))
        if len(key) < 6:
            return []
        near = self._index.near(key, at_least=WORTH_ASKING)
        # A fault of spelling is never as sure as the name itself.
        return [
            Choice(target, round(likeness * 0.99, 3)) for likeness, target in near if not _other_body(wording, target)
        ]


def _other_body(wording: str, target: Target) -> bool:
    first, named = core(wording).partition(" ")[0], core(target.name).partition(" ")[0]
    return first in _BODIES and first != named


def _keys(wording: str) -> list[tuple[float, str]]:
    """Keys to try in turn, each with how sure a hit is."""
    whole, inner = words(wording), core(wording)
    here = _PROVINCE_AT_END.sub(" tinh", inner)
    shorter = _PROVINCE_AT_END.sub("", inner)
    tries = [(1.0, whole), (1.0, inner), (1.0, here), (0.98, shorter)]
    return list({compact(text): (certainty, compact(text)) for certainty, text in reversed(tries)}.values())[::-1]


def _ranked(wording: str, targets: list[Target], certainty: float) -> list[Choice]:
    """Among names that fold alike (Đồng Sơn, Đông Sơn) the one with the same tones goes first."""
    if len(targets) == 1:
        return [Choice(targets[0], certainty)]
    small = wording.lower()
    same = [target for target in targets if target.name.lower() in {small, f"ubnd {small}"}]
    chosen = same if len(same) == 1 else []
    rest = [target for target in targets if target not in chosen]
    return [*(Choice(target, certainty) for target in chosen), *(Choice(target, 0.9 * certainty) for target in rest)]
