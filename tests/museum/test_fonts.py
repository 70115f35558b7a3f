"""A page loads the slices of a font that its words need, and the slices hold what they promise."""

import re
from pathlib import Path

FRONTEND = Path(__file__).parents[2] / "frontend"
SLICES = ("common", "hebrew", "latin")


def built_ranges() -> dict[str, str]:
    """Return the Unicode ranges of each slice, as fonts.mjs cuts them."""
    source = (FRONTEND / "fonts.mjs").read_text()
    return {
        name: "".join(
            re.findall(
                r'"([^"]*)"', re.search(rf"^  {name}:(.*?),$", source, re.MULTILINE | re.DOTALL)[1]
            )
        )
        for name in SLICES
    }


def test_the_style_sheet_promises_what_the_build_cuts():
    ranges = built_ranges()
    faces = re.findall(
        r'fonts/[\w-]+-(\w+)\.woff2"\).*?unicode-range:(.*?);',
        (FRONTEND / "styles" / "fonts.css").read_text(),
        re.DOTALL,
    )
    assert len(faces) == 9
    for name, promised in faces:
        assert re.sub(r"\s", "", promised) == ranges[name]


def test_no_character_is_in_two_slices():
    seen: set[int] = set()
    for ranges in built_ranges().values():
        for one in ranges.split(","):
            first, _, last = one.removeprefix("U+").partition("-")
            characters = set(range(int(first, 16), int(last or first, 16) + 1))
            assert not characters & seen
            seen |= characters
