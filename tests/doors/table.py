"""docs/permissions.md as data: its people, its groups of people, its rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from tinhso.config.places import CHECKOUT

TABLE = CHECKOUT / "docs" / "permissions.md"
NOBODY, STRANGER = "không ai", "citizen"
#: The work on tasks and figures, whose doors cost the most.
WORK = ("Số liệu", "Việc về nhiệm vụ", "Nhiều nhiệm vụ một lúc")


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a door (a route, perhaps with the case that is tried), how it is knocked at, in which state."""

    section: str
    door: str
    method: str
    state: str
    #: Who is let in, by the names of the cast.
    admitted: frozenset[str]
    answer: int
    #: What the other officials are told, those who are told something else, and what the stranger is told.
    others: int
    apart: frozenset[str]
    told_apart: int
    stranger: int

    @property
    def route(self) -> str:
        """The name in the URL conf."""
        return self.door.partition(" ")[0]

    @property
    def name(self) -> str:
        """The row in a few words."""
        return f"{self.method} {self.door} ({self.state})"

    def expected(self, who: str) -> int:
        """What comes back for a person of the cast."""
        if who in self.admitted:
            return self.answer
        if who in self.apart:
            return self.told_apart
        return self.stranger if who == STRANGER else self.others


@cache
def people() -> Mapping[str, str]:
    """The words for a person → his name in the cast."""
    return {words[0]: words[1].strip("`") for words in _lines("Người")}


@cache
def groups() -> Mapping[str, frozenset[str]]:
    """The words for several people → their names in the cast."""
    found: dict[str, frozenset[str]] = {}
    for word, members, *_more in _lines("Nhóm"):
        found[word] = frozenset().union(*(_meant(each, found) for each in members.split(", ")))
    return found


@cache
def every_row() -> tuple[Row, ...]:
    """Every row of every table of doors."""
    return tuple(_row(words) for words in _lines("Cửa"))


def rows(section: str = "") -> tuple[Row, ...]:
    """Those below a heading; all, where none is named."""
    return tuple(row for row in every_row() if section in {"", row.section})


def sections(part: str = "") -> list[str]:
    """The headings of the tables of doors, in their order; of one part, where it is named."""
    found = dict.fromkeys(row.section for row in every_row())
    return [section for section in found if part in {"", part_of(section)}]


def part_of(section: str) -> str:
    """In which file (test_walk_….py) a section is walked: three, so that several processes share them."""
    if section.startswith("API"):
        return "api"
    return "work" if section in WORK else "pages"


def _row(words: list[str]) -> Row:
    door, method, _what, state, admitted, answer, others, stranger, section = words
    who = (_meant(each, groups()) for each in admitted.split(", "))
    return Row(
        section,
        door.strip("`"),
        method,
        state,
        frozenset().union(*who),
        _code(answer),
        *_others(others),
        _code(stranger),
    )


def _others(words: str) -> tuple[int, frozenset[str], int]:
    """The cell "403", or "403, riêng cán bộ phối hợp 422"."""
    usual, _, apart = words.partition(", riêng ")
    who, _, code = apart.rpartition(" ")
    return _code(usual), frozenset().union(*(_meant(each, groups()) for each in who.split(", ") if each)), _code(code)


def _code(words: str) -> int:
    return int(words) if words.isdecimal() else 0


def _meant(words: str, known: Mapping[str, frozenset[str]]) -> frozenset[str]:
    if words == NOBODY:
        return frozenset()
    return known[words] if words in known else frozenset({people()[words]})


def _lines(first: str) -> Iterator[list[str]]:
    """The lines of the tables whose first column is headed so, each with the heading above its table."""
    inside, heading = False, ""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        words = [word.strip() for word in line.strip("|").split("|")]
        if not line.startswith("|"):
            inside, heading = False, line.lstrip("# ") if line.startswith("#") else heading
        elif words[0] == first:
            inside = True
        elif inside and not words[0].startswith("--"):
            yield [*words, heading]
