"""Small plane geometry over points (x, y) in cm: distances and intersections of shapes."""

from collections.abc import Sequence
from itertools import product
from math import sqrt

Point = tuple[float, float]
Segment = tuple[Point, Point]


def edges(shape: Sequence[Point]) -> list[Segment]:
    """The sides of a closed shape."""
    return [(shape[index - 1], shape[index]) for index in range(len(shape))]


def closest(point: Point, segment: Segment) -> Point:
    """The point of a segment that is nearest to ``point``."""
    (ax, ay), (bx, by) = segment
    dx, dy = bx - ax, by - ay
    squared = dx * dx + dy * dy
    along = ((point[0] - ax) * dx + (point[1] - ay) * dy) / squared if squared else 0.0
    along = max(0.0, min(1.0, along))
    return ax + dx * along, ay + dy * along


def distance(one: Point, other: Point) -> float:
    return sqrt((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2)


def bridge(one: Segment, other: Segment) -> Segment:
    """The shortest link between two segments that do not cross, from one to the other."""
    links = [(point, closest(point, other)) for point in one]
    links += [(closest(point, one), point) for point in other]
    return min(links, key=lambda link: distance(*link))


def gap(one: Sequence[Segment], other: Sequence[Segment]) -> float:
    """Distance between two sets of sides that do not cross, in cm."""
    return min(distance(*bridge(a, b)) for a, b in product(one, other))


def intersect(one: Sequence[Point], other: Sequence[Point]) -> bool:
    """Whether two convex shapes share an area (separating axes); touching shapes do not."""
    for (ax, ay), (bx, by) in edges(one) + edges(other):
        across = (ay - by, bx - ax)
        first = [x * across[0] + y * across[1] for x, y in one]
        second = [x * across[0] + y * across[1] for x, y in other]
        if max(first) <= min(second) or max(second) <= min(first):
            return False
    return True


def inside(shape: Sequence[Point], x: float, y: float) -> bool:
    """Whether a point lies inside any closed shape (even-odd rule); on a side it may be either."""
    odd = False
    for (ax, ay), (bx, by) in edges(shape):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd
