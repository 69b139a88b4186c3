"""Facts about figures: how an indicator is measured, and each value as it was given."""

from tinhso.steering.figures.models.measures import Measure
from tinhso.steering.figures.models.values import Value

__all__ = ["Measure", "Value"]
