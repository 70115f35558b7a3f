"""Setting lines of type: shaping by harfbuzz, right order in both directions, outlines out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb

from scripts.demo_art.lettering.bidi import base_direction, visual_runs
from scripts.demo_art.lettering.fonts import Face, face_for

# Characters that few typefaces have, and the nearest that they do have.
STAND_INS = str.maketrans({"\u202f": "\u00a0"})


@dataclass(frozen=True)
class Type:
    """A way to set type; size and tracking in pixels."""

    family: str
    size: float
    weight: int = 400
    italic: bool = False
    tracking: float = 0.0

    def at(self, size: float) -> Type:
        """The same type in another size."""
        scale = size / self.size
        return Type(self.family, size, self.weight, self.italic, self.tracking * scale)


class Glyph(NamedTuple):
    """A placed glyph: its left edge in pixels from the line's start; ``cluster`` in the text."""

    face: Face
    number: int
    x: float
    y: float
    cluster: int


class Line(NamedTuple):
    """A shaped line, glyphs from left to right."""

    glyphs: list[Glyph]
    width: float
    size: float

    def path(self, x: float, y: float) -> str:
        """SVG path data with the line's left end of baseline at x, y."""
        data = []
        for glyph in self.glyphs:
            scale = self.size / glyph.face.em
            left, base = x + glyph.x, y - glyph.y
            for command, numbers in glyph.face.outline(glyph.number):
                places = [
                    f"{left + n * scale:.1f}" if i % 2 == 0 else f"{base - n * scale:.1f}"
                    for i, n in enumerate(numbers)
                ]
                data.append(command + " ".join(places))
        return "".join(data)


def shape(text: str, type_: Type, direction: str = "", space: float = 0.0) -> Line:
    """Shape one line; ``space`` is added to every word space (justification)."""
    direction = direction or base_direction(text)
    text = text.translate(STAND_INS)
    glyphs: list[Glyph] = []
    x = 0.0
    for start, end, level in visual_runs(text, direction):
        parts = list(_by_face(text, start, end, type_))
        for face, first, last in reversed(parts) if level % 2 else parts:
            x = _shape_part(text, first, last, level, face, type_, space, x, glyphs)
    return Line(glyphs, max(x - type_.tracking, 0.0), type_.size)


def _by_face(text: str, start: int, end: int, type_: Type) -> list[tuple[Face, int, int]]:
    def face(i: int) -> Face:
        return face_for(text[i], type_.family, type_.weight, type_.italic)

    parts = []
    for found, group in groupby(range(start, end), face):
        places = list(group)
        parts.append((found, places[0], places[-1] + 1))
    return parts


def _shape_part(
    text: str,
    first: int,
    last: int,
    level: int,
    face: Face,
    type_: Type,
    space: float,
    x: float,
    glyphs: list[Glyph],
) -> float:
    buffer = hb.Buffer()
    buffer.add_str(text[first:last])
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if level % 2 else "ltr"
    hb.shape(face.font, buffer, {"kern": True, "liga": type_.tracking == 0})
    scale = type_.size / face.em
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        cluster = first + info.cluster
        glyphs.append(
            Glyph(
                face,
                info.codepoint,
                x + position.x_offset * scale,
                position.y_offset * scale,
                cluster,
            )
        )
        x += position.x_advance * scale + (type_.tracking if position.x_advance else 0)
        if text[cluster] == " ":
            x += space
    return x


def wrap(text: str, type_: Type, width: float, direction: str = "") -> list[str]:
    """Break a paragraph into lines no wider than ``width``, in logical order."""
    direction = direction or base_direction(text)
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and shape(longer, type_, direction).width <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def fitted(text: str, type_: Type, width: float, direction: str = "") -> Type:
    """The type, made smaller where the text would be wider than ``width``."""
    natural = shape(text, type_, direction).width
    return type_ if natural <= width else type_.at(type_.size * width / natural)
