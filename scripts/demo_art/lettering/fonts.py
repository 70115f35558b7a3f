"""Typefaces from the Fontsource packages (development only), opened in memory for shaping."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import uharfbuzz as hb
from fontTools.ttLib import TTFont

PACKAGES = Path(__file__).resolve().parents[3] / "node_modules"

# Name used by the pictures -> package folders in order of preference.
FAMILIES = {
    "frank": ["@fontsource/frank-ruhl-libre"],
    "heebo": ["@fontsource-variable/heebo"],
    "suez": ["@fontsource/suez-one"],
    "solitreo": ["@fontsource/solitreo"],
    "rashi": ["@fontsource/noto-rashi-hebrew"],
    "standard": ["@fontsource/old-standard-tt"],
    "fatface": ["@fontsource/abril-fatface"],
    "roundhand": ["@fontsource/pinyon-script"],
    "typewriter": ["@fontsource/cutive-mono"],
    "amiri": ["@fontsource/amiri"],
    "nastaliq": ["@fontsource/noto-nastaliq-urdu"],
}
# Where a family lacks a character, these are asked in turn.
FALLBACKS = ["frank", "standard", "amiri", "heebo"]


class Face:
    """One font file: its harfbuzz font, characters and outlines in ems (y upwards)."""

    def __init__(self, path: Path, weight: int) -> None:
        self.name = path.stem
        font = TTFont(path)
        self.characters = frozenset(font.getBestCmap())
        font.flavor = None
        data = BytesIO()
        font.save(data)
        self.font = hb.Font(hb.Face(data.getvalue()))
        if "fvar" in font:
            self.font.set_variations({"wght": weight})
        self.em = self.font.face.upem

    @cache  # noqa: B019 - faces live as long as the process
    def outline(self, glyph: int) -> tuple[tuple[str, tuple[float, ...]], ...]:
        """Drawing commands of a glyph in font units."""
        commands: list[tuple[str, tuple[float, ...]]] = []
        self.font.draw_glyph(glyph, _recorder(), commands)
        return tuple(commands)


@cache
def _recorder() -> hb.DrawFuncs:
    draw = hb.DrawFuncs()
    draw.set_move_to_func(lambda x, y, out: out.append(("M", (x, y))))
    draw.set_line_to_func(lambda x, y, out: out.append(("L", (x, y))))
    draw.set_quadratic_to_func(lambda a, b, x, y, out: out.append(("Q", (a, b, x, y))))
    draw.set_cubic_to_func(lambda a, b, c, d, x, y, out: out.append(("C", (a, b, c, d, x, y))))
    draw.set_close_path_func(lambda out: out.append(("Z", ())))
    return draw


@cache
def faces(family: str, weight: int = 400, italic: bool = False) -> tuple[Face, ...]:
    """The subset files of a family in one weight, then those of the fallback families."""
    style = "italic" if italic else "normal"
    found: list[Path] = []
    for package in FAMILIES[family]:
        files = PACKAGES / package / "files"
        for name in (f"*-{weight}-{style}", f"*-400-{style}", "*-wght-normal"):
            found = found or sorted(files.glob(f"{name}.woff2"))
    if not found:
        raise FileNotFoundError(f"No font files of {family} {weight} {style} under {PACKAGES}")
    return tuple(Face(path, weight) for path in found)


def face_for(character: str, family: str, weight: int, italic: bool) -> Face:
    """The first face that has the character: of the family itself, else of a fallback."""
    code = ord(character)
    for face in faces(family, weight, italic):
        if code in face.characters:
            return face
    for other in FALLBACKS:
        for face in faces(other, 700 if weight >= 600 else 400):
            if code in face.characters:
                return face
    raise LookupError(f"No typeface has {character!r} (U+{code:04X})")
