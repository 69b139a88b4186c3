"""What is not as the form asks: where, what is, what the rule asks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tinhso.kernel.documents.paper.form import Span, cited
from tinhso.kernel.documents.paper.measuring.facts import Line

_LONGEST_QUOTE = 40


@dataclass(frozen=True, slots=True)
class Finding:
    """``part`` names what it is about, ``where`` the place; ``source`` is the mục of the form."""

    part: str
    where: str
    found: str
    asked: str
    source: str

    @property
    def sentence(self) -> str:
        """ "Quốc hiệu (đoạn 1, “CỘNG HÒA…”): cỡ chữ 11; quy định 12–13 (…, mục II.1.a)."."""
        place = f" ({self.where})" if self.where else ""
        return f"{self.part}{place}: {self.found}; quy định {self.asked} ({cited(self.source)})."


def place_of(lines: Sequence[Line]) -> str:
    """The place of the first, its words, and how many are alike."""
    first = lines[0]
    more = f", và {len(lines) - 1} chỗ nữa" if len(lines) > 1 else ""
    return f"{first.where}, “{_quoted(first.text)}”{more}" if first.text else f"{first.where}{more}"


def gathered(part: str, source: str, said: Iterable[tuple[Line, str, str]]) -> list[Finding]:
    """One finding for each (what is, what is asked), with all the lines of which it is true."""
    lines: dict[tuple[str, str], list[Line]] = {}
    for line, found, asked in said:
        lines.setdefault((found, asked), []).append(line)
    return [Finding(part, place_of(alike), found, asked, source) for (found, asked), alike in lines.items()]


def decimal(number: float) -> str:
    """ "12,7", "13"."""
    return f"{number:.1f}".rstrip("0").rstrip(".").replace(".", ",")


def spanned(span: Span) -> str:
    """ "13–14", "12", "từ 6 trở lên"."""
    if span.most == float("inf"):
        return f"từ {decimal(span.least)} trở lên"
    return decimal(span.least) if span.least == span.most else f"{decimal(span.least)}–{decimal(span.most)}"


def _quoted(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE].rstrip()}…"
