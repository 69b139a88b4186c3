"""What the four faces can print: which letters they have and how wide they are."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tinhso.kernel.documents.paper.pdf.truetype import advances
from tinhso.kernel.documents.paper.refusals import FacesMissing

#: Where the set-up puts the files.
FOLDER = Path(__file__).resolve().parents[5] / "build" / "vendor" / "tinos"
_CUTS = {
    (False, False): "400Regular",
    (False, True): "400Regular_Italic",
    (True, False): "700Bold",
    (True, True): "700Bold_Italic",
}


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of one face with the width of each, in parts of the size."""

    widths: dict[int, float]
    widest: float

    def has(self, letter: str) -> bool:
        """Whether the face can print it."""
        return ord(letter) in self.widths

    def width(self, text: str, size: float) -> float:
        """How wide the text is in one line, in the unit of ``size``; a letter that is not there counts as a full em."""
        return size * sum(self.widths.get(ord(letter), 1.0) for letter in text)


@cache
def letters(*, bold: bool = False, italic: bool = False) -> Letters:
    """The letters of that cut. Raises FacesMissing where the set-up has not brought it."""
    path = FOLDER / f"Tinos_{_CUTS[bold, italic]}.ttf"
    if not path.exists():
        raise FacesMissing(folder=FOLDER)
    widths = advances(path.read_bytes())
    return Letters(widths, max(widths.values()))
