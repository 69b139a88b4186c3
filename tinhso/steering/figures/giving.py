"""What is given: for which cell, what is said of it, and whence it comes."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import IssuedDocument, StoredFile
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.refusals import FigureUnfit, NumeratorTooGreat
from tinhso.steering.programmes.models import Indicator


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure's place: an indicator, a unit and a span of days (one day for a figure as of that day)."""

    indicator: Indicator
    unit: Unit
    from_on: date
    to_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is said of a cell: exactly one thing, as the indicator's measure asks for it."""

    numerator: Decimal | None = None
    denominator: Decimal | None = None
    number: Decimal | None = None
    day: date | None = None
    answer: str = ""
    not_applicable: bool = False

    @classmethod
    def of(cls, value: Value) -> "Given":
        """What a value says."""
        return cls(**{field.name: getattr(value, field.name) for field in fields(cls)})

    @property
    def columns(self) -> dict[str, Any]:
        """The columns of a value that say it."""
        return {name: getattr(self, name) for name in _COLUMNS}


_COLUMNS = tuple(field.name for field in fields(Given))


@dataclass(frozen=True, slots=True, kw_only=True)
class Whence:
    """Who gives it and from what. ``by`` is None for the operator at the command line; ``at`` None for now."""

    by: Account | None
    note: str = ""
    source: str = Value.Source.ENTERED
    reference: str = ""
    file: StoredFile | None = None
    issued: IssuedDocument | None = None
    at: datetime | None = None


_WANTED = {
    Measure.Kind.RATIO: ("numerator", "denominator"),
    Measure.Kind.YES_NO: ("numerator", "denominator"),
    Measure.Kind.NUMBER: ("number",),
    Measure.Kind.DAY: ("day",),
    Measure.Kind.WORDS: ("answer",),
}


def refuse_unfit(given: Given, measure: Measure) -> None:
    """Refuse what the measure does not ask for. Raises FigureUnfit, NumeratorTooGreat."""
    # 0 is said; only what is left empty is not.
    said = {name for name, told in given.columns.items() if not (told is None or told == "" or told is False)}
    wanted = {"not_applicable"} if given.not_applicable else set(_WANTED[Measure.Kind(measure.kind)])
    if said != wanted:
        raise FigureUnfit(kind=measure.get_kind_display().lower())
    if measure.share_of_whole and is_more_than_whole(given):
        raise NumeratorTooGreat


def is_more_than_whole(given: Given) -> bool:
    """Whether the numerator is greater than the denominator."""
    return given.numerator is not None and given.denominator is not None and given.numerator > given.denominator
