"""Figures in words, as pages, commands and refusals tell them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from tinhso.lib.dates import write_date
from tinhso.lib.numbers import write_number
from tinhso.steering.figures.amounts import Amount
from tinhso.steering.figures.giving import Given
from tinhso.steering.figures.models import Measure, Value

UNKNOWN, NOT_APPLICABLE, WITHDRAWN = "chưa có số liệu", "không áp dụng", "đã rút số liệu"
#: A share is told with so many decimals; where that would touch the target it does not reach, with more.
DECIMALS = 1


def written(value: Value, measure: Measure) -> str:
    """ "72,5 % (725/1.000)", "1.234", "có", "05/3/2022", the words, "không áp dụng"."""
    if value.withdrawn:
        return WITHDRAWN
    if value.not_applicable:
        return NOT_APPLICABLE
    if value.numerator is not None and value.denominator is not None:
        return _ratio(value.numerator, value.denominator, measure)
    if value.number is not None:
        return plain(value.number)
    return write_date(value.day) if value.day else value.answer


def written_given(given: Given, measure: Measure) -> str:
    """As ``written``, of what is given and not yet recorded."""
    return written(Value(**given.columns), measure)


def short(value: Value, measure: Measure) -> str:
    """As ``written``, a ratio without its parts."""
    return written(value, measure).partition(" (")[0] if value.numerator is not None else written(value, measure)


def parts_of(value: Value, measure: Measure) -> str:
    """ "725/1.000" of a ratio, else nothing."""
    if measure.kind != Measure.Kind.RATIO or value.numerator is None or value.denominator is None or value.withdrawn:
        return ""
    return f"{plain(value.numerator)}/{plain(value.denominator)}"


def parts_of_amount(amount: Amount) -> str:
    """ "725/1.000" of a ratio, else nothing."""
    return f"{plain(amount.numerator)}/{plain(amount.denominator)}" if amount.denominator else ""


def written_amount(amount: Amount, measure: Measure) -> str:
    """What some units' figures come to: "72,5 %", "1.234"; "chưa có số liệu" where none is known."""
    if not amount.is_known:
        return NOT_APPLICABLE if amount.excused else UNKNOWN
    return percent(amount.exactly()) if measure.is_ratio else plain(amount.number)


def written_span(from_on: date, to_on: date) -> str:
    """ "tại 14/6/2022" for a figure as of a day, "01/01/2022–14/6/2022" for one over a span."""
    if from_on == to_on:
        return f"tại {write_date(to_on)}"
    return f"{write_date(from_on)}–{write_date(to_on)}"


def percent(share: Fraction | None) -> str:
    """ "72,5 %", rounded down where rounding would tell of more than there is: 89,96 % is not 90,0 %."""
    if share is None:
        return UNKNOWN
    tenths = int(share * 10)
    return f"{write_number(Decimal(tenths) / 10, DECIMALS)}\N{NO-BREAK SPACE}%"


def rounded(value: Fraction) -> str:
    """With one decimal, rounded down as ``percent`` does: what is only expected is never told more exactly."""
    return write_number(Decimal(value * 10 // 1) / 10, DECIMALS)


def plain(number: Decimal) -> str:
    """Without the zeros that the database keeps."""
    return write_number(number.normalize())


def _ratio(numerator: Decimal, denominator: Decimal, measure: Measure) -> str:
    if measure.kind == Measure.Kind.YES_NO:
        return "có" if numerator else "không"
    share = Fraction(numerator) * 100 / Fraction(denominator)
    return f"{percent(share)} ({plain(numerator)}/{plain(denominator)})"
