"""Which line is which part of the document: known by its words and its place, as a reader knows it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tinhso.kernel.documents.paper.form import Part, Set
from tinhso.kernel.documents.paper.measuring.facts import Line, Zone
from tinhso.kernel.documents.paper.measuring.kinds import KINDS
from tinhso.lib.text import fold

NUMBER = re.compile(r"số\s*:", re.IGNORECASE)
PLACE = re.compile(r"[^(]{0,60}\bngày\b.{0,12}\btháng\b.{0,12}\bnăm\b.{0,8}", re.IGNORECASE)
_ANNEX = re.compile(r"phụ lục(\s+(số\s+)?[ivxlc\d]{1,6})?\s*[.:]?", re.IGNORECASE)
_BASE = re.compile(r"(căn cứ|theo đề nghị|xét)\b", re.IGNORECASE)
_AUTHORITY = re.compile(r"(TM|KT|TL|TUQ|Q)\. ?\w")
_ROMAN = re.compile(r"[IVXL]{1,6}\.\s+\S")
_NUMBERED = re.compile(r"\d{1,2}(\.\d{1,2})*\.?\s+\S")
_LETTERED = re.compile(r"[a-zđ]\)\s+\S")
_ITEM = ("-", "+", "–")
#: The letterhead ends within so many lines, the kind stands so many lines behind it.
_HEAD, _BEHIND = 30, 12
_MOST_ADDRESSED, _MOST_RECIPIENTS, _MOST_OF_A_TITLE = 40, 80, 8
_LONGEST_HEAD = 160
#: A shorter paragraph may be a formula ("QUYẾT ĐỊNH:", "Điều 1."): it is not held against the rule of paragraphs.
_SHORTEST_TEXT = 60
_MOSTLY = 0.6


@dataclass(slots=True)
class Recognised:
    """The lines of each part, in order; ``drawn`` are the drawn lines with the part that they stand under."""

    parts: dict[Part, list[Line]] = field(default_factory=dict)
    drawn: dict[Part, list[Line]] = field(default_factory=dict)

    def of(self, part: Part) -> list[Line]:
        """The lines of a part; none where it was not found."""
        return self.parts.get(part, [])


def recognise(lines: Sequence[Line]) -> Recognised:
    """The parts of a document."""
    return _Recogniser(lines).read()


@dataclass(slots=True)
class _Recogniser:
    """Names lines from the head to the end; what is named once is not asked again."""

    lines: Sequence[Line]
    named: dict[int, Part] = field(default_factory=dict)

    def read(self) -> Recognised:
        head = self._letterhead()
        kind = self._kind(head)
        self._letter_subject(kind)
        self._addressed(head)
        self._bases(head)
        for place in self._annexes(head):
            self._annex(place)
        self._closing(head)
        self._text(max(head, kind))
        return self._gathered()

    def _letterhead(self) -> int:
        """Where the letterhead ends."""
        end = -1
        for place, line in enumerate(self.lines[:_HEAD]):
            part = _of_the_head(line)
            if part and part not in self.named.values():
                self.named[place] = part
                end = place
        self._bodies()
        return end

    def _bodies(self) -> None:
        """Who issues: what stands before the number in its column, bold at the end of it; above it the parent."""
        number = self._first(Part.NUMBER)
        if number is None:
            return
        zone = self.lines[number].zone
        above = [place for place in range(number) if self._is_free(place) and self.lines[place].zone is zone]
        bold = [place for place in above if weight(self.lines[place], "bold") > _MOSTLY]
        for place in above:
            issues = place in bold if bold else place == above[-1]
            self.named[place] = Part.BODY if issues else Part.PARENT

    def _kind(self, head: int) -> int:
        """Where the kind and the subject end; -1 where no kind is printed."""
        for place in range(head + 1, min(head + 1 + _BEHIND, len(self.lines))):
            line = self.lines[place]
            if line.zone is Zone.WHOLE and fold(line.text) in KINDS and line.text[:1].isupper():
                self.named[place] = Part.KIND
                return self._title(place + 1, Part.SUBJECT, place)
        return -1

    def _title(self, begin: int, part: Part, end: int) -> int:
        """Names the centred lines from there on; gives the last."""
        for place in self._following(begin, _MOST_OF_A_TITLE):
            line = self.lines[place]
            if line.side is not Set.CENTRE or line.zone is not Zone.WHOLE or _opens(line):
                break
            self.named[place] = part
            end = place
        return end

    def _letter_subject(self, kind: int) -> None:
        number = self._first(Part.NUMBER)
        if kind >= 0 or number is None:
            return
        for place in self._following(number + 1, _BEHIND):
            if self.lines[place].zone is Zone.WHOLE:
                break
            line, zone = self.lines[place], self.lines[number].zone
            begun = Part.LETTER_SUBJECT in self.named.values()
            if line.zone is zone and self._is_free(place) and (begun or line.text.lower().startswith("v/v")):
                self.named[place] = Part.LETTER_SUBJECT

    def _addressed(self, head: int) -> None:
        begin = self._find(head + 1, "kinh gui")
        if begin is None:
            return
        self.named[begin] = Part.ADDRESSED
        for place in self._following(begin + 1, _MOST_ADDRESSED):
            if not self.lines[place].text.startswith(_ITEM):
                break
            self.named[place] = Part.ADDRESSED

    def _bases(self, head: int) -> None:
        """Grounds: each ends ";", the last one may end otherwise. A sentence that merely begins so is none."""
        found: list[int] = []
        for place in range(head + 1, len(self.lines)):
            line = self.lines[place]
            if line.zone is Zone.WHOLE and self._is_free(place) and _BASE.match(line.text) and line.text[-1] in ";.,":
                found.append(place)
            elif found and line.text:
                break
        grounds = [place for place in found if len(found) > 1 or self.lines[place].text.endswith(";")]
        self.named |= dict.fromkeys(grounds, Part.BASE)

    def _annexes(self, head: int) -> Iterator[int]:
        for place in range(head + 1, len(self.lines)):
            line = self.lines[place]
            if line.zone is Zone.WHOLE and self._is_free(place) and _ANNEX.fullmatch(line.text):
                yield place

    def _annex(self, begin: int) -> None:
        self.named[begin] = Part.ANNEX_NUMBER
        for place in self._following(begin + 1, _MOST_OF_A_TITLE):
            line = self.lines[place]
            attached = line.text.startswith("(") or self.named.get(place - 1) is Part.ANNEX_ATTACHED
            if line.side is not Set.CENTRE or line.zone is not Zone.WHOLE or _opens(line):
                break
            self.named[place] = Part.ANNEX_ATTACHED if attached else Part.ANNEX_TITLE

    def _closing(self, head: int) -> None:
        """Who receives, in its column; who signs, beside it."""
        begin = self._find(head + 1, "noi nhan")
        if begin is None:
            return
        self.named[begin] = Part.RECIPIENTS
        listed = [place for place in self._following(begin + 1, _MOST_RECIPIENTS) if self._is_free(place)]
        for place in listed:
            line = self.lines[place]
            if line.zone is not self.lines[begin].zone or (line.zone is Zone.WHOLE and not line.text.startswith(_ITEM)):
                continue
            self.named[place] = Part.RECIPIENT
            if "luu:" in fold(line.text).replace("luu :", "luu:"):
                break
        self._signing(begin, head)

    def _signing(self, received: int, head: int) -> None:
        near = range(max(head + 1, received - _BEHIND), min(len(self.lines), received + _MOST_RECIPIENTS))
        signed = [place for place in near if self.lines[place].zone is Zone.RIGHT and self._is_free(place)]
        for place in signed[_begin_of_authority([self.lines[place].text for place in signed]) :]:
            if not _is_note(self.lines[place].text):
                self.named[place] = Part.AUTHORITY
        named = [place for place in signed if self.named.get(place) is Part.AUTHORITY]
        if named and self.lines[named[-1]].text != self.lines[named[-1]].text.upper():
            self.named[named[-1]] = Part.SIGNER

    def _text(self, begin: int) -> None:
        """Everything else behind the head that is no table."""
        for place in range(begin + 1, len(self.lines)):
            line = self.lines[place]
            if line.text and line.zone is Zone.WHOLE and self._is_free(place) and (part := _of_the_text(line)):
                self.named[place] = part

    def _gathered(self) -> Recognised:
        found = Recognised()
        under: dict[Zone, Part] = {}
        for place, line in enumerate(self.lines):
            part = self.named.get(place)
            if part:
                found.parts.setdefault(part, []).append(line)
                if part in _LINED or line.zone is Zone.WHOLE:
                    under[line.zone] = part
            elif line.drawn is not None:
                for above, drawn in _above(line, under):
                    found.drawn.setdefault(above, []).append(drawn)
        return found

    def _first(self, part: Part) -> int | None:
        return next((place for place, named in self.named.items() if named is part), None)

    def _find(self, begin: int, words: str) -> int | None:
        places = range(begin, len(self.lines))
        return next((place for place in places if fold(self.lines[place].text).startswith(words)), None)

    def _following(self, begin: int, most: int) -> Iterator[int]:
        """The next lines with words."""
        places = (place for place in range(begin, len(self.lines)) if self.lines[place].text)
        yield from (place for place, _count in zip(places, range(most), strict=False))

    def _is_free(self, place: int) -> bool:
        return place not in self.named and bool(self.lines[place].text)


_LINED = (Part.MOTTO, Part.BODY, Part.SUBJECT)


def _above(line: Line, under: Mapping[Zone, Part]) -> Iterator[tuple[Part, Line]]:
    """The part that a drawn line stands under. In a head set by tabs the column is not known: it may be either's."""
    if under.get(line.zone) in _LINED:
        yield under[line.zone], line
    elif line.zone is Zone.WHOLE and line.zone not in under:
        yield from ((part, replace(line, drawn=None)) for part in under.values())


def weight(line: Line, attribute: str) -> float:
    """The share of its letters that are so."""
    whole = sum(len(each.text.strip()) for each in line.letters)
    return sum(len(each.text.strip()) for each in line.letters if getattr(each, attribute)) / whole if whole else 0.0


def _begin_of_authority(texts: Sequence[str]) -> int:
    """Where the signing block begins: at "TM." and the like or the first line in capitals; behind all where none is."""
    signs = (place for place, text in enumerate(texts) if _AUTHORITY.match(text) or text == text.upper())
    return next(signs, len(texts))


def _is_note(text: str) -> bool:
    """ "(Đã ký)", "(Ký, ghi rõ họ tên)"."""
    return text.startswith("(") or fold(text).startswith("da ky")


def _of_the_head(line: Line) -> Part | None:
    folded = fold(line.text)
    if folded.startswith("cong hoa xa hoi chu nghia"):
        return Part.NATION
    if folded.startswith("doc lap") and "hanh phuc" in folded:
        return Part.MOTTO
    if NUMBER.match(line.text):
        return Part.NUMBER
    return Part.PLACE if line.zone is not Zone.CELL and len(line.text) < 80 and PLACE.fullmatch(line.text) else None


def _opens(line: Line) -> bool:
    """Whether the body begins here, even where it is centred."""
    return fold(line.text).startswith(("kinh gui", "can cu", "theo de nghi", "i. ", "phan ", "chuong ", "dieu "))


def _of_the_text(line: Line) -> Part | None:
    text = line.text
    short = len(text) <= _LONGEST_HEAD
    if short and _ROMAN.match(text):
        return Part.ROMAN
    if short and _NUMBERED.match(text) and weight(line, "bold") > _MOSTLY:
        return Part.NUMBERED
    if _LETTERED.match(text):
        return Part.LETTERED
    return Part.TEXT if len(text) >= _SHORTEST_TEXT and line.side is not Set.CENTRE else None
