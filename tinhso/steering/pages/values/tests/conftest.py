"""An indicator whose figures two districts give, for the screens. Everything is invented."""

import pytest

from tinhso.kernel.organisations.models import Unit
from tinhso.steering.figures.models import Measure
from tinhso.steering.figures.tests.conftest import executing, files, indicator, measure, programme
from tinhso.steering.figures.tests.giving import give, ratio
from tinhso.steering.programmes.models import Indicator

__all__ = ["executing", "files", "indicator", "measure", "programme"]


@pytest.fixture
def two_given(indicator: Indicator, measure: Measure, executing: tuple[Unit, ...]) -> Indicator:
    """1 of 10 in one district, 80 of 90 in the other; 50 % are to be reached."""
    give(indicator, executing[0], ratio(1, 10))
    give(indicator, executing[1], ratio(80, 90))
    return indicator
