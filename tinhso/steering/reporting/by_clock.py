"""What is done by the clock: rounds open on their day, reports follow the units."""

from datetime import date

from tinhso.steering.reporting.actions.open_round import count_at_cut_off, follow_organisations, open_due_rounds


def turn(today: date) -> None:
    """Safe as often as one likes."""
    open_due_rounds(today)
    follow_organisations(today)
    count_at_cut_off(today)
