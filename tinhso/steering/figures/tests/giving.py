"""Figures given in tests."""

from datetime import date
from decimal import Decimal

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.actions.enter import enter
from tinhso.steering.figures.giving import Cell, Given, Whence
from tinhso.steering.figures.models import Value
from tinhso.steering.figures.tests.conftest import JUNE
from tinhso.steering.programmes.models import Indicator

YEAR = date(2022, 1, 1)


def ratio(numerator: int, denominator: int) -> Given:
    """So many of so many."""
    return Given(numerator=Decimal(numerator), denominator=Decimal(denominator))


def give(
    indicator: Indicator,
    unit: Unit,
    given: Given,
    *,
    by: Account | None = None,
    to_on: date = JUNE,
    from_on: date = YEAR,
    whence: Whence | None = None,
) -> Value:
    """Entered by the operator unless said."""
    return enter(Cell(indicator, unit, from_on, to_on), given, whence or Whence(by=by))
