"""Annex III: what each unit gave, a table for each section of the plan, units down and indicators across."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from tinhso.kernel.documents.paper.parts import Annex
from tinhso.kernel.documents.paper.words import (
    Block,
    Column,
    Grid,
    Heading,
    Item,
    Paragraph,
    Rank,
    Row,
    Run,
    Side,
    Words,
    said,
)
from tinhso.lib.dates import write_date
from tinhso.steering.figures.executing import level_place
from tinhso.steering.figures.unit_figure import UnitFigure
from tinhso.steering.issuing.consolidated.numbers import of_unit, of_whole
from tinhso.steering.issuing.facts.gathered import Facts
from tinhso.steering.issuing.facts.measured import IndicatorFact

#: So many indicators stand beside each other on a page that lies across.
ACROSS = 7
_LEGEND = (
    "“chưa có”: đơn vị phải cho số liệu nhưng chưa có; “chưa tính”: chưa đến ngày tính; ô trống: không phải cho số"
    " liệu. Số có ghi ngày là số gần nhất đơn vị đã cho, của ngày ấy."
)


def units(facts: Facts) -> Annex:
    """Tables, then why figures are not known, as units said it."""
    blocks: list[Block] = [Paragraph(said(_LEGEND))]
    sections = groupby(facts.indicators, key=lambda each: each.indicator.section_title)
    for place, (title, found) in enumerate(sections, 1):
        listed = list(found)
        blocks.append(Heading(Rank.NUMBER, f"{place}.", said(title or "Chỉ tiêu")))
        for at in range(0, len(listed), ACROSS):
            blocks += _table(facts, listed[at : at + ACROSS])
    return Annex("Phụ lục III", "SỐ LIỆU CHỈ TIÊU THEO ĐƠN VỊ", [*blocks, *_reasons(facts)], landscape=True)


def _table(facts: Facts, across: Sequence[IndicatorFact]) -> Iterator[Block]:
    yield from (Item(said(f"{each.indicator.code}: {each.indicator.name}")) for each in across)
    heads = (Column(each.indicator.code, 66 / ACROSS, Side.RIGHT) for each in across)
    columns = (Column("TT", 5, Side.CENTRE), Column("Đơn vị", 29), *heads)
    cells = {each.indicator.pk: {unit.version.unit_id: unit for unit in each.units} for each in across}
    named = {unit.version.unit_id: unit for each in across for unit in each.units}
    down = sorted(named.values(), key=lambda unit: (level_place(unit.version), unit.version.sort_key))
    rows: list[Row] = []
    for level, found in groupby(down, key=lambda unit: unit.level):
        rows.append(Row((said(Run(level.label, bold=True)),), band=True))
        for at, unit in enumerate(found, 1):
            figures = (_cell(facts, each, cells[each.indicator.pk].get(unit.version.unit_id)) for each in across)
            rows.append(Row((said(str(at)), said(facts.names[unit.version.unit_id]), *figures)))
    rows.append(Row((said(""), said(Run("Toàn tỉnh", bold=True)), *((of_whole(each),) for each in across))))
    yield Grid(columns, rows)


def _cell(facts: Facts, fact: IndicatorFact, unit: UnitFigure | None) -> Words:
    if unit is None:
        return ()
    if unit.said is None:
        return said("chưa có" if unit.begun else "chưa tính")
    figure = of_unit(fact, unit.version.unit_id, unit.said.amount)
    older = unit.said.to_on < facts.round.first_day
    return said(figure, f" ({write_date(unit.said.to_on)})") if older else (figure,)


def _reasons(facts: Facts) -> Iterator[Block]:
    """Reason → who has none for it, and of which indicators."""
    found: dict[str, dict[str, list[str]]] = {}
    for fact in facts.indicators:
        for unit in fact.units:
            note = facts.heard.unknown.get((fact.indicator.pk, unit.version.unit_id), "")
            if unit.said is None and note:
                found.setdefault(note, {}).setdefault(facts.names[unit.version.unit_id], []).append(fact.indicator.code)
    if found:
        yield Paragraph(said(Run("Lý do chưa có số liệu do các đơn vị nêu:", bold=True)))
    for note, names in found.items():
        yield Item(said(f"{_named(names)}: “{' '.join(note.split())}”"))


def _named(names: Mapping[str, Sequence[str]]) -> str:
    return "; ".join(f"{name} ({', '.join(codes)})" for name, codes in names.items())
