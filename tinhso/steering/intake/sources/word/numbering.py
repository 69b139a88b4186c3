"""Numbering of a .docx: the numbers and bullets that Word draws, written out as text."""

from dataclasses import dataclass, field

from lxml import etree

from tinhso.lib.ooxml import W
from tinhso.steering.intake.sources.word.styles import Styles, first_value, value

_LEVELS = 9
_SIGNS = frozenset("-–—+*•●○▪■◦")
_COUNTED = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is drawn."""

    start: int
    form: str
    text: str
    restart: int
    legal: bool
    suffix: str
    style: str | None


@dataclass(slots=True)
class Numbering:
    """The lists of a document with their counters. Lists of one abstract number count together."""

    styles: Styles
    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    abstract_of: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, dict[int, Level | int]] = field(default_factory=dict)
    _counters: dict[str, list[int | None]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def label(self, paragraph: etree._Element) -> str:
        """The number or bullet of a paragraph with the blank behind it; empty when it has none. Counts it."""
        place = self._place(paragraph)
        if place is None:
            return ""
        number, depth = place
        level = self._level(number, depth)
        if level is None:
            return ""
        self._count(number, depth, level)
        drawn = self._draw(number, level)
        return drawn + (" " if drawn and level.suffix != "nothing" else "")

    def _place(self, paragraph: etree._Element) -> tuple[str, int] | None:
        owners = self.styles.of_paragraph(paragraph)
        number = first_value(owners, "pPr", "numPr", "numId")
        if number is None or number == "0" or number not in self.abstract_of:
            return None
        depth = first_value(owners, "pPr", "numPr", "ilvl")
        if depth is None or value(paragraph, "pPr", "numPr", "numId") is None:
            depth = self._depth_of_style(number, paragraph) or depth
        return number, min(int(depth), _LEVELS - 1) if depth and depth.isdecimal() else 0

    def _depth_of_style(self, number: str, paragraph: etree._Element) -> str | None:
        style = value(paragraph, "pPr", "pStyle") or self.styles.default
        levels = self.levels.get(self.abstract_of[number], {})
        return next((str(depth) for depth, level in levels.items() if level.style == style), None)

    def _level(self, number: str, depth: int) -> Level | None:
        override = self.overrides.get(number, {}).get(depth)
        return override if isinstance(override, Level) else self.levels.get(self.abstract_of[number], {}).get(depth)

    def _count(self, number: str, depth: int, level: Level) -> None:
        counters = self._counters.setdefault(self.abstract_of[number], [None] * _LEVELS)
        override = self.overrides.get(number, {}).get(depth)
        current = counters[depth]
        if override is not None and (number, depth) not in self._started:
            counters[depth] = override if isinstance(override, int) else override.start
        else:
            counters[depth] = level.start if current is None else current + 1
        self._started.add((number, depth))
        for below in range(depth + 1, _LEVELS):
            deeper = self._level(number, below)
            if deeper is None or deeper.restart != 0:
                counters[below] = None

    def _draw(self, number: str, level: Level) -> str:
        if level.form == "bullet":
            return level.text if level.text in _SIGNS else "-"
        if level.form == "none":
            return ""
        drawn = level.text
        for depth in range(_LEVELS):
            if f"%{depth + 1}" in drawn:
                drawn = drawn.replace(f"%{depth + 1}", self._numeral(number, depth, level))
        return drawn.strip()

    def _numeral(self, number: str, depth: int, level: Level) -> str:
        shown = self._level(number, depth)
        counter = self._counters[self.abstract_of[number]][depth]
        count = counter if counter is not None else shown.start if shown else 1
        return numeral(count, "decimal" if level.legal or shown is None else shown.form)


def read_numbering(root: etree._Element | None, styles: Styles) -> Numbering:
    """The lists of a document; none when it has no part for them."""
    numbering = Numbering(styles)
    if root is None:
        return numbering
    abstracts = {element.get(f"{W}abstractNumId", ""): element for element in root.iterfind(f"{W}abstractNum")}
    for name, element in abstracts.items():
        numbering.levels[name] = dict(map(_read_level, element.iterfind(f"{W}lvl")))
    for element in root.iterfind(f"{W}num"):
        number = element.get(f"{W}numId", "")
        numbering.abstract_of[number] = value(element, "abstractNumId") or ""
        numbering.overrides[number] = dict(map(_read_override, element.iterfind(f"{W}lvlOverride")))
    _follow_links(numbering, abstracts)
    return numbering


def _follow_links(numbering: Numbering, abstracts: dict[str, etree._Element]) -> None:
    """A list that names a numbering style takes the levels of that style's list."""
    for name, element in abstracts.items():
        style = value(element, "numStyleLink")
        if style:
            number = first_value(numbering.styles.chain(style), "pPr", "numPr", "numId") or ""
            target = numbering.abstract_of.get(number, "")
            numbering.levels[name] = numbering.levels.get(target) or numbering.levels[name]


def _read_override(element: etree._Element) -> tuple[int, Level | int]:
    level = element.find(f"{W}lvl")
    if level is not None:
        return _read_level(level)
    return _number(element.get(f"{W}ilvl"), 0), _number(value(element, "startOverride"), 1)


def _read_level(element: etree._Element) -> tuple[int, Level]:
    level = Level(
        start=_number(value(element, "start"), 1),
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        restart=_number(value(element, "lvlRestart"), 1),
        legal=value(element, "isLgl") not in (None, "0", "false"),
        suffix=value(element, "suff") or "tab",
        style=value(element, "pStyle"),
    )
    return _number(element.get(f"{W}ilvl"), 0), level


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 9 else otherwise


def numeral(count: int, form: str) -> str:
    """A count in one of Word's forms; those that Vietnamese documents never use become plain digits."""
    match form:
        case "decimalZero":
            return f"{count:02d}"
        case "lowerLetter" | "upperLetter":
            letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if 0 < count < 800 else str(count)
            return letters if form == "lowerLetter" else letters.upper()
        case "lowerRoman" | "upperRoman":
            return roman(count) if form == "upperRoman" else roman(count).lower()
        case "vietnameseCounting":
            return _COUNTED[count] if count < len(_COUNTED) else str(count)
        case _:
            return str(count)


def roman(count: int) -> str:
    """A Roman numeral; beyond 3,999 plain digits."""
    if not 0 < count < 4000:
        return str(count)
    written = ""
    for sign, worth in zip(
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        strict=True,
    ):
        written += sign * (count // worth)
        count %= worth
    return written
