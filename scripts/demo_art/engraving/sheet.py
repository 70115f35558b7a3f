"""What a picture function gets: a canvas, a seeded pen, type, and the document's words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.canvas import Canvas
from scripts.demo_art.engraving.pen import Pen
from scripts.demo_art.lettering import facsimile
from scripts.demo_art.lettering.typesetting import Line, Type, fitted, shape, wrap


class Sheet:
    """A picture in the making; lengths in pixels of the finished picture."""

    def __init__(self, key: str, width: int, height: int, background: str) -> None:
        self.key, self.width, self.height = key, width, height
        self.canvas = Canvas(width, height, background)
        self.pen = Pen(self.canvas, key)

    @cached_property
    def text(self) -> facsimile.Facsimile:
        """The words of the document (only document genres have them)."""
        return facsimile.read(self.key)

    def write(
        self,
        text: str,
        x: float,
        y: float,
        type_: Type,
        anchor: str = "middle",
        ink: str = p.INK,
        direction: str = "",
        width: float = 0,
    ) -> Line:
        """One line with its baseline at y; anchor left, middle or right; shrunk to ``width``."""
        if width:
            type_ = fitted(text, type_, width, direction)
        line = shape(text, type_, direction)
        left = x - {"left": 0, "middle": line.width / 2, "right": line.width}[anchor]
        self.canvas.path(line.path(left, y), ink)
        return line

    def paragraph(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        type_: Type,
        leading: float = 1.4,
        ink: str = p.INK,
        direction: str = "",
        justify: bool = True,
        anchor: str = "",
    ) -> float:
        """A paragraph from its first baseline y; returns the baseline after it."""
        direction = direction or self.text.direction
        lines = wrap(text, type_, width, direction)
        for i, words in enumerate(lines):
            line = shape(words, type_, direction)
            if justify and i < len(lines) - 1 and " " in words:
                spare = (width - line.width) / words.count(" ")
                line = shape(words, type_, direction, space=min(spare, type_.size))
            left = x if direction == "ltr" else x + width - line.width
            if anchor == "middle":
                left = x + (width - line.width) / 2
            self.canvas.path(line.path(left, y), ink)
            y += type_.size * leading
        return y


@dataclass(frozen=True)
class Picture:
    """A registered picture: its size in pixels, ground colour and drawing function."""

    key: str
    width: int
    height: int
    background: str
    draw: Callable[[Sheet], None]


PICTURES: dict[str, Picture] = {}

Drawing = Callable[[Sheet], None]


def picture(
    key: str, width: int, height: int, background: str = p.PAPER
) -> Callable[[Drawing], Drawing]:
    """Register the decorated function as the drawing of ``key``."""

    def register(function: Drawing) -> Drawing:
        PICTURES[key] = Picture(key, width, height, background, function)
        return function

    return register
