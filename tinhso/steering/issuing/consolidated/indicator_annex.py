"""Annex I: every indicator with its targets, this period, the one before, and whether it was reached."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from tinhso.kernel.documents.paper.parts import Annex
from tinhso.kernel.documents.paper.words import Column, Grid, Row, Run, Side, Words, said
from tinhso.lib.dates import write_date
from tinhso.steering.figures.models import Measure
from tinhso.steering.issuing.consolidated.numbers import (
    BEFORE,
    NOW,
    YEAR_AGO,
    of_level,
    of_target,
    of_whole,
    parts,
    target_words,
)
from tinhso.steering.issuing.facts.gathered import Facts
from tinhso.steering.issuing.facts.measured import Course, IndicatorFact, TargetFact


def indicators(facts: Facts) -> Annex:
    """Rows by section of the plan."""
    times = _times(facts)
    columns = (
        Column("TT", 6, Side.CENTRE),
        Column("Chỉ tiêu", 34),
        Column("Mục tiêu", 16),
        *(Column(head, share, Side.RIGHT) for _when, head, share in times),
        Column("Đánh giá", 12),
    )
    when = [each for each, _head, _share in times]
    rows: list[Row] = []
    for title, found in groupby(facts.indicators, key=lambda each: each.indicator.section_title):
        if title:
            rows.append(Row((said(Run(title, bold=True)),), band=True))
        rows += [row for each in found for row in _rows(each, when)]
    return Annex("Phụ lục I", "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", [Grid(columns, rows)], landscape=True)


def _times(facts: Facts) -> list[tuple[str, str, float]]:
    """What is told beside each other: now; the round before; a year before where something is known of it."""
    found = [(NOW, f"Đến {write_date(facts.days.now)}", 20.0)]
    if facts.before:
        found.append((BEFORE, f"Kỳ trước (đến {write_date(facts.before.last_day)})", 13.0))
    if any(course.year_ago.is_known for each in facts.indicators for course in _courses(each)):
        found.append((YEAR_AGO, "Cùng kỳ năm trước", 12.0))
    return found


def _courses(fact: IndicatorFact) -> list[Course]:
    return [fact.whole, *fact.levels.values(), *(each.course for each in fact.targets)]


def _rows(fact: IndicatorFact, when: Sequence[str]) -> Iterator[Row]:
    """One row for one target; of several each its own under the indicator; levels that make up the whole under it."""
    name = said(f"{fact.indicator.name}{_counted_how(fact)}")
    code = said(fact.indicator.code)
    if len(fact.targets) == 1 and not fact.targets[0].standing.target.level:
        yield Row((code, name, *_target(fact, fact.targets[0], when)))
    else:
        whole = ((of_whole(fact, each), Run(_parts(fact, fact.whole, each))) for each in when)
        has_whole = fact.measure.aggregation != Measure.Aggregation.NONE
        yield Row((code, name, (), *(whole if has_whole else ((),) * len(when)), ()))
        for each in fact.targets:
            level = each.standing.target.get_level_display() or each.standing.target.scope
            yield Row(((), said(f"- {level}" if level else ""), *_target(fact, each, when)))
    told = {each.standing.target.level for each in fact.targets}
    for level in fact.levels:
        if level.value not in told:
            figures = ((of_level(fact, level, each), Run(_parts(fact, fact.levels[level], each))) for each in when)
            yield Row(((), said(f"- {level.label}"), (), *figures, ()))


def _target(fact: IndicatorFact, target: TargetFact, when: Sequence[str]) -> tuple[Words, ...]:
    wanted = target.standing.target
    dates = [f"từ {write_date(wanted.from_on)}" if wanted.from_on else ""]
    dates += [f"đến {write_date(wanted.by_on)}" if wanted.by_on else ""]
    words = ", ".join(part for part in (target_words(wanted), *dates) if part)
    figures = ((of_target(fact, target, each), Run(_parts(fact, target.course, each))) for each in when)
    return said(words), *figures, said(target.standing.verdict.label)


def _parts(fact: IndicatorFact, course: Course, when: str) -> str:
    """Numerator and denominator stand beside this period's figure only."""
    return parts(course.now, fact.measure) if when == NOW else ""


def _counted_how(fact: IndicatorFact) -> str:
    return " (cộng từ đầu năm)" if fact.measure.timing == Measure.Timing.IN_PERIOD else ""
