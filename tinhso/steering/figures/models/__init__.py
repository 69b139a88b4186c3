"""Facts about figures: how an indicator is measured, each value as it was given, and what a metric counts."""

from tinhso.steering.figures.models.counted import CountedValue, Tie
from tinhso.steering.figures.models.loads import FigureLoad
from tinhso.steering.figures.models.measures import Measure
from tinhso.steering.figures.models.values import Value

__all__ = ["CountedValue", "FigureLoad", "Measure", "Tie", "Value"]
