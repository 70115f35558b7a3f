"""Making the film and the sound: frames by Pillow, titles by the museum's typefaces,
files by ffmpeg.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyvips
from PIL import Image, ImageOps

from home.demo.content import CONTENT, LANGUAGES, PICTURES
from media.files import ffmpeg
from scripts.demo_art.engraving.canvas import Canvas
from scripts.demo_art.engraving.palette import BRASS_PALE, NIGHT, WHITE
from scripts.demo_art.film import narration, sound
from scripts.demo_art.film.scenes import DURATION, SCENES, Scene, View
from scripts.demo_art.lettering.typesetting import Type, fitted, shape

FOLDER = CONTENT.parent / "recordings"
WIDTH, HEIGHT, RATE = 1280, 720, 20
FADE = 0.7
"""Seconds in which one scene gives way to the next."""


def make_film(path: Path = FOLDER / "network.mp4") -> Path:
    """Make the film: about 3 MB, one minute."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        music = Path(folder, "music.wav")
        sound.write(sound.film_music(DURATION), music)
        size = f"{WIDTH}x{HEIGHT}"
        frames_in = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", size, "-r", str(RATE), "-i", "-"]
        picture = ["-c:v", "libx264", "-preset", "medium", "-crf", "36", "-tune", "animation"]
        picture += ["-pix_fmt", "yuv420p", "-g", "120", "-threads", "2"]
        tone = ["-c:a", "aac", "-b:a", "56k", "-ac", "1"]
        plain = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags", "+bitexact"]
        command = [ffmpeg.program(), "-loglevel", "error", "-y", *frames_in, "-i", str(music)]
        command += [*picture, *tone, *plain, "-shortest", "-movflags", "+faststart", str(path)]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:
            for frame in frames():
                encoder.stdin.write(frame.tobytes())  # type: ignore[union-attr]
            encoder.stdin.close()  # type: ignore[union-attr]
    return path


def make_sound(path: Path = FOLDER / "school-bell.mp3") -> Path:
    """Make the sound piece: about 300 kB, half a minute."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        piece = Path(folder, "piece.wav")
        sound.school_bell(piece)
        plain = ["-map_metadata", "-1", "-fflags", "+bitexact", "-write_xing", "1"]
        ffmpeg.run("-i", piece, "-c:a", "libmp3lame", "-b:a", "80k", *plain, path, seconds=60)
    return path


def make_voices() -> Iterator[Path]:
    """Make the film's dubbed sounds and spoken descriptions: eight files of about 300 kB."""
    plain = ["-map_metadata", "-1", "-fflags", "+bitexact", "-movflags", "+faststart"]
    for kind in narration.SAID:
        for language in LANGUAGES:
            path = FOLDER / f"network-{kind}-{language}.m4a"
            with tempfile.TemporaryDirectory() as folder:
                whole = Path(folder, "whole.wav")
                sound.write(narration.narrated(kind, language), whole)
                ffmpeg.run("-i", whole, "-c:a", "aac", "-b:a", "36k", *plain, path, seconds=60)
            yield path


def frames() -> Iterator[Image.Image]:
    """Yield every frame of the film, scenes fading into one another."""
    drawings = {scene.picture: drawing(scene.picture) for scene in SCENES if scene.picture}
    titles = [title(scene) for scene in SCENES]
    last: Image.Image | None = None
    for scene, words in zip(SCENES, titles, strict=True):
        count = round(scene.seconds * RATE)
        for number in range(count):
            frame = look(scene, drawings.get(scene.picture), number / max(1, count - 1))
            frame.paste(words, (0, 0), words)
            ease = (number + 1) / (FADE * RATE)
            yield Image.blend(last, frame, ease) if last and ease < 1 else frame
        last = frame


def drawing(key: str) -> Image.Image:
    """Return a drawing on dark ground, wide enough for every view of it."""
    picture = Image.open(PICTURES / f"{key}.webp").convert("RGB")
    return ImageOps.expand(picture, border=max(picture.size), fill=NIGHT)


def look(scene: Scene, picture: Image.Image | None, part: float) -> Image.Image:
    """Return what the camera sees of a drawing after a part (0–1) of the scene."""
    if picture is None:
        return Image.new("RGB", (WIDTH, HEIGHT), NIGHT)
    first, last = (in_pixels(view, picture) for view in (scene.way[0], scene.way[-1]))
    # The camera goes, and then rests: one reads while nothing moves, and it weighs little.
    part = min(1, part / 0.6)
    ease = part * part * (3 - 2 * part)
    x, y, width = (a + (b - a) * ease for a, b in zip(first, last, strict=True))
    height = width * HEIGHT / WIDTH
    box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
    return picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS, box=box)


def in_pixels(view: View, picture: Image.Image) -> View:
    """Return a view in px of the drawing on its ground; some are given in parts of its sides."""
    x, y, width = view
    # The border is as wide as the longer side.
    border = max(picture.size) / 3
    own_width, own_height = (side - 2 * border for side in picture.size)
    if width <= 2:
        width *= max(own_width, own_height * WIDTH / HEIGHT)
        x, y = x * own_width, y * own_height
    return x + border, y + border, width


def title(scene: Scene) -> Image.Image:
    """Return a scene's title as a picture to be laid over it: large on dark ground, else above."""
    canvas = Canvas(WIDTH, HEIGHT, NIGHT)
    canvas.elements.clear()
    if not scene.picture:
        canvas.path(line(scene.year, 640, 250, Type("frank", 76, 500)), BRASS_PALE)
        for place, name in enumerate(scene.names):
            canvas.path(line(name, 640, 350 + 64 * place, Type("frank", 44)), WHITE)
    elif scene.year:
        # Above: captions stand below.
        canvas.rect(0, 0, WIDTH, 118, NIGHT, opacity=0.88)
        canvas.path(line(scene.year, 640, 56, Type("frank", 46, 500)), BRASS_PALE)
        canvas.path(line("  ·  ".join(scene.names), 640, 98, Type("frank", 32)), WHITE)
    raster = pyvips.Image.svgload_buffer(canvas.svg().encode())
    return Image.fromarray(np.asarray(raster.cast("uchar")), "RGBA")


def line(text: str, x: float, y: float, type_: Type) -> str:
    """Return the outlines of a line of type around x."""
    set_ = shape(text, fitted(text, type_, WIDTH - 120), "ltr")
    return set_.path(x - set_.width / 2, y)
