"""What units said, word for word: the same words of several units stand once, under all their names."""

from collections.abc import Iterable, Iterator

from tinhso.kernel.documents.paper.words import Block, Heading, Item, Paragraph, Rank, Run, said
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.issuing.consolidated.numbers import counted, sentence
from tinhso.steering.issuing.facts.gathered import Facts
from tinhso.steering.issuing.facts.heard import Quote

#: So many names stand before what they said; more stand after it.
FEW = 3
_RETURNED = " (báo cáo bị trả lại, chưa gửi lại)"


def difficulties(facts: Facts) -> Iterator[Block]:
    """III. What units said of difficulties: of their work as a whole, and of single tasks."""
    yield Heading(Rank.ROMAN, "III.", said("KHÓ KHĂN, VƯỚNG MẮC VÀ NGUYÊN NHÂN"))
    yield Heading(Rank.NUMBER, "1.", said("Khó khăn, vướng mắc chung"))
    yield from quoted(facts, "difficulties", "khó khăn, vướng mắc")
    yield Heading(Rank.NUMBER, "2.", said("Khó khăn, vướng mắc trong thực hiện từng nhiệm vụ"))
    yield from _stuck(facts)


def proposals(facts: Facts) -> Iterator[Block]:
    """IV. What units asked for."""
    yield Heading(Rank.ROMAN, "IV.", said("ĐỀ XUẤT, KIẾN NGHỊ"))
    yield from quoted(facts, "proposals", "đề xuất, kiến nghị")


def directions(facts: Facts) -> Iterator[Block]:
    """V. What units will do next."""
    yield Heading(Rank.ROMAN, "V.", said("PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ TỚI"))
    yield from quoted(facts, "directions", "phương hướng, nhiệm vụ kỳ tới")


def quoted(facts: Facts, part: str, what: str) -> Iterator[Block]:
    """How many units said something in the part, and what; that none did, where none did."""
    quotes = facts.heard.parts[part]
    if not quotes:
        yield Paragraph(said(f"Không có đơn vị nào nêu {what}."))
        return
    yield Paragraph(said("Có ", counted(len(quotes), "said", part), f" đơn vị nêu {what}:"))
    for text, units in _alike(quotes).items():
        yield from _quote(text, units)


def _alike(quotes: Iterable[Quote]) -> dict[str, list[str]]:
    """Text → who said it, in the order of the board."""
    found: dict[str, list[str]] = {}
    for quote in quotes:
        found.setdefault(quote.text, []).append(f"{quote.unit}{_RETURNED if quote.returned else ''}")
    return found


def _quote(text: str, units: list[str]) -> Iterator[Block]:
    """One line stands beside the names, several under them."""
    names, lines = ", ".join(units), [line for line in text.splitlines() if line.strip()]
    if len(lines) == 1 and len(units) > FEW:
        yield Item(said(f"“{lines[0]}” – ", Run(f"{len(units)} đơn vị", bold=True), f": {names}."))
        return
    if len(lines) == 1:
        yield Item(said(Run(names, bold=True), f": “{lines[0]}”"))
        return
    yield Item(said(Run(names, bold=True), ":"))
    for at, line in enumerate(lines):
        yield Paragraph(said(f"{'' if at else '“'}{line}{'”' if at == len(lines) - 1 else ''}"))


def _stuck(facts: Facts) -> Iterator[Block]:
    found = [
        (each, [line for line in facts.heard.lines.get(each.task.pk, ()) if line.said == ProgressEntry.Said.STUCK])
        for each in facts.tasks
    ]
    stuck = [(each, lines) for each, lines in found if lines]
    if not stuck:
        yield Paragraph(said("Không có đơn vị nào nêu khó khăn, vướng mắc trong thực hiện từng nhiệm vụ."))
    for each, lines in stuck:
        yield Item(said(Run(f"{sentence(each.task.text)}:", italic=True)))
        for line in lines:
            words = (
                f": “{' '.join(line.note.split())}”" if line.note else " báo có khó khăn, vướng mắc, không nêu cụ thể"
            )
            yield Item(said(Run(line.name, bold=True), words), depth=2)
