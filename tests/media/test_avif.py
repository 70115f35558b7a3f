"""AVIF files are made at the museum's own speed, and remain good pictures."""

from io import BytesIO

import pytest
from PIL import AvifImagePlugin, Image

from media import avif


@pytest.mark.parametrize(("asked", "used"), [({}, avif.SPEED), ({"speed": 9}, 9)])
def test_speed(asked: dict[str, int], used: int, monkeypatch: pytest.MonkeyPatch) -> None:
    speeds: list[int] = []
    original = AvifImagePlugin._save

    def watch(image: Image.Image, *arguments: object) -> None:
        speeds.append(image.encoderinfo["speed"])
        original(image, *arguments)

    monkeypatch.setattr(AvifImagePlugin, "_save", watch)
    file = BytesIO()
    Image.new("RGB", (64, 48), (120, 40, 30)).save(file, "AVIF", quality=50, **asked)
    assert speeds == [used]
    with Image.open(file) as saved:
        assert saved.size == (64, 48)
        red, green, blue = saved.convert("RGB").getpixel((32, 24))
    assert abs(red - 120) < 8
    assert abs(green - 40) < 8
    assert abs(blue - 30) < 8
