"""Figures as cells of a workbook: what a person reads, and beside a ratio what it is made of."""

from decimal import Decimal
from fractions import Fraction

from tinhso.lib.workbook.writing import Value as Cell
from tinhso.steering.figures.amounts import Amount
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.wording import NOT_APPLICABLE, UNKNOWN, written

#: Figure, numerator, denominator.
Cells = tuple[Cell, Cell, Cell]


def cells_of_value(value: Value | None, measure: Measure) -> Cells:
    """Of what a unit gave; "chưa có số liệu" and "không áp dụng" in words, never 0."""
    if value is None:
        return UNKNOWN, None, None
    numerator, denominator = value.numerator, value.denominator
    if measure.kind == Measure.Kind.RATIO and numerator is not None and denominator:
        return Fraction(numerator) / Fraction(denominator), numerator, denominator
    return (value.number if value.number is not None else value.day or written(value, measure)), None, None


def cells_of_amount(amount: Amount, measure: Measure) -> Cells:
    """Of what the figures of some units come to."""
    if not amount.is_known:
        return (NOT_APPLICABLE if amount.excused else UNKNOWN), None, None
    if measure.is_ratio and amount.denominator:
        return Fraction(amount.numerator) / Fraction(amount.denominator), amount.numerator, amount.denominator
    return amount.number, None, None


def target_cell(value: Decimal, unit: str) -> Cell:
    """What is to be reached: a share where the plan says per cent."""
    return Fraction(value) / 100 if unit == "%" else value
