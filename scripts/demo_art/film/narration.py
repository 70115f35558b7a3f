"""The film's other sounds, in a language: its captions told, or what is seen described.

The words stand in `content/recordings/`; the music goes on under them, quietly.
"""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from home.demo.content import items
from scripts.demo_art.film import sound, voice
from scripts.demo_art.film.scenes import DURATION

SLOWEST, FASTEST = 150, 200
"""Words a minute."""
PAUSE = 0.25
"""Seconds between two lines."""
# Of each kind of track: what is said, and by which of a language's voices.
SAID = {"dubbing": ("captions", "{}"), "audio-description": ("descriptions", "{}+f3")}

Line = tuple[float, str]


def narrated(kind: str, language: str) -> np.ndarray:
    """Return the film's sound with the words of a kind of track,
    as unhurried as its length allows.
    """
    lines = list(lines_of(items("recording")["network"][SAID[kind][0]], language))
    for speed in range(SLOWEST, FASTEST + 1, 5):
        said, end = laid_out(lines, SAID[kind][1].format(language), speed)
        if end <= DURATION:
            music = sound.film_music(DURATION) * 0.4
            return np.tanh(music + sound.mixed(DURATION, said))
    raise ValueError(f"{kind}, {language}: more than can be said in {DURATION} seconds")


def lines_of(rows: list[dict[str, Any]], language: str) -> Iterator[Line]:
    """Yield seconds and words of each line, as a voice takes them."""
    for row in rows:
        # What captions say of sounds, in brackets, is heard already; thousands are one number.
        words = re.sub(r"\[[^]]*\]|(?<=\d)\s(?=\d{3})", "", row["text"][language]).strip()
        yield row["from"], voice.in_sounds(row["spoken_he"]) if language == "he" else words


def laid_out(lines: list[Line], speaker: str, speed: int) -> tuple[list[sound.Part], float]:
    """Say each line at its time, or when the one before has been said.

    Return the end in seconds.
    """
    parts, now = [], 0.0
    for begin, words in lines:
        samples = voice.speak(words, speaker, speed)
        now = max(now, begin)
        parts.append((now, samples * 0.7 / np.abs(samples).max(), 1.0))
        now += len(samples) / sound.RATE + PAUSE
    return parts, now
