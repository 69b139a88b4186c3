"""Boxes, rules and the frame of a page: places in points from the upper left corner."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

#: Shorter strokes are parts of letters and dotted borders; a border of dots is joined from longer pieces.
_SHORTEST_RULE = 2.0


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def joined(self, other: "Box") -> "Box":
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    @classmethod
    def around(cls, points: Iterable[tuple[float, float]]) -> "Box":
        xs, ys = zip(*points, strict=True)
        return cls(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruling line: ``at`` is its height when it lies, its distance from the left when it stands."""

    lies: bool
    at: float
    begin: float
    end: float

    @classmethod
    def along(cls, box: Box) -> Iterator["Rule"]:
        """The rule that a thin box draws; nothing for a slanting stroke."""
        if box.height <= 3 and box.width > max(box.height, _SHORTEST_RULE):
            yield cls(lies=True, at=box.middle[1], begin=box.left, end=box.right)
        elif box.width <= 3 and box.height > max(box.width, _SHORTEST_RULE):
            yield cls(lies=False, at=box.middle[0], begin=box.top, end=box.bottom)


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's visible part and how it is turned (quarters clockwise): gives places as a reader sees them."""

    edges: Sequence[float]
    turn: int

    @property
    def width(self) -> float:
        return self._size[self.turn % 2]

    @property
    def height(self) -> float:
        return self._size[1 - self.turn % 2]

    @property
    def _size(self) -> tuple[float, float]:
        left, bottom, right, top = self.edges
        return right - left, top - bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        left, bottom, right, top = self.edges
        turned = ((x - left, top - y), (y - bottom, x - left), (right - x, y - bottom), (top - y, right - x))
        return turned[self.turn]

    def box(self, corners: Iterable[tuple[float, float]]) -> Box:
        return Box.around(self.point(x, y) for x, y in corners)
