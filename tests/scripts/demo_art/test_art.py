"""The pictures of the demonstration museum: drawn by this project, whole, light and in order."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import pyvips

from scripts.demo_art import draw
from scripts.demo_art.__main__ import main
from scripts.demo_art.engraving.geometry import hatch, rectangle, swelling
from scripts.demo_art.lettering.bidi import levels, visual_runs
from scripts.demo_art.lettering.facsimile import ARTIFACTS
from scripts.demo_art.lettering.typesetting import Type, shape, wrap

HEROES = {"hero-home", "hero-first-schools", "hero-the-road-east", "hero-lights-and-hands"}
MEGABYTE = 1024 * 1024


def artifact_keys() -> set[str]:
    return {path.stem for path in ARTIFACTS.glob("*.toml")}


def committed() -> dict[str, Path]:
    return {path.stem: path for path in draw.FOLDER.iterdir()}


def visual(text: str, direction: str = "") -> str:
    """The characters in the order of the shaped glyphs, from left to right."""
    return "".join(
        text[glyph.cluster] for glyph in shape(text, Type("frank", 40), direction).glyphs
    )


def test_every_artifact_and_hero_has_a_drawing_and_nothing_else_has() -> None:
    assert set(draw.picture_keys()) == artifact_keys() | HEROES


@pytest.mark.parametrize("key", draw.picture_keys())
def test_a_drawing_has_content_and_comes_out_the_same_twice(key: str) -> None:
    first = draw.sheet(key)
    assert len(first.canvas.svg()) > 40_000
    assert 1600 <= max(first.width, first.height) <= 2400
    assert first.canvas.svg() == draw.sheet(key).canvas.svg()


def test_the_same_picture_is_written_twice_byte_for_byte(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("first", "second")]
    for folder in folders:
        folder.mkdir()
    first, second = (draw.draw("slate", folder) for folder in folders)
    assert first.read_bytes() == second.read_bytes()


def test_an_unknown_picture_is_refused() -> None:
    with pytest.raises(KeyError, match="No picture is named 'photograph'"):
        draw.sheet("photograph")


def test_every_picture_is_committed_and_all_together_are_light() -> None:
    assert set(committed()) == set(draw.picture_keys())
    assert sum(path.stat().st_size for path in committed().values()) <= 25 * MEGABYTE


@pytest.mark.parametrize("key", draw.picture_keys())
def test_a_committed_picture_has_its_size_and_is_not_blank(key: str) -> None:
    image = pyvips.Image.new_from_file(str(committed()[key]))
    drawing = draw.PICTURES[key]
    assert (image.width, image.height) == (drawing.width, drawing.height)
    assert image.colourspace("b-w").deviate() > 10


@pytest.mark.parametrize("key", sorted(artifact_keys()))
def test_a_document_is_set_from_its_own_words(key: str) -> None:
    record = tomllib.loads((ARTIFACTS / f"{key}.toml").read_text())
    made = draw.sheet(key)
    assert ("text" in made.__dict__) == ("facsimile" in record)


def test_hebrew_runs_from_right_to_left() -> None:
    assert visual("שלום") == "םולש"


def test_numbers_and_latin_keep_their_order_inside_hebrew() -> None:
    assert visual("תטואן 1862") == "1862 ןאוטת"
    assert visual("עיר Tétouan כאן") == "ןאכ Tétouan ריע"


def test_hebrew_inside_french_is_turned_as_one_run() -> None:
    assert visual("école כל ישראל, Paris") == "école לארשי לכ, Paris"


def test_brackets_and_full_stop_follow_the_line() -> None:
    assert visual("(חורף).") == ".)ףרוח("


def test_a_line_may_be_given_a_direction_against_its_first_letter() -> None:
    assert visual("Paris, תטואן", "rtl") == "ןאוטת ,Paris"


def test_persian_letters_are_joined_and_its_digits_read_from_the_left() -> None:
    joined = shape("تهران", Type("amiri", 40)).glyphs
    isolated = [shape(letter, Type("amiri", 40)).glyphs[0].number for letter in "تهران"]
    assert [glyph.number for glyph in reversed(joined)] != isolated
    assert visual("سال ۱۳۰۷").startswith("۱۳۰۷")


def test_levels_of_mixed_text() -> None:
    assert levels("אב 12", "rtl") == [1, 1, 1, 2, 2]
    assert visual_runs("ab אב", "ltr") == [(0, 3, 0), (3, 5, 1)]


def test_every_line_of_a_wrapped_paragraph_fits() -> None:
    type_ = Type("frank", 40)
    lines = wrap("מילים רבות שנשברות לשורות אחדות ברוחב קטן", type_, 300)
    assert len(lines) > 1
    assert all(shape(line, type_).width <= 300 for line in lines)


def test_a_letter_no_typeface_has_is_named() -> None:
    with pytest.raises(LookupError, match=r"U\+4E2D"):
        shape("中", Type("frank", 40))


def test_hatching_stays_inside_the_shape_and_out_of_its_hole() -> None:
    outer, hole = rectangle(0, 0, 100, 100), rectangle(40, 40, 20, 20)
    for angle in (0, 30, 90):
        for (x0, y0), (x1, y1) in hatch([outer, hole], angle, 5):
            x, y = (x0 + x1) / 2, (y0 + y1) / 2
            assert -0.01 <= x <= 100.01 and -0.01 <= y <= 100.01
            assert not (40.1 < x < 59.9 and 40.1 < y < 59.9)


def test_a_swelling_line_is_as_wide_as_asked() -> None:
    outline = swelling([(0, 0), (10, 0), (20, 0)], [0, 4, 0])
    assert max(y for _, y in outline) == pytest.approx(2)
    assert min(y for _, y in outline) == pytest.approx(-2)


def test_the_command_names_a_picture_that_does_not_exist() -> None:
    with pytest.raises(SystemExit, match="No picture is named 'photograph'"):
        main(["draw", "photograph"])


def test_the_command_names_an_object_that_does_not_exist() -> None:
    with pytest.raises(SystemExit, match="No object is named 'photograph'"):
        main(["model", "photograph"])
