"""Captions made of a text that is read out in a recording."""

import re
from html import escape

from media.models import MuseumMedia

Cue = tuple[float, float, str]
SENTENCE_END = re.compile(r"(?<=[.!?…׃])\s+")


def timed(text: str, seconds: float) -> list[Cue]:
    """Return a text's sentences as cues (start, end, sentence), in seconds.

    Nobody marked when each is said: a sentence lasts as long as its share of the letters.
    """
    sentences = [" ".join(one.split()) for one in SENTENCE_END.split(text.strip())]
    letters = sum(map(len, sentences))
    cues, said = [], 0
    for sentence in filter(None, sentences):
        start = seconds * said / letters
        said += len(sentence)
        cues.append((start, seconds * said / letters, sentence))
    return cues


def webvtt(text: str, recording: MuseumMedia) -> str:
    """Return a text as the WebVTT file of a recording in which it is read out."""
    cues = timed(text, recording.duration or 0)
    return "\n\n".join(
        [
            "WEBVTT",
            *(
                f"{stamp(start)} --> {stamp(end)}\n{escape(said, quote=False)}"
                for start, end, said in cues
            ),
        ]
    )


def stamp(seconds: float) -> str:
    """Write a time as WebVTT has it: 00:01:05.250."""
    minutes, rest = divmod(round(seconds * 1000), 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"
