"""A vector canvas: collects SVG elements and rasterises them through libvips (librsvg)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyvips

Point = tuple[float, float]
Ring = Sequence[Point]

SUPERSAMPLING = 2  # drawn at twice the size and averaged, for the finest lines


def path_of(points: Ring, closed: bool = True) -> str:
    """SVG path data of a polygon or polyline."""
    body = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return f"M{body}Z" if closed else f"M{body}"


class Canvas:
    """SVG elements in painting order, in pixels of the finished picture."""

    def __init__(self, width: int, height: int, background: str) -> None:
        self.width, self.height = width, height
        self.elements: list[str] = []
        self.rect(0, 0, width, height, background)

    def path(
        self,
        data: str,
        fill: str | None = None,
        stroke: str | None = None,
        width: float = 1.0,
        opacity: float = 1.0,
        dash: str = "",
    ) -> None:
        """Any SVG path, filled and/or stroked."""
        style = f'fill="{fill}" fill-rule="evenodd"' if fill else 'fill="none"'
        if stroke:
            style += f' stroke="{stroke}" stroke-width="{width:.2f}"'
            style += ' stroke-linecap="round" stroke-linejoin="round"'
        if dash:
            style += f' stroke-dasharray="{dash}"'
        if opacity < 1:
            style += f' opacity="{opacity:.2f}"'
        self.elements.append(f'<path d="{data}" {style}/>')

    def polygon(
        self,
        points: Ring,
        fill: str | None = None,
        stroke: str | None = None,
        width: float = 1.0,
        opacity: float = 1.0,
    ) -> None:
        """A closed shape."""
        self.path(path_of(points), fill, stroke, width, opacity)

    def line(self, points: Ring, stroke: str, width: float = 1.0, dash: str = "") -> None:
        """An open polyline."""
        self.path(path_of(points, closed=False), None, stroke, width, dash=dash)

    def rect(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: str | None = None,
        stroke: str | None = None,
        width: float = 1.0,
        opacity: float = 1.0,
    ) -> None:
        """An axis-parallel rectangle by its top-left corner and size."""
        corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
        self.polygon(corners, fill, stroke, width, opacity)

    def circle(
        self,
        x: float,
        y: float,
        r: float,
        fill: str | None = None,
        stroke: str | None = None,
        width: float = 1.0,
        opacity: float = 1.0,
    ) -> None:
        """A circle."""
        data = f"M{x - r:.1f} {y:.1f}a{r:.1f} {r:.1f} 0 1 0 {2 * r:.1f} 0"
        self.path(f"{data}a{r:.1f} {r:.1f} 0 1 0 {-2 * r:.1f} 0Z", fill, stroke, width, opacity)

    @contextmanager
    def clipped(self, rings: Sequence[Ring]) -> Iterator[None]:
        """Paint only inside the rings (even-odd)."""
        name = f"c{len(self.elements)}"
        data = "".join(path_of(ring) for ring in rings)
        self.elements.append(
            f'<clipPath id="{name}"><path d="{data}" clip-rule="evenodd"/></clipPath>'
            f'<g clip-path="url(#{name})">'
        )
        yield
        self.elements.append("</g>")

    @contextmanager
    def transformed(self, transform: str, opacity: float = 1.0) -> Iterator[None]:
        """Paint under an SVG transform, for example ``rotate(4 100 100)``."""
        self.elements.append(f'<g transform="{transform}" opacity="{opacity:.2f}">')
        yield
        self.elements.append("</g>")

    def svg(self) -> str:
        """The whole picture as SVG text."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{self.height}">'
            + "".join(self.elements)
            + "</svg>"
        )

    def raster(self) -> pyvips.Image:
        """The picture as sRGB pixels at its finished size."""
        drawn = pyvips.Image.svgload_buffer(
            self.svg().encode(), scale=SUPERSAMPLING, unlimited=True
        )
        return drawn.flatten(background=255).shrink(SUPERSAMPLING, SUPERSAMPLING).cast("uchar")

    def save(self, path: Path, quality: int = 80) -> None:
        """Write a WebP picture without metadata."""
        self.raster().webpsave(str(path), Q=quality, effort=5, smart_subsample=True, keep="none")
