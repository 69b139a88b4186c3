"""What is strange about a figure: told before it is saved, never a refusal."""

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction

from tinhso.steering.figures.amounts import Amount
from tinhso.steering.figures.giving import Cell, Given, is_more_than_whole
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.wording import written

#: A share that moves by so many points, a number that moves by such a part of itself, is asked about.
JUMP_POINTS, JUMP_PART = 20, Fraction(1, 2)


def value_before(cell: Cell) -> Value | None:
    """The unit's figure before the cell's."""
    earlier = Value.objects.known_at().filter(indicator=cell.indicator, unit=cell.unit, to_on__lt=cell.to_on)
    return earlier.order_by("-to_on", "from_on", "pk").first()


class Doubt(StrEnum):
    """What is strange about a figure."""

    OVER_WHOLE = "over_whole"
    FALL = "fall"
    JUMP = "jump"


def doubts(given: Given, before: Value | None, measure: Measure) -> list[str]:
    """Sentences that a person should read before saving; none when nothing is strange."""
    return [sentence for _doubt, sentence in doubts_by_kind(given, before, measure)]


def doubts_by_kind(given: Given, before: Value | None, measure: Measure) -> Iterator[tuple[Doubt, str]]:
    """What is strange, and the sentence for it."""
    if is_more_than_whole(given):
        yield Doubt.OVER_WHOLE, "Tử số lớn hơn mẫu số."
    new, old = _figure(given), _figure(Given.of(before)) if before else None
    if before is None or new is None or old is None:
        return
    stands = f"kỳ trước {written(before, measure)}"
    fell = new < old if measure.better == Measure.Better.UP else new > old
    if fell and measure.timing == Measure.Timing.CUMULATIVE:
        yield Doubt.FALL, f"Số lũy kế {'giảm' if new < old else 'tăng'} so với {stands}."
    if _jumps(new, old, measure):
        yield Doubt.JUMP, f"Thay đổi đột biến so với {stands}."


def _figure(given: Given) -> Fraction | None:
    if given.numerator is not None and given.denominator:
        return Amount(given.numerator, given.denominator, known=1).exactly()
    return Fraction(given.number) if given.number is not None else None


def _jumps(new: Fraction, old: Fraction, measure: Measure) -> bool:
    if measure.is_ratio:
        return abs(new - old) >= JUMP_POINTS
    return abs(new - old) > abs(old) * JUMP_PART
