"""Films, sounds and captions for the tests, made on the spot."""

from pathlib import Path

from django.core.files import File

from media.files import ffmpeg
from media.models import MuseumMedia, Track

VTT = """WEBVTT

first
00:00:00.000 --> 00:00:00.800
The <i>bell</i> is rung.

00:00:01.000 --> 00:00:02.000 line:80%
<v Teacher>Sit down &amp; read.
"""


def film(
    path: Path,
    width: int = 320,
    height: int = 180,
    seconds: float = 2,
    sound: bool = True,
    options: tuple[str, ...] = (),
) -> Path:
    """Write a film of a test picture and a tone; the name's ending decides the container."""
    picture = ["-f", "lavfi", "-i", f"testsrc=size={width}x{height}:rate=12:duration={seconds}"]
    tone = ["-f", "lavfi", "-i", f"sine=frequency=440:duration={seconds}"] if sound else []
    codecs = ["-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8"]
    if path.suffix != ".webm":
        codecs = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"]
    ffmpeg.run(*picture, *tone, *codecs, *options, path, seconds=60)
    return path


def sound(path: Path, seconds: float = 2, options: tuple[str, ...] = ()) -> Path:
    """Write a tone; the name's ending decides the container."""
    source = ["-f", "lavfi", "-i", f"sine=frequency=330:duration={seconds}"]
    ffmpeg.run(*source, *options, path, seconds=60)
    return path


def recorded(path: Path, kind: str = "video", **fields: str) -> MuseumMedia:
    """Store a file as a curator's form does, which looks into it."""
    with path.open("rb") as file:
        recording = MuseumMedia(
            title="The bell", type=kind, file=File(file, name=path.name), **fields
        )
        recording.full_clean(exclude=["collection"])
        recording.save()
    return recording


def tracked(recording: MuseumMedia, kind: str, language: str, path: Path) -> Track:
    """Store a track as a curator's form does."""
    with path.open("rb") as file:
        track = Track(
            recording=recording, kind=kind, language=language, file=File(file, name=path.name)
        )
        track.full_clean()
        track.save()
    return track


def captions(folder: Path, text: str = VTT, name: str = "words.vtt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
