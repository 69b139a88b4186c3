"""What is done by the clock: indicators that a metric names are counted from the first day."""

from datetime import date

from tinhso.steering.figures.actions.tie import tie_by_name


def turn(today: date) -> None:
    """Safe as often as one likes."""
    tie_by_name(today)
