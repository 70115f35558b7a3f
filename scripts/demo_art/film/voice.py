"""A computer's voice for the film: eSpeak NG, through its C library.

Hebrew is spoken from how it sounds, because the voice cannot read letters without vowels.
"""

import ctypes
import re
from functools import cache
from typing import Any

import espeakng_loader
import numpy as np

from scripts.demo_art.film.sound import RATE

# What the library's header calls them.
SYNCHRONOUS, UTF8, PHONEMES = 2, 1, 0x100
SPEED, PITCH = 1, 3
QUIET = 0.002
"""The loudest sample of what counts as silence, of 1."""
# How Hebrew written in Latin letters is given to the voice: longer ones first.
SOUNDS = {"sh": "S", "kh": "X", "y": "j", "r": "R", "'": "?"} | {
    accented: f"'{vowel}" for accented, vowel in zip("áéíóú", "aeiou", strict=True)
}
Heard = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)


@cache
def library() -> tuple[ctypes.CDLL, int]:
    """Return the library, ready, and its samples a second."""
    found = ctypes.CDLL(espeakng_loader.get_library_path())
    data = espeakng_loader.get_data_path().encode()
    return found, found.espeak_Initialize(SYNCHRONOUS, 0, data, 0)


def speak(text: str, voice: str, speed: int) -> np.ndarray:
    """Return a text as it is said, from its first sound to its last; `speed` in words a minute."""
    found, rate = library()
    heard: list[np.ndarray] = []

    def take(samples: Any, count: int, _events: int) -> int:
        if count > 0:
            heard.append(np.ctypeslib.as_array(samples, (count,)).copy())
        return 0

    taking = Heard(take)
    found.espeak_SetSynthCallback(taking)
    if found.espeak_SetVoiceByName(voice.encode()):
        raise ValueError(f"there is no voice {voice!r}")
    found.espeak_SetParameter(SPEED, speed, 0)
    found.espeak_SetParameter(PITCH, 42, 0)
    said = text.encode() + b"\0"
    found.espeak_Synth(said, len(said), 0, 0, 0, UTF8 | PHONEMES, None, None)
    samples = np.concatenate(heard) / 32768
    loud = np.flatnonzero(np.abs(samples) > QUIET)
    return resampled(samples[loud[0] : loud[-1] + 1], rate)


def resampled(samples: np.ndarray, rate: int) -> np.ndarray:
    """Return samples of another rate in the film's."""
    count = round(len(samples) * RATE / rate)
    return np.fft.irfft(np.fft.rfft(samples), count) * count / len(samples)


def in_sounds(text: str) -> str:
    """Return Hebrew in Latin letters as the voice's own sounds, word by word."""
    pattern = re.compile("|".join(SOUNDS))

    def word(found: re.Match[str]) -> str:
        return f"[[{pattern.sub(lambda part: SOUNDS[part[0]], found[0])}]]"

    return re.sub(r"[\w']+", word, text)
