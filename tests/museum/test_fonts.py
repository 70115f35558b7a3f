"""A page loads the slices of a font that its words need, and the slices hold what they promise."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "museum" / "static" / "museum" / "build"
# What the museum's four languages are written with, beside the points, which stand on letters.
WRITTEN = {
    "common": " 0123456789.,:;!?()[]/-–—’“”…«»¿¡·×°&'\"",
    "hebrew": "אבגדהוזחטיךכלםמןנסעףפץצקרשת־׳״ָּׁ",
    "latin": "abzABZáàâçéèêëîïíñóôúùûüœÁÀÂÇÉÈÊËÎÏÍÑÓÔÚÙÛÜŒ",
}


def promised() -> list[tuple[str, set[int]]]:
    """Return each slice of the style sheet: its file's name and its characters."""
    rules = re.findall(
        r"fonts/([\w-]+\.woff2)[^}]*?unicode-range:\s*([^;}]+)", (BUILD / "museum.css").read_text()
    )
    return [(name, characters(ranges)) for name, ranges in rules]


def characters(ranges: str) -> set[int]:
    found: set[int] = set()
    for one in ranges.split(","):
        first, _, last = one.strip().removeprefix("U+").partition("-")
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


@pytest.mark.parametrize("face", ["heebo-400", "heebo-600", "frank-ruhl-libre-400"])
def test_a_language_needs_two_slices_of_a_face(face: str):
    slices = dict(promised())
    for name, written in WRITTEN.items():
        file = f"{face}-{name}.woff2"
        assert {ord(one) for one in written} <= slices[file]
        drawn = TTFont(BUILD / "fonts" / file).getBestCmap()
        assert [one for one in written if ord(one) not in drawn] == []


def test_no_character_is_in_two_slices_of_a_face():
    seen: set[tuple[str, int]] = set()
    for name, found in promised():
        face = re.split(r"-(?=common|signs|hebrew|latin)", name)[0]
        pairs = {(face, one) for one in found}
        assert not pairs & seen
        seen |= pairs
    assert len(promised()) == 18
