"""Solids with their materials, and the GLB that they are written to.

Lengths are metres, y is up.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from media.files import glb

Floats = npt.NDArray[np.float32]
Profile = Sequence[tuple[float, float]]
"""Points (radius, height) from below to above, as seen on the right of the axis."""

FLOAT, SHORT = 5126, 5123
VERTICES, INDICES = 34962, 34963
CREASE = math.radians(38)
"""Where a profile turns by more, its edge stays sharp."""


@dataclass(frozen=True)
class Material:
    """How a surface looks, in the terms of glTF's metallic-roughness model.

    Colours as `#rrggbb`.
    """

    name: str
    colour: str = "#ffffff"
    metallic: float = 0.0
    roughness: float = 0.6
    opacity: float = 1.0
    texture: Image.Image | None = None
    # Green is the roughness, blue the metal, as glTF has it.
    surface: Image.Image | None = None
    normals: Image.Image | None = None
    # Parts of the texture that are transparent are holes.
    pierced: bool = False
    double_sided: bool = False


@dataclass(frozen=True)
class Part:
    """Triangles of one material: points, normals, places on the texture, and corners."""

    points: Floats
    normals: Floats
    uv: Floats
    corners: npt.NDArray[np.uint16]
    material: Material = field(default_factory=lambda: Material("plain"))

    def moved(self, x: float = 0, y: float = 0, z: float = 0) -> "Part":
        return replace(self, points=(self.points + np.array([x, y, z])).astype(np.float32))

    def turned(self, axis: str, degrees: float) -> "Part":
        """Turn around an axis through the origin, anticlockwise as seen from its end."""
        one, two = {"x": (1, 2), "y": (2, 0), "z": (0, 1)}[axis]
        angle = math.radians(degrees)
        matrix = np.eye(3)
        matrix[one, one] = matrix[two, two] = math.cos(angle)
        matrix[one, two], matrix[two, one] = -math.sin(angle), math.sin(angle)
        return replace(
            self,
            points=(self.points @ matrix.T).astype(np.float32),
            normals=(self.normals @ matrix.T).astype(np.float32),
        )


def linear(colour: str) -> list[float]:
    """Return a colour's red, green and blue as light, 0 to 1."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [round(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4, 5) for c in parts]


def curve(points: Profile, steps: int = 5) -> list[tuple[float, float]]:
    """Return a smooth line through points (Catmull and Rom's spline)."""
    ends = [points[0], *points, points[-1]]
    line = [points[0]]
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(1, steps + 1):
            t = step / steps
            line.append(tuple(_spline(a[i], b[i], c[i], d[i], t) for i in (0, 1)))  # type: ignore[arg-type]
    return line


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3
    )


def lathe(profile: Profile, material: Material, sides: int = 64, repeat: float = 1) -> Part:
    """Turn a profile around the upright axis; the texture goes `repeat` times around."""
    rows = profile_rows(profile)
    around = np.linspace(0, 2 * math.pi, sides + 1)
    sine, cosine = np.sin(around), np.cos(around)
    points, normals, uv = [], [], []
    length = sum(math.dist(a, b) for a, b in pairwise(profile)) or 1
    for (radius, height), (out, up), along in rows:
        points.append(np.stack([radius * sine, np.full_like(sine, height), radius * cosine], 1))
        normals.append(np.stack([out * sine, np.full_like(sine, up), out * cosine], 1))
        uv.append(
            np.stack([around / (2 * math.pi) * repeat, np.full_like(sine, 1 - along / length)], 1)
        )
    return Part(
        *joined(points, normals, uv), grid(len(rows), sides + 1, every_second=True), material
    )


def profile_rows(profile: Profile) -> list[tuple[tuple[float, float], tuple[float, float], float]]:
    """Two rows (point, normal, length so far) for each piece of a profile; smooth where it is."""
    pieces = list(pairwise(profile))
    normals = [_unit(b[1] - a[1], a[0] - b[0]) for a, b in pieces]

    def blended(index: int, other: int) -> tuple[float, float]:
        own = normals[index]
        if not 0 <= other < len(normals):
            return own
        dot = own[0] * normals[other][0] + own[1] * normals[other][1]
        if dot < math.cos(CREASE):
            return own
        return _unit(own[0] + normals[other][0], own[1] + normals[other][1])

    rows, along = [], 0.0
    for index, (a, b) in enumerate(pieces):
        rows.append((a, blended(index, index - 1), along))
        along += math.dist(a, b)
        rows.append((b, blended(index, index + 1), along))
    return rows


def _unit(x: float, y: float) -> tuple[float, float]:
    length = math.hypot(x, y) or 1
    return x / length, y / length


def joined(*rows: list[npt.NDArray[Any]]) -> tuple[Floats, Floats, Floats]:
    points, normals, uv = (np.concatenate(one).astype(np.float32) for one in rows)
    return points, normals, uv


def grid(rows: int, across: int, every_second: bool = False) -> npt.NDArray[np.uint16]:
    """Return the triangles of a grid's cells; every second gap between rows may be left out."""
    corners = []
    for row in range(0, rows - 1, 2 if every_second else 1):
        start = row * across + np.arange(across - 1)
        corners.append(np.stack([start, start + 1, start + across], 1))
        corners.append(np.stack([start + 1, start + across + 1, start + across], 1))
    return np.concatenate(corners).astype(np.uint16)


def sheet(heights: Floats, width: float, depth: float, material: Material) -> Part:
    """A relief that faces the front: heights (rows from above) over width × depth."""
    rows, across = heights.shape
    x, y = np.linspace(-width / 2, width / 2, across), np.linspace(depth / 2, -depth / 2, rows)
    down, right = np.gradient(heights, depth / (rows - 1), width / (across - 1))
    normals = np.stack([-right, down, np.ones_like(heights)], 2)
    normals /= np.linalg.norm(normals, axis=2, keepdims=True)
    flat_x, flat_y = np.meshgrid(x, y)
    points = np.stack([flat_x, flat_y, heights], 2)
    u, v = np.meshgrid(np.linspace(0, 1, across), np.linspace(0, 1, rows))
    corners = grid(rows, across)[:, ::-1]
    flat = [one.reshape(-1, one.shape[2]).astype(np.float32) for one in (points, normals)]
    uv = np.stack([u, v], 2).reshape(-1, 2).astype(np.float32)
    return Part(flat[0], flat[1], uv, corners, material)


def wall(outline: Profile, front: float, back: float, material: Material) -> Part:
    """The edge of a plate: an outline (x, y), clockwise as seen from the front,
    between two depths.
    """
    points, normals, uv = [], [], []
    closed = [*outline, outline[0]]
    for a, b in pairwise(closed):
        nx, ny = _unit(a[1] - b[1], b[0] - a[0])
        points.append(np.array([[*a, front], [*b, front], [*a, back], [*b, back]]))
        normals.append(np.tile([nx, ny, 0.0], (4, 1)))
        uv.append(np.array([[0, 0], [0.1, 0], [0, 0.1], [0.1, 0.1]]))
    pieces = np.arange(len(outline))[:, None] * 4
    corners = np.concatenate([pieces + [0, 2, 1], pieces + [1, 2, 3]]).astype(np.uint16)
    return Part(*joined(points, normals, uv), corners, material)


def box(width: float, height: float, depth: float, material: Material) -> Part:
    """A box that stands on the ground."""
    points: list[Floats] = []
    normals: list[Floats] = []
    uv: list[Floats] = []
    corners: list[list[int]] = []
    half = np.array([width / 2, height / 2, depth / 2])
    for axis in range(3):
        for sign in (1, -1):
            one, two = (axis + 1) % 3, (axis + 2) % 3
            face = np.zeros((4, 3), np.float32)
            face[:, axis] = sign
            face[:, one], face[:, two] = [-1, 1, 1, -1], [-1, -1, 1, 1]
            start = 4 * len(points)
            order = (0, 1, 2, 3) if sign > 0 else (3, 2, 1, 0)
            points.append(face * half + [0, height / 2, 0])
            normals.append(np.tile(np.eye(3)[axis] * sign, (4, 1)))
            uv.append(np.array([[0, 1], [1, 1], [1, 0], [0, 0]]))
            corners += [[start + order[i] for i in three] for three in ((0, 1, 2), (0, 2, 3))]
    return Part(*joined(points, normals, uv), np.array(corners, np.uint16), material)


def write(path: Path, name: str, parts: list[Part]) -> None:
    """Write parts to a GLB, one mesh with a primitive for each material."""
    builder = Builder()
    materials: dict[str, list[Part]] = {}
    for part in parts:
        materials.setdefault(part.material.name, []).append(part)
    primitives = [builder.primitive(merged(group)) for group in materials.values()]
    document = {
        "asset": {"version": "2.0", "generator": "Digital museum, home.demo.objects"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0, "name": name}],
        "meshes": [{"primitives": primitives, "name": name}],
        **builder.document(),
    }
    glb.write(path, document, bytes(builder.binary))


def merged(parts: list[Part]) -> Part:
    starts = np.cumsum([0, *(len(part.points) for part in parts)])
    corners = [part.corners + start for part, start in zip(parts, starts, strict=False)]
    rows = [np.hstack([part.points, part.normals, part.uv]) for part in parts]
    # Points that rows of a smooth surface share are stored once.
    kept, places = np.unique(np.round(np.concatenate(rows), 5), axis=0, return_inverse=True)
    points, normals, uv = np.split(kept.astype(np.float32), [3, 6], axis=1)
    used = places.reshape(-1)[np.concatenate(corners)].astype(np.uint16)
    return Part(points, normals, uv, used, parts[0].material)


class Builder:
    """Collects what a GLB's document lists, and its bytes."""

    def __init__(self) -> None:
        self.binary = bytearray()
        self.views: list[dict[str, Any]] = []
        self.accessors: list[dict[str, Any]] = []
        self.materials: list[dict[str, Any]] = []
        self.images: list[dict[str, Any]] = []
        self.known: dict[int, int] = {}

    def document(self) -> dict[str, Any]:
        parts: dict[str, list[Any]] = {
            "materials": self.materials,
            "images": self.images,
            "textures": [
                {"source": index, "sampler": int(image["mimeType"] == "image/png")}
                for index, image in enumerate(self.images)
            ],
            # Surfaces repeat; what has holes ends at its edges.
            "samplers": [{"wrapS": wrap, "wrapT": wrap} for wrap in (10497, 33071)],
            "accessors": self.accessors,
            "bufferViews": self.views,
            "buffers": [{"byteLength": len(self.binary)}],
        }
        return {name: part for name, part in parts.items() if part}

    def view(self, data: bytes, **details: int) -> int:
        self.views.append(
            {"buffer": 0, "byteOffset": len(self.binary), "byteLength": len(data), **details}
        )
        self.binary += data + b"\0" * (-len(data) % 4)
        return len(self.views) - 1

    def accessor(self, data: npt.NDArray[Any], kind: str, target: int) -> int:
        component = SHORT if data.dtype == np.uint16 else FLOAT
        view = self.view(np.ascontiguousarray(data).tobytes(), target=target)
        found = {"bufferView": view, "componentType": component, "count": len(data), "type": kind}
        if kind == "VEC3":
            found |= {"min": data.min(0).tolist(), "max": data.max(0).tolist()}
        self.accessors.append(found)
        return len(self.accessors) - 1

    def primitive(self, part: Part) -> dict[str, Any]:
        attributes = {
            "POSITION": self.accessor(part.points, "VEC3", VERTICES),
            "NORMAL": self.accessor(part.normals, "VEC3", VERTICES),
            "TEXCOORD_0": self.accessor(part.uv, "VEC2", VERTICES),
        }
        indices = self.accessor(part.corners.reshape(-1, 1), "SCALAR", INDICES)
        self.materials.append(self.material(part.material))
        return {
            "attributes": attributes,
            "indices": indices,
            "material": len(self.materials) - 1,
        }

    def material(self, material: Material) -> dict[str, Any]:
        base = {
            "baseColorFactor": [*linear(material.colour), material.opacity],
            "metallicFactor": material.metallic,
            "roughnessFactor": material.roughness,
        }
        found: dict[str, Any] = {"name": material.name, "pbrMetallicRoughness": base}
        if material.texture:
            base["baseColorTexture"] = {"index": self.image(material.texture)}
        if material.surface:
            base["metallicRoughnessTexture"] = {"index": self.image(material.surface)}
        if material.normals:
            found["normalTexture"] = {"index": self.image(material.normals)}
        if material.pierced:
            found |= {"alphaMode": "MASK", "alphaCutoff": 0.5}
        if material.opacity < 1:
            found["alphaMode"] = "BLEND"
        if material.double_sided:
            found["doubleSided"] = True
        return found

    def image(self, image: Image.Image) -> int:
        """Store a picture once: JPEG, or PNG where it has holes."""
        if id(image) in self.known:
            return self.known[id(image)]
        data = BytesIO()
        if image.mode == "RGBA":
            image.quantize(64, method=Image.Quantize.FASTOCTREE).save(data, "PNG", optimize=True)
        else:
            image.convert("RGB").save(data, "JPEG", quality=78)
        kind = "image/png" if image.mode == "RGBA" else "image/jpeg"
        self.images.append({"bufferView": self.view(data.getvalue()), "mimeType": kind})
        self.known[id(image)] = len(self.images) - 1
        return self.known[id(image)]
