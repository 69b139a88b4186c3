"""The numbers of a report: each a run under the name by which its records are found."""

from collections.abc import Mapping

from tinhso.kernel.documents.paper.words import Run, Words
from tinhso.lib.numbers import write_number
from tinhso.steering.figures.amounts import Amount
from tinhso.steering.figures.levels import Level
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.wording import parts_of_amount, percent, written_amount
from tinhso.steering.issuing.facts.measured import Course, IndicatorFact, TargetFact
from tinhso.steering.programmes.models import Target

NOW, BEFORE, YEAR_AGO = "now", "before", "year-ago"
#: Of which level a figure is, where it is not the whole province's.
_WHOLE = ""


def counted(count: int, *name: str, bold: bool = False) -> Run:
    """A count: "1.234"; a number under 10 that counts things in a sentence takes a zero before it."""
    return Run(f"{count:02d}" if 0 < count < 10 else write_number(count), bold=bold, figure="/".join(name))


def in_table(count: int, *name: str) -> Words:
    """A count as a table has it."""
    return (Run(write_number(count), figure="/".join(name)),)


def of_target(fact: IndicatorFact, target: TargetFact, when: str = NOW) -> Run:
    """The figure of a target, in its unit."""
    amount, scale = _at(target.course, when), target.standing.scale
    known = amount.is_known and amount.denominator and scale == 100
    text = percent(amount.exactly()) if known else written_amount(amount, fact.measure)
    return Run(text, figure=_name(fact, when, target.standing.target.level))


def of_level(fact: IndicatorFact, level: Level, when: str = NOW) -> Run:
    """The figure of one level."""
    return Run(written_amount(_at(fact.levels[level], when), fact.measure), figure=_name(fact, when, level))


def of_whole(fact: IndicatorFact, when: str = NOW) -> Run:
    """The figure of the whole province."""
    return Run(written_amount(_at(fact.whole, when), fact.measure), figure=_name(fact, when, _WHOLE))


def of_unit(fact: IndicatorFact, unit: int, amount: Amount) -> Run:
    """The figure of one unit."""
    return Run(written_amount(amount, fact.measure), figure=f"indicator/{fact.indicator.code}/unit/{unit}")


def target_words(target: Target) -> str:
    """ "≥ 85 %", which no line breaks."""
    return target.written().replace(" ", "\N{NO-BREAK SPACE}")


def sentence(text: str) -> str:
    """An order of the plan as a line of its own: with a capital, without its end mark."""
    return f"{text[:1].upper()}{text[1:].rstrip('. ;')}"


def parts(amount: Amount, measure: Measure) -> str:
    """ " (725/1.000)" behind a share, else nothing."""
    found = parts_of_amount(amount) if measure.is_ratio and amount.is_known else ""
    return f" ({found})" if found else ""


def _at(course: Course, when: str) -> Amount:
    at: Mapping[str, Amount] = {NOW: course.now, BEFORE: course.before, YEAR_AGO: course.year_ago}
    return at[when]


def _name(fact: IndicatorFact, when: str, level: str) -> str:
    return "/".join(part for part in ("indicator", fact.indicator.code, when, level) if part)
