"""Ruling: the grids that ruling lines draw, with the cells that are merged in them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tinhso.steering.intake.sources.pdf.boxes import Box, Rule

#: Points within which two lines are one, and within which a line still touches another.
_SAME, _TOUCH = 3.0, 4.0
#: A line's pieces may stand so far apart (dots and dashes).
_BREAK = 3.5
_OPEN_SIDE = 12.0
_MOST_LINES = 1_200


@dataclass(frozen=True, slots=True)
class Grid:
    """One table on a page: the places of its column and row lines, and for each field of the grid the field
    (row, column) where its cell begins."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    begins: dict[tuple[int, int], tuple[int, int]]

    @property
    def box(self) -> Box:
        return Box(self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])

    @property
    def size(self) -> tuple[int, int]:
        return len(self.rows) - 1, len(self.columns) - 1

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """The cell (its first field) that holds a point; None outside the table."""
        row, column = bisect_right(self.rows, y) - 1, bisect_right(self.columns, x) - 1
        return self.begins.get((row, column))

    def line_through(self, box: Box) -> float | None:
        """The column line that runs through a box; None where the box lies within one cell."""
        y = box.middle[1]
        first, last = self.cell_at(box.left + 1, y), self.cell_at(box.right - 1, y)
        if first is None or last is None or first == last:
            return None
        return next(
            (x for x in self.columns if box.left + 1 < x < box.right - 1 and self.cell_at(x + 1, y) != first), None
        )

    def cell_right(self, cell: tuple[int, int]) -> float:
        """Where the cell that begins at this field ends."""
        row, last = cell[0], cell[1]
        while self.begins.get((row, last + 1)) == cell:
            last += 1
        return self.columns[last + 1]


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """The tables that the rules draw, from the top down. One cell alone is a frame, one column a box of text."""
    lying = _merged(rule for rule in rules if rule.lies)
    standing = _merged(rule for rule in rules if not rule.lies)
    if len(lying) + len(standing) > _MOST_LINES:
        return []
    grids = [_grid(*group) for group in _connected(lying, standing)]
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: grid.rows[0])


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Pieces of one line joined."""
    merged: list[Rule] = []
    for cluster in _clusters(sorted(rules, key=lambda rule: rule.at)):
        at = sum(rule.at for rule in cluster) / len(cluster)
        begin, end = None, 0.0
        for rule in sorted(cluster, key=lambda rule: rule.begin):
            if begin is None or rule.begin > end + _BREAK:
                merged += [] if begin is None else [Rule(rule.lies, at, begin, end)]
                begin, end = rule.begin, rule.end
            end = max(end, rule.end)
        merged += [] if begin is None else [Rule(cluster[0].lies, at, begin, end)]
    return [rule for rule in merged if rule.end - rule.begin > 2 * _SAME]


def _clusters(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    cluster: list[Rule] = []
    for rule in rules:
        if cluster and rule.at - cluster[0].at > _SAME:
            yield cluster
            cluster = []
        cluster.append(rule)
    if cluster:
        yield cluster


@dataclass(slots=True)
class _Group:
    lying: list[Rule] = field(default_factory=list)
    standing: list[Rule] = field(default_factory=list)


def _connected(lying: Sequence[Rule], standing: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Lines that touch one another, group by group."""
    parents = list(range(len(lying) + len(standing)))

    def root(place: int) -> int:
        while parents[place] != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    for row, flat in enumerate(lying):
        for column, upright in enumerate(standing, len(lying)):
            if _touch(flat, upright):
                parents[root(row)] = root(column)
    groups: dict[int, _Group] = {}
    for place, rule in enumerate((*lying, *standing)):
        group = groups.setdefault(root(place), _Group())
        (group.lying if rule.lies else group.standing).append(rule)
    yield from ((group.lying, group.standing) for group in groups.values())


def _touch(flat: Rule, upright: Rule) -> bool:
    across = flat.begin - _TOUCH <= upright.at <= flat.end + _TOUCH
    return across and upright.begin - _TOUCH <= flat.at <= upright.end + _TOUCH


def _grid(lying: list[Rule], standing: list[Rule]) -> Grid | None:
    if len(lying) < 1 or len(standing) < 1:
        return None
    columns = _places(standing, _reach(lying))
    rows = _places(lying, _reach(standing))
    if len(columns) < 3 or len(rows) < 2:
        return None
    return Grid(columns, rows, _cells(columns, rows, (lying, standing)))


def _reach(rules: Sequence[Rule]) -> tuple[float, float]:
    return min(rule.begin for rule in rules), max(rule.end for rule in rules)


def _places(rules: Sequence[Rule], reach: tuple[float, float]) -> tuple[float, ...]:
    """Where the lines stand; a side left open, as at a page's end, is closed where the crossing lines stop."""
    places = sorted({rule.at for rule in rules})
    if places[0] - reach[0] > _OPEN_SIDE:
        places.insert(0, reach[0])
    if reach[1] - places[-1] > _OPEN_SIDE:
        places.append(reach[1])
    apart = [places[0]]
    apart += [place for above, place in pairwise(places) if place - above > _SAME]
    return tuple(apart)


def _cells(
    columns: Sequence[float], rows: Sequence[float], lines: tuple[list[Rule], list[Rule]]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Fields without a line between them are one cell, named by its first field."""
    begins: dict[tuple[int, int], tuple[int, int]] = {}
    lying, standing = _by_place(rows, lines[0]), _by_place(columns, lines[1])
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            y, x = (rows[row] + rows[row + 1]) / 2, (columns[column] + columns[column + 1]) / 2
            begins[row, column] = (row, column)
            if column and not _covers(standing[column], y):
                begins[row, column] = begins[row, column - 1]
            elif row and not _covers(lying[row], x):
                begins[row, column] = begins[row - 1, column]
    return begins


def _by_place(places: Sequence[float], rules: Sequence[Rule]) -> list[list[Rule]]:
    return [[rule for rule in rules if abs(rule.at - place) <= _SAME] for place in places]


def _covers(rules: Sequence[Rule], point: float) -> bool:
    return any(rule.begin - 1 <= point <= rule.end + 1 for rule in rules)
