"""Captions are made of the text that is read out."""

from types import SimpleNamespace
from typing import Any

from media.delivery.spoken_text import timed, webvtt


def test_a_sentence_lasts_as_long_as_its_share_of_the_letters() -> None:
    assert timed("One two.  Three\nfour five six.", 14) == [
        (0.0, 14 * 8 / 28, "One two."),
        (14 * 8 / 28, 14.0, "Three four five six."),
    ]
    assert timed("  ", 3) == []
    assert [said for _start, _end, said in timed("האם? כן! סוף", 3)] == ["האם?", "כן!", "סוף"]


def test_no_word_is_read_as_a_sign_of_webvtt() -> None:
    recording: Any = SimpleNamespace(duration=3725.5)
    assert webvtt("a <b> & c --> d", recording) == (
        "WEBVTT\n\n00:00:00.000 --> 01:02:05.500\na &lt;b&gt; &amp; c --&gt; d"
    )
