"""A grid as pages draw it: ``{% load grid %}``."""

from django import template

from tinhso.steering.pages.grid.drawing import row_cells
from tinhso.steering.pages.grid.grids import Grid
from tinhso.steering.pages.grid.rows import State

register = template.Library()
register.simple_tag(row_cells)


@register.filter
def counted(grid: Grid) -> list[tuple[State, int]]:
    """The states that stand in the grid, with how many rows."""
    counts = grid.counts
    return [(state, counts[state]) for state in State if counts[state]]
