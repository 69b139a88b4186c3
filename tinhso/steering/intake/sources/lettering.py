"""Lettering: letters of old fonts read as Unicode where a file names the font of each run."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from tinhso.steering.intake.sources.font_encodings import TCVN3, VNI, FontEncoding, encoding_of, share_of_syllables

_SAMPLE = 100_000


@dataclass(slots=True)
class Lettering:
    """How the letters of each family of fonts are read: learnt from the whole document, then used run by run."""

    readings: dict[str, FontEncoding | None] = field(default_factory=dict)

    def text_of(self, pieces: Iterable[tuple[str, str]]) -> str:
        """The Unicode text of neighbouring (letters, font) pieces."""
        if not any(self.readings.values()):
            return "".join(letters for letters, _ in pieces)
        return "".join(
            self._read("".join(letters for letters, _ in run), family)
            for family, run in groupby(pieces, key=lambda piece: family_of(piece[1]))
        )

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(sorted({reading.note for reading in self.readings.values() if reading}))

    def _read(self, letters: str, family: str) -> str:
        reading = self.readings.get(family)
        turned = reading.read(letters) if reading else letters
        return turned.upper() if reading and family == "tcvn3 capitals" else turned


def learn(pieces: Iterable[tuple[str, str]]) -> Lettering:
    """The reading of each font family by a sample of its letters: an old font may also hold Unicode."""
    samples: dict[str, list[str]] = defaultdict(list)
    sizes: dict[str, int] = defaultdict(int)
    for letters, font in pieces:
        family = family_of(font)
        if sizes[family] < _SAMPLE:
            samples[family].append(letters)
            sizes[family] += len(letters)
    return Lettering({family: _reading_of(family, " ".join(letters)) for family, letters in samples.items()})


def family_of(font: str) -> str:
    """ "tcvn3", "tcvn3 capitals", "vni", or empty for a font of Unicode letters. A PDF puts six letters and a plus
    before the name of a font that it carries in part."""
    name = font.rpartition("+")[2].lower()
    if name.startswith(".vn"):
        return "tcvn3 capitals" if name.partition("-")[0].rstrip("bi ").endswith("h") else "tcvn3"
    return "vni" if name.startswith("vni") else ""


def _reading_of(family: str, sample: str) -> FontEncoding | None:
    if not family:
        return encoding_of(sample)
    reading = VNI if family == "vni" else TCVN3
    plain = share_of_syllables(sample)
    return reading if plain < 0.75 and share_of_syllables(reading.read(sample)) >= plain else None
