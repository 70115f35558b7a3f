"""How large a 3D object is, by what its document states; nothing is decoded, so a form may ask."""

from typing import Any

import numpy as np
from trimesh.transformations import quaternion_matrix

Json = dict[str, Any]
PLAUSIBLE = 0.005, 10
"""Metres that the longest side of a museum's object has; beyond them its unit is asked for."""
UNSIGNED_BITS = {5121: 8, 5123: 16, 5125: 32}
SIGNED_BITS = {5120: 7, 5122: 15}


def is_plausible(size: tuple[float, float, float]) -> bool:
    """Could an object of the museum's have this extent in metres?"""
    return PLAUSIBLE[0] <= max(size) <= PLAUSIBLE[1]


def stated(document: Json) -> tuple[float, float, float] | None:
    """Return the extent along x, y and z in the file's own units; None where it is not stated.

    A turned part may need less than this; `objects.measure` tells exactly.
    """
    try:
        corners = [ends @ place.T for ends, place in parts(document)]
    except (IndexError, KeyError, TypeError, ValueError):
        return None
    if not corners:
        return None
    x, y, z, _one = np.ptp(np.concatenate(corners), axis=0)
    return float(x), float(y), float(z)


def parts(document: Json) -> Any:
    """Yield the corners of each part's bounds, and the matrix that puts them to their place."""
    nodes = document["nodes"]
    children = {child for node in nodes for child in node.get("children", [])}
    waiting = [(number, np.eye(4)) for number in range(len(nodes)) if number not in children]
    while waiting:
        number, place = waiting.pop()
        node = nodes[number]
        place = place @ matrix(node)
        waiting += [(child, place) for child in node.get("children", [])]
        if "mesh" in node:
            for primitive in document["meshes"][node["mesh"]]["primitives"]:
                yield bounds(document["accessors"][primitive["attributes"]["POSITION"]]), place


def bounds(accessor: Json) -> Any:
    """Return the eight corners of what an accessor holds, as rows of x, y, z and 1."""
    ends = np.array([accessor["min"], accessor["max"]], float)
    if accessor.get("normalized"):
        # Whole numbers stand for parts of one.
        kind = accessor["componentType"]
        ends /= 2 ** (UNSIGNED_BITS | SIGNED_BITS)[kind] - 1
    return np.array([[*ends[list(which), [0, 1, 2]], 1] for which in np.ndindex(2, 2, 2)])


def matrix(node: Json) -> Any:
    """Return how a node moves, turns and scales its parts, as 4 × 4 numbers for columns."""
    if "matrix" in node:
        return np.array(node["matrix"], float).reshape(4, 4).T
    x, y, z, w = node.get("rotation", (0, 0, 0, 1))
    place = quaternion_matrix((w, x, y, z))
    place[:3, :3] *= np.array(node.get("scale", (1, 1, 1)), float)
    place[:3, 3] = node.get("translation", (0, 0, 0))
    return place
