"""A bell and a plucked string, computed; the melody is the demonstration's own."""

from pathlib import Path

import numpy as np

from media.files import ffmpeg

RATE = 32_000
"""Samples a second."""
# The partials of a small handbell, as multiples of its strike note, with loudness and decay in s.
PARTIALS = (
    *((0.5, 0.25, 2.4), (1.0, 1.0, 1.7), (1.19, 0.5, 1.2), (1.5, 0.35, 0.9), (2.0, 0.6, 0.8)),
    *((2.74, 0.3, 0.45), (3.0, 0.25, 0.4), (4.07, 0.18, 0.25), (5.2, 0.1, 0.15)),
)
# Degrees of a scale on D, in semitones, with lengths in beats; 0 beats is never written.
SCALE = (0, 2, 3, 5, 7, 8, 10, 12)
VERSES = (
    ((0, 1), (2, 1), (4, 2), (3, 1), (2, 1), (1, 2)),
    ((2, 1), (3, 1), (4, 2), (5, 1), (4, 1), (4, 2)),
    ((7, 1), (5, 1), (4, 2), (3, 1), (2, 1), (3, 2)),
    ((4, 1), (3, 1), (2, 1), (1, 1), (0, 4)),
)
Part = tuple[float, np.ndarray, float]
"""Beginning in s, samples and loudness."""
D = 146.83
"""The pitch of the melody's ground note in Hz."""


def bell(pitch: float = 880.0, seconds: float = 3.0) -> np.ndarray:
    """One stroke of a handbell."""
    t = np.arange(int(RATE * seconds)) / RATE
    stroke = sum(
        loud * np.exp(-t / decay) * np.sin(2 * np.pi * pitch * ratio * t)
        for ratio, loud, decay in PARTIALS
    )
    return stroke * np.minimum(1, t * 400) / 3


def pluck(pitch: float, seconds: float) -> np.ndarray:
    """One plucked string: overtones that die away the faster the higher they are."""
    t = np.arange(int(RATE * seconds)) / RATE
    tone = sum(
        np.exp(-t * (0.9 + 0.55 * n)) * np.sin(2 * np.pi * pitch * n * t * (1 + 2e-4 * n * n)) / n
        for n in range(1, 9)
    )
    return tone * np.minimum(1, t * 250) * np.minimum(1, (seconds - t) * 12) / 2


def mixed(seconds: float, parts: list[Part]) -> np.ndarray:
    """Lay parts over one another."""
    whole = np.zeros(int(RATE * seconds))
    for begin, samples, loud in parts:
        at = int(begin * RATE)
        fitting = samples[: max(0, len(whole) - at)]
        whole[at : at + len(fitting)] += loud * fitting
    fade = np.minimum(1, np.arange(len(whole))[::-1] / RATE / 1.5)
    return np.tanh(whole * fade)


def melody(begin: float, verses: int, beat: float) -> list[Part]:
    """Return the melody's first verses as parts, a beat so many seconds long.

    A low string answers.
    """
    parts, now = [], begin
    for place in range(verses):
        for degree, length in VERSES[place % len(VERSES)]:
            pitch = D * 2 ** (1 + SCALE[degree] / 12)
            parts.append((now, pluck(pitch, length * beat + 0.9), 0.32))
            if length > 1:
                parts.append((now, pluck(D * 2 ** (SCALE[degree % 5] / 12), 2.4), 0.16))
            now += length * beat
    return parts


def write(samples: np.ndarray, path: Path) -> None:
    """Write samples as 16-bit mono WAV."""
    raw = (samples * 32_000).astype("<i2")
    pcm = path.with_suffix(".raw")
    pcm.write_bytes(raw.tobytes())
    ffmpeg.run("-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", pcm, path, seconds=60)
    pcm.unlink()


def school_bell(path: Path) -> None:
    """Write the sound piece: seven strokes, a melody of four verses, and one stroke again."""
    strokes = [(0.6 + 0.62 * n, bell(880 if n % 2 else 871), 0.5) for n in range(7)]
    last = (33.0, bell(871, 5), 0.5)
    write(mixed(37, [*strokes, *melody(8, 4, 0.72), last]), path)


def film_music(seconds: float) -> np.ndarray:
    """The film's music: a stroke where it begins, and the melody, quietly."""
    strokes = [(0.8, bell(871), 0.3), (1.5, bell(880), 0.25)]
    return mixed(seconds, [*strokes, *melody(4, 7, 0.82)]) * 0.8
