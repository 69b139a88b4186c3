"""Figures that add up: numerators and denominators, never percentages."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

ZERO = Decimal()


@dataclass(frozen=True, slots=True)
class Amount:
    """What some units' figures come to. ``known`` units gave one; to ``excused`` units the indicator does not apply.

    The empty amount is no figure at all, which is not 0.
    """

    numerator: Decimal = ZERO
    denominator: Decimal = ZERO
    number: Decimal = ZERO
    known: int = 0
    excused: int = 0

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(
            self.numerator + other.numerator,
            self.denominator + other.denominator,
            number=self.number + other.number,
            known=self.known + other.known,
            excused=self.excused + other.excused,
        )

    def __neg__(self) -> "Amount":
        return Amount(-self.numerator, -self.denominator, number=-self.number, known=-self.known, excused=-self.excused)

    def times(self, share: Decimal) -> "Amount":
        """A part of it; whoever gave a figure is still one that gave one."""
        if share == 1:
            return self
        parts = self.numerator * share, self.denominator * share
        return Amount(*parts, number=self.number * share, known=self.known, excused=self.excused)

    @property
    def is_known(self) -> bool:
        """Whether some unit gave a figure."""
        return self.known > 0

    def exactly(self, scale: int = 100) -> Fraction | None:
        """The ratio times ``scale`` (100 for per cent) without rounding, else the number; None when not known."""
        if not self.is_known:
            return None
        if self.denominator:
            return Fraction(self.numerator) * scale / Fraction(self.denominator)
        return Fraction(self.number)


NOTHING = Amount()
