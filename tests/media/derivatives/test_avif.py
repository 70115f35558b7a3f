"""AVIF files are made at the museum's own speed, and remain good pictures."""

from io import BytesIO

import pytest
from PIL import AvifImagePlugin, Image

from media.files import avif


@pytest.mark.parametrize(
    ("width", "asked", "used"),
    [
        (avif.PATIENT_SIDE, {}, avif.PATIENT_SPEED),
        (avif.PATIENT_SIDE + 1, {}, avif.SPEED),
        (64, {"speed": 9}, 9),
    ],
)
def test_speed(
    width: int, asked: dict[str, int], used: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    speeds: list[int] = []
    original = AvifImagePlugin._save

    def watch(image: Image.Image, *arguments: object) -> None:
        speeds.append(image.encoderinfo["speed"])
        original(image, *arguments)

    monkeypatch.setattr(AvifImagePlugin, "_save", watch)
    file = BytesIO()
    Image.new("RGB", (width, 48), (120, 40, 30)).save(file, "AVIF", quality=50, **asked)
    assert speeds == [used]
    with Image.open(file) as saved:
        assert saved.size == (width, 48)
        red, green, blue = saved.convert("RGB").getpixel((32, 24))  # type: ignore[misc]
    assert abs(red - 120) < 8
    assert abs(green - 40) < 8
    assert abs(blue - 30) < 8


def noise(quality: int) -> bytes:
    """A picture without any order, which no encoder makes small."""
    file = BytesIO()
    Image.effect_noise((256, 256), 120).convert("RGB").save(file, "AVIF", quality=quality)
    return file.getvalue()


def test_a_picture_full_of_detail_gives_up_quality_to_stay_small(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bounded = len(noise(60))
    monkeypatch.setattr(avif, "BYTES_A_PIXEL", 100)
    assert bounded * 3 < len(noise(60))


def test_a_plain_picture_keeps_the_quality_that_was_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    qualities: list[int] = []
    original = AvifImagePlugin._save

    def watch(image: Image.Image, *arguments: object) -> None:
        qualities.append(image.encoderinfo["quality"])
        original(image, *arguments)

    monkeypatch.setattr(AvifImagePlugin, "_save", watch)
    Image.new("RGB", (256, 256), (120, 40, 30)).save(BytesIO(), "AVIF", quality=34)
    assert qualities == [34]
