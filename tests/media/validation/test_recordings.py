"""Films and sounds that are not what they say, not whole, or absurd, are refused in plain words."""

import shutil
from collections.abc import Callable
from pathlib import Path

import av
import pytest
from django.core.exceptions import ValidationError

from media.files import ffmpeg
from media.models import MuseumMedia
from media.validation import Refused, recordings
from tests.media import films

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One honest file of each kind."""
    place = tmp_path_factory.mktemp("films")
    films.film(place / "film.mp4")
    films.film(place / "film.mov", width=180, height=320)
    films.film(place / "film.webm", sound=False)
    for name in ("sound.mp3", "sound.wav", "sound.flac", "sound.ogg", "sound.m4a"):
        films.sound(place / name)
    films.film(place / "silent.mp4", sound=False)
    return place


@pytest.mark.parametrize(
    ("name", "media_type", "size"),
    [
        ("film.mp4", "video/mp4", (320, 180)),
        ("film.mov", "video/quicktime", (180, 320)),
        ("film.webm", "video/webm", (320, 180)),
        ("silent.mp4", "video/mp4", (320, 180)),
        ("sound.mp3", "audio/mpeg", (None, None)),
        ("sound.wav", "audio/wav", (None, None)),
        ("sound.flac", "audio/flac", (None, None)),
        ("sound.ogg", "audio/ogg", (None, None)),
        ("sound.m4a", "audio/mp4", (None, None)),
    ],
)
def test_an_honest_file_tells_its_facts(
    folder: Path, name: str, media_type: str, size: tuple[int | None, int | None]
) -> None:
    facts = recordings.check(folder / name)
    assert (facts.media_type, (facts.width, facts.height)) == (media_type, size)
    assert facts.duration == pytest.approx(2, abs=0.2)


def test_a_film_that_was_taken_upright_is_as_it_is_seen(folder: Path, tmp_path: Path) -> None:
    turned = tmp_path / "phone.mp4"
    ffmpeg.run(
        "-display_rotation", "90", "-i", folder / "film.mp4", "-c", "copy", turned, seconds=30
    )
    facts = recordings.check(turned)
    assert (facts.width, facts.height) == (180, 320)


def cut(folder: Path, path: Path, name: str) -> Path:
    whole = (folder / name).read_bytes()
    path.write_bytes(whole[: len(whole) * 6 // 10])
    return path


def noise(folder: Path, path: Path, name: str) -> Path:
    """Keep the beginning, and let the rest be anything."""
    whole = (folder / name).read_bytes()
    path.write_bytes(whole[:200] + bytes(range(256)) * (len(whole) // 256))
    return path


NAMES = ["film.mp4", "film.mov", "film.webm", "sound.flac", "sound.m4a"]


# Every byte is a sound in WAV: that it is whole is all that one can say.
@pytest.mark.parametrize(
    ("harm", "name"),
    [(cut, "sound.wav"), *((harm, name) for harm in (cut, noise) for name in NAMES)],
)
def test_a_damaged_file_is_refused(
    folder: Path, tmp_path: Path, harm: Callable[[Path, Path, str], Path], name: str
) -> None:
    with pytest.raises(Refused, match="damaged|breaks off|no sound|no moving|cannot be"):
        recordings.check(harm(folder, tmp_path / name, name))


def test_a_film_that_broke_off_behind_its_header_is_refused(tmp_path: Path) -> None:
    path = films.film(tmp_path / "long.mp4", seconds=12, options=("-movflags", "+faststart"))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Refused, match="breaks off|damaged"):
        recordings.check(path)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "empty.mp4"),
        (b"\0" * 4096, "zeros.mp4"),
        (b"<html><script>alert(1)</script></html>", "page.mp4"),
        (b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n", "playlist.mp4"),
        (b"ffconcat version 1.0\nfile /etc/passwd\n", "list.mp4"),
        (b"%PDF-1.7 ..........", "paper.mp3"),
        (b"MZ" + b"\0" * 100, "program.wav"),
        (b"ID3\x04\0\0\0\0\0\0" + b"<html>" * 40, "page.mp3"),
    ],
)
def test_what_is_no_recording_is_refused(tmp_path: Path, content: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Refused):
        recordings.check(tmp_path / name)


def test_a_wrong_name_is_said(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "film.mp4", tmp_path / "film.webm")
    with pytest.raises(Refused, match=r"ends in “\.webm”"):
        recordings.check(tmp_path / "film.webm")


def test_a_sound_is_no_film_and_a_film_no_sound(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "sound.m4a", tmp_path / "sound.mp4")
    with pytest.raises(Refused, match="no moving picture"):
        recordings.check(tmp_path / "sound.mp4")
    shutil.copy(folder / "film.mp4", tmp_path / "film.m4a")
    with pytest.raises(Refused, match="moving picture"):
        recordings.check(tmp_path / "film.m4a")


def test_a_film_of_absurd_size_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recordings, "MAX_SIDE", 300)
    monkeypatch.setattr(recordings, "read_through", None)  # nothing is decoded
    with pytest.raises(Refused, match="320 × 180"):
        recordings.check(folder / "film.mp4")


def test_a_claim_of_days_is_refused(folder: Path, tmp_path: Path) -> None:
    content = bytearray((folder / "sound.flac").read_bytes())
    # The last 36 bits of these eight bytes are the number of samples (RFC 9639, section 8.2).
    content[22:26] = b"\xff\xff\xff\xff"
    (tmp_path / "days.flac").write_bytes(content)
    with pytest.raises(Refused, match="twelve hours"):
        recordings.check(tmp_path / "days.flac")


def test_a_cover_on_a_sound_is_no_film(folder: Path, tmp_path: Path) -> None:
    cover = tmp_path / "cover.png"
    ffmpeg.run("-f", "lavfi", "-i", "color=red:size=64x64", "-frames:v", "1", cover, seconds=30)
    path = tmp_path / "song.mp3"
    inputs = ["-i", folder / "sound.mp3", "-i", cover, "-map", "0:a", "-map", "1:v"]
    ffmpeg.run(*inputs, "-c:a", "copy", "-disposition:v", "attached_pic", path, seconds=30)
    with av.open(str(path)) as opened:
        assert opened.streams.video
    assert recordings.check(path).media_type == "audio/mpeg"


@pytest.mark.django_db
def test_the_form_says_why(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "sound.m4a", tmp_path / "sound.mp4")
    with pytest.raises(ValidationError) as refusal:
        films.recorded(tmp_path / "sound.mp4", "video")
    assert "file" in refusal.value.message_dict
    assert not MuseumMedia.objects.exists()
