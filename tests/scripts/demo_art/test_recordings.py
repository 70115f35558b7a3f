"""The demonstration's film: every language has its voices,
made by code from the words that it shows.
"""

import numpy as np
import pytest

from home.demo.content import LANGUAGES, items
from home.demo.films import FILES
from media.validation import recordings as checks
from scripts.demo_art.film import narration, sound, voice
from scripts.demo_art.film.scenes import DURATION

FILM = items("recording")["network"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", narration.SAID)
def test_a_voice_lasts_as_long_as_the_film(kind: str, language: str) -> None:
    path = FILES / f"network-{kind}-{language}.m4a"
    facts = checks.check(str(path), path.name)
    assert facts.media_type.startswith("audio/")
    assert facts.duration == pytest.approx(DURATION, abs=0.2)


def test_what_captions_show_is_said_and_what_they_tell_of_sounds_is_not() -> None:
    lines = list(narration.lines_of(FILM["captions"], "es"))
    assert len(lines) == len(FILM["captions"])
    assert lines[0] == (0.6, "Cómo creció una red.")
    assert "26000 alumnos" in lines[-2][1]


def test_hebrew_is_said_from_its_sounds() -> None:
    assert voice.in_sounds("be'élef shaná, kakh.") == "[[be?'elef]] [[San'a]], [[kaX]]."
    for kind, _speaker in narration.SAID.values():
        for row in FILM[kind]:
            assert not set(row["spoken_he"]) - set("abdefghiklmnoprstuvyzáéíóú' ,.:;?")


def test_a_line_waits_for_the_one_before() -> None:
    parts, end = narration.laid_out([(1.0, "one two three four five"), (1.1, "six")], "en", 200)
    (first, said, _loud), (second, also, _also_loud) = parts
    assert first == 1.0
    assert second == pytest.approx(1 + len(said) / sound.RATE + narration.PAUSE)
    assert end == pytest.approx(second + len(also) / sound.RATE + narration.PAUSE)
    assert 0.5 < len(said) / sound.RATE < 3, "samples of the film's rate"
    assert np.abs(said).max() == pytest.approx(0.7)
