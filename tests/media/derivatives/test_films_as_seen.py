"""Films show what their makers saw: shape, colours, fields, times and sounds,
measured on renditions.
"""

from fractions import Fraction
from pathlib import Path

import av
import numpy
import pytest

from media.derivatives import recordings
from media.files import ffmpeg, film
from media.validation import recordings as checks

X264 = ("-c:v", "libx264", "-preset", "ultrafast", "-crf", "6")
# Colours of a test card, side by side, as an ordinary screen shows them.
CARD = {
    "red": (200, 30, 30),
    "green": (30, 170, 40),
    "blue": (40, 60, 200),
    "grey": (128, 128, 128),
}


def card(width: int, height: int) -> list[str]:
    """Return ffmpeg's arguments for half a second of the card."""
    part = width // len(CARD)
    boxes = ",".join(
        f"drawbox=x={place * part}:y=0:w={part}:h={height}:t=fill:color=0x{bytes(colour).hex()}"
        for place, colour in enumerate(CARD.values())
    )
    source = f"color=black:s={width}x{height}:r=12:d=0.5,format=gbrp,{boxes}"
    return ["-f", "lavfi", "-i", source]


def write(path: Path, *arguments: str | Path) -> Path:
    ffmpeg.run(*arguments, path, seconds=60)
    return path


def rendition(path: Path, name: str = "720p") -> Path:
    """Make what visitors play of a film."""
    facts = checks.check(path)
    container = checks.container_of(path)
    inside = recordings.read_streams(str(path), container)
    assert inside.picture and inside.picture.size == (facts.width, facts.height)
    target = path.with_name(f"rendition-{path.stem}.mp4")
    made = recordings.film_arguments(name, inside, inside, False)
    return write(target, *ffmpeg.source(path, container), *made)


def pictures(path: Path) -> list[numpy.ndarray]:
    """Return the pictures as a player shows them: height × width × RGB."""
    target = path.with_suffix(".raw")
    shown = film.read(str(path), "mov")
    assert shown is not None
    # A player trusts the file's own words about its colours.
    colours = f"scale=in_color_matrix={shown.known_matrix}:out_range=pc,format=rgb24"
    write(target, "-i", path, "-vf", colours, "-fps_mode", "passthrough", "-f", "rawvideo")
    width, height = shown.size
    return list(numpy.fromfile(target, dtype=numpy.uint8).reshape(-1, height, width, 3))


def colours_of(path: Path) -> dict[str, tuple[int, ...]]:
    """Return the card's colours as the middle of a film shows them."""
    shown = pictures(path)
    picture = shown[len(shown) // 2]
    height, width, _ = picture.shape
    part = width / len(CARD)
    return {
        name: tuple(int(value) for value in picture[height // 2, round((place + 0.5) * part)])
        for place, name in enumerate(CARD)
    }


def assert_colours(path: Path, tolerance: int = 5) -> None:
    for name, shown in colours_of(path).items():
        difference = max(abs(a - b) for a, b in zip(shown, CARD[name], strict=True))
        assert difference <= tolerance, (name, shown)


@pytest.mark.parametrize(
    ("coded", "stretch", "seen"),
    [
        ((720, 576), "64/45", (1024, 576)),
        ((720, 576), "16/15", (768, 576)),
        ((720, 480), "8/9", (720, 540)),
        ((720, 480), "32/27", (853, 480)),
        ((1440, 1080), "4/3", (1920, 1080)),
        ((320, 180), "1000/1", (320, 180)),
    ],
)
def test_a_square_is_square(
    tmp_path: Path, coded: tuple[int, int], stretch: str, seen: tuple[int, int]
) -> None:
    pixel = Fraction(1) if stretch == "1000/1" else Fraction(stretch)
    wide, high = round(100 / pixel) if pixel > 1 else 100, 100 if pixel > 1 else round(100 * pixel)
    box = f"drawbox=x=80:y=40:w={wide}:h={high}:color=white:t=fill"
    source = f"color=black:s={coded[0]}x{coded[1]}:r=12:d=0.4,{box},setsar={stretch}"
    path = write(tmp_path / "box.mp4", "-f", "lavfi", "-i", source, *X264, "-pix_fmt", "yuv420p")
    facts = checks.check(path)
    assert facts.width == pytest.approx(seen[0], abs=1) and facts.height == seen[1]
    picture = pictures(rendition(path))[0]
    bright = picture[:, :, 1] > 128
    box_width, box_height = bright.any(axis=0).sum(), bright.any(axis=1).sum()
    assert box_width == pytest.approx(box_height, abs=3)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("is_copied", [True, False])
def test_what_is_up_stays_up(tmp_path: Path, turn: int, is_copied: bool) -> None:
    source = "color=black:s=320x180:r=12:d=0.4,drawbox=x=0:y=0:w=160:h=90:color=white:t=fill"
    codec = X264 if is_copied else ("-c:v", "mpeg4", "-q:v", "2")
    lying = write(
        tmp_path / "lying.mp4", "-f", "lavfi", "-i", source, *codec, "-pix_fmt", "yuv420p"
    )
    path = write(tmp_path / "turned.mp4", "-display_rotation", str(turn), "-i", lying, "-c", "copy")
    picture = pictures(rendition(path))[0]
    corners = {0: (0, 0), 90: (-1, 0), 180: (-1, -1), 270: (0, -1)}
    assert picture.shape[:2] == ((180, 320) if turn % 180 == 0 else (320, 180))
    down, across = corners[turn]
    assert picture[10 if down == 0 else -10, 10 if across == 0 else -10, 1] > 200
    assert (picture[:, :, 1] > 128).mean() == pytest.approx(0.25, abs=0.02)


@pytest.mark.parametrize(
    ("size", "matrix", "tags", "pixels", "bits"),
    [
        ((320, 180), "bt709", "bt709", "yuv444p", "tv"),
        ((320, 180), "bt601", "smpte170m", "yuv444p", "tv"),
        ((320, 180), "bt601", "bt470bg", "yuv422p", "tv"),
        ((320, 180), "bt601", "", "yuv444p", "tv"),
        ((1280, 720), "bt709", "", "yuv444p", "tv"),
        ((320, 180), "bt709", "bt709", "yuv444p", "pc"),
        ((320, 180), "bt601", "smpte170m", "yuvj420p", "pc"),
        ((320, 180), "bt709", "bt709", "yuv420p10le", "tv"),
        ((320, 180), "bt709", "bt709", "yuv420p", "tv"),
    ],
)
def test_colours_are_those_of_the_card(
    tmp_path: Path, size: tuple[int, int], matrix: str, tags: str, pixels: str, bits: str
) -> None:
    colours = f"scale=out_color_matrix={matrix}:out_range={bits},format={pixels}"
    told = ["-colorspace", tags, "-color_range", bits] if tags else []
    strip = [] if tags else ["-bsf:v", "h264_metadata=matrix_coefficients=2"]
    path = write(tmp_path / "card.mp4", *card(*size), "-vf", colours, *X264, *told, *strip)
    assert_colours(rendition(path))


@pytest.mark.parametrize("transfer", ["smpte2084", "arib-std-b67", "bt2020-10"])
def test_wide_colours_are_brought_to_ordinary_screens(tmp_path: Path, transfer: str) -> None:
    high = transfer != "bt2020-10"
    known = "setparams=color_primaries=bt709:color_trc=bt709:colorspace=gbr"
    light = "zscale=t=linear:npl=203,format=gbrpf32le,zscale=p=bt2020," if high else ""
    coded = f"zscale=t={transfer}:m=bt2020nc:p=bt2020:r=tv:npl=203,format=yuv420p10le"
    colours = f"{known},{light}{coded}"
    tags = ["-colorspace", "bt2020nc", "-color_primaries", "bt2020", "-color_trc", transfer]
    path = write(tmp_path / "wide.mp4", *card(320, 180), "-vf", colours, *X264, *tags)
    made = rendition(path)
    if not high:
        assert_colours(made, tolerance=8)
        return
    shown = colours_of(made)
    assert max(shown["grey"]) - min(shown["grey"]) <= 6, "grey has no tint"
    assert 70 <= shown["grey"][1] <= 180, "neither dark nor bleached"
    for name, strongest in (("red", 0), ("green", 1), ("blue", 2)):
        assert max(range(3), key=lambda one: shown[name][one]) == strongest, (name, shown[name])
    opened = film.read(str(made), "mov")
    assert opened and not opened.is_wide and opened.pixels == "yuv420p"


def test_woven_half_pictures_are_parted(tmp_path: Path) -> None:
    bar = "color=black:s=320x180:r=50:d=1[ground];color=white:s=24x180:r=50:d=1[bar]"
    graph = f"{bar};[ground][bar]overlay=x='t*250':y=0,interlace=scan=tff:lowpass=off"
    woven = ["-flags", "+ilme+ildct", "-x264-params", "tff=1", "-pix_fmt", "yuv420p"]
    path = write(tmp_path / "woven.mp4", "-filter_complex", graph, *X264, *woven)

    def fringe(picture: numpy.ndarray) -> int:
        starts = (picture[:, :, 1] > 128).argmax(axis=1)[20:160]
        return int(numpy.abs(numpy.diff(starts)).max())

    assert fringe(pictures(path)[6]) >= 4, "the film is woven"
    assert fringe(pictures(rendition(path))[6]) <= 2


def test_pictures_stay_at_their_times(tmp_path: Path) -> None:
    source = "testsrc2=s=320x180:r=30:d=2,select='not(between(n,10,29))*not(eq(n,3))'"
    coded = ["-fps_mode", "vfr", "-c:v", "mpeg4", "-q:v", "4"]
    path = write(tmp_path / "uneven.mp4", "-f", "lavfi", "-i", source, *coded)

    def times(place: Path) -> list[float]:
        with av.open(str(place)) as opened:
            return [frame.time for frame in opened.decode(video=0)]

    assert times(rendition(path)) == pytest.approx(times(path), abs=0.02)


def test_what_an_edit_list_hides_is_not_shown(tmp_path: Path) -> None:
    halves = "color=red:s=320x180:r=12:d=1[a];color=blue:s=320x180:r=12:d=1[b];[a][b]concat"
    sound = ["-f", "lavfi", "-i", "sine=d=2"]
    whole = write(
        tmp_path / "whole.mp4", *sound, "-filter_complex", halves, *X264, "-pix_fmt", "yuv420p"
    )
    path = write(tmp_path / "cut.mp4", "-ss", "1.1", "-i", whole, "-c", "copy")
    shown = pictures(rendition(path))
    assert shown[0][90, 160, 2] > 200 and shown[0][90, 160, 0] < 60, "it begins blue"


def pitch(path: Path) -> float:
    """Return the hertz of a film's only tone."""
    with av.open(str(path)) as opened:
        [stream] = opened.streams.audio
        waves = numpy.concatenate([one.to_ndarray()[0] for one in opened.decode(stream)])
        waves = waves[len(waves) // 4 : -len(waves) // 4]
        return float(numpy.diff((waves > 0).astype(int)).clip(0).sum() / len(waves) * stream.rate)


def test_the_sound_that_players_begin_with_is_heard(tmp_path: Path) -> None:
    tones = [part for hertz in (330, 880) for part in ("-f", "lavfi", "-i", f"sine={hertz}:d=1")]
    maps = ["-map", "0", "-map", "1", "-map", "2"]
    kinds = ["-disposition:a:0", "comment", "-disposition:a:1", "default"]
    source = [*card(320, 180), *tones, *maps, *kinds]
    path = write(tmp_path / "two.mp4", *source, *X264, "-pix_fmt", "yuv420p", "-t", "0.5")
    assert pitch(rendition(path)) == pytest.approx(880, rel=0.05)


def test_a_silent_film_stays_silent(tmp_path: Path) -> None:
    path = write(tmp_path / "silent.mov", *card(320, 180), *X264, "-pix_fmt", "yuv444p")
    with av.open(str(rendition(path))) as opened:
        assert [stream.type for stream in opened.streams] == ["video"]


def test_a_cover_is_no_film(tmp_path: Path) -> None:
    cover = write(
        tmp_path / "cover.png", "-f", "lavfi", "-i", "color=red:s=64x64", "-frames:v", "1"
    )
    plain = write(tmp_path / "plain.mp4", *card(320, 180), *X264, "-pix_fmt", "yuv420p")
    path = write(
        tmp_path / "covered.mp4",
        *("-i", cover, "-i", plain, "-map", "0", "-map", "1"),
        *("-c", "copy", "-disposition:v:0", "attached_pic"),
    )
    assert_colours(rendition(path))
