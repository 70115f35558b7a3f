"""WebVTT, read as browsers read it; what they would not show as it was meant is refused.

Source: https://www.w3.org/TR/webvtt1/, section 4 for the writing and section 6 for the reading,
which forgives much: automatic captions hold lines of one space, converted ones miss empty lines. A
refusal names the line, and has a reason: words that a browser would swallow, a caption that it
would never show, markup of web pages.
"""

import html
import re
from pathlib import Path
from typing import NamedTuple

from django.utils.translation import gettext as _

from media.validation.answers import Refused

MAX_BYTES = 8 * 1024 * 1024
"""Twelve hours of automatic captions, which note the time of every word."""
MAX_CUES = 60_000
MAX_TEXT = 2_000
"""Characters of one cue."""
FLEETING = 0.1
"""Seconds: automatic captions roll up by captions that nobody can read."""

TIME = r"(?:(\d{1,4}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
TIMING = re.compile(rf"^{TIME}[ \t]*-->[ \t]*{TIME}(?:[ \t]+(.*))?$")
# Browsers pass over settings that they do not know.
SETTING = re.compile(r"^[\w-]+:[\w.,%-]+$")
TAG = re.compile(r"<(/?)([^<>]*)>")
# WebVTT's own tags and times; <font> comes from other kinds of captions, and browsers pass over it.
KNOWN = re.compile(
    r"^(?:(?:[bicuv]|ruby|rt|lang)(?:\.[^\s.<>&]+)*(?:[ \t][^<>]*)?|font(?:[ \t][^<>]*)?|[\d:.]+)?$"
)
STYLE = re.compile(r"^STYLE[ \t]*$")


class Cue(NamedTuple):
    """Words from `start` to `end`, in seconds."""

    start: float
    end: float
    text: str


def check(path: str | Path) -> list[Cue]:
    """Return the cues of a WebVTT file. Raises Refused with the number of the line."""
    file = Path(path)
    if file.stat().st_size > MAX_BYTES:
        raise Refused(_("A file of captions is at most 8 MB large."))
    return read(file.read_bytes())


def read(content: bytes) -> list[Cue]:
    """Return the cues of a WebVTT file's content, in the order of their times. Raises Refused."""
    cues: list[Cue] = []
    for number, block in blocks(lines_of(content)):
        if cue := read_block(number, block):
            cues.append(cue)
        if len(cues) > MAX_CUES:
            raise refused(number, _("there are more than 60,000 captions"))
    if not cues:
        raise Refused(_("There is no caption in this file."))
    return sorted(cues, key=lambda cue: (cue.start, cue.end))


def lines_of(content: bytes) -> list[str]:
    """Return the lines of a file that begins as WebVTT does. Raises Refused."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise Refused(_("The captions are not written in UTF-8. Save them as UTF-8.")) from wrong
    lines = re.sub(r"\r\n?", "\n", text).split("\n")
    if "\x00" in text or not re.match(r"^WEBVTT(?:[ \t]|$)", lines[0]):
        raise Refused(_("This is no WebVTT file: its first line must be WEBVTT."))
    return lines


def blocks(lines: list[str]) -> list[tuple[int, list[str]]]:
    """Part the lines after the first one where browsers do.

    Each block with its first line's number.

    Blocks end at an empty line, and a cue also where the time of the next one stands. A line of
    blanks is not empty. What follows WEBVTT without an empty line is the file's header.
    """
    found: list[tuple[int, list[str]]] = [(1, [])]
    for number, line in enumerate(lines[1:], start=2):
        block = found[-1][1]
        is_late = len(found) == 1 or len(block) > 1 or any("-->" in above for above in block)
        if not line:
            found.append((number + 1, []))
        elif "-->" in line and is_late:
            found.append((number, [line]))
        elif line.strip() or block:
            block.append(line)
    return [(number, block) for number, block in found[1:] if block]


def read_block(number: int, block: list[str]) -> Cue | None:
    """Return a block's cue, None for notes, styles and regions. Raises Refused."""
    at = next((place for place, line in enumerate(block[:2]) if "-->" in line), None)
    if at is None:
        if block[0].split() and block[0].split()[0] in ("NOTE", "STYLE", "REGION"):
            return None
        raise refused(number, _("a time such as 00:01.000 --> 00:04.000 is missing"))
    start, end = times(number + at, block[at].strip())
    spoken = (plain(number + at + 1 + place, line) for place, line in enumerate(block[at + 1 :]))
    text = "\n".join(line for line in spoken if line)
    if len(text) > MAX_TEXT:
        raise refused(number, _("a caption is at most 2,000 characters long"))
    return Cue(start, end, text) if text else None


def without_styles(content: bytes) -> bytes:
    """Return a WebVTT file without its style sheets: the museum gives captions their look.

    A file that has none is returned as it is. Raises Refused.
    """
    lines = lines_of(content)
    kept: list[str] = []
    in_style = False
    for line in lines:
        in_style = bool(line) and (in_style or bool(STYLE.match(line) and not kept[-1]))
        if not in_style:
            kept.append(line)
    return content if len(kept) == len(lines) else "\n".join(kept).encode()


def spoken_cues(cues: list[Cue]) -> list[Cue]:
    """Return the cues of a transcript: what automatic captions show again is said once.

    They roll up: each caption begins with the last line of the one before it.
    """
    if not any(cue.end - cue.start <= FLEETING for cue in cues):
        return cues
    told: list[Cue] = []
    shown: list[str] = []
    for cue in cues:
        lines = cue.text.split("\n")
        if new := [line for line in lines if line not in shown]:
            told.append(Cue(cue.start, cue.end, "\n".join(new)))
        shown = lines
    return told


def times(number: int, line: str) -> tuple[float, float]:
    """Return beginning and end of a cue in seconds. Raises Refused."""
    found = TIMING.match(line)
    if not found:
        raise refused(number, _("a time such as 00:01.000 --> 00:04.000 is missing"))
    for setting in (found[9] or "").split():
        if not SETTING.match(setting):
            raise refused(number, _("“%(word)s” is no setting of WebVTT") % {"word": setting[:40]})
    parts = [int(part or 0) for part in found.groups()[:8]]
    start, end = (
        ((hours * 60 + minutes) * 60) + seconds + thousandths / 1000
        for hours, minutes, seconds, thousandths in (parts[:4], parts[4:])
    )
    if end <= start:
        raise refused(number, _("the caption ends before it begins"))
    return start, end


def plain(number: int, line: str) -> str:
    """Return the words of a line; a speaker's name stands before them. Raises Refused."""

    def bare(tag: re.Match[str]) -> str:
        if not KNOWN.match(tag[2]):
            raise refused(
                number, _("“<%(word)s>” is not taken in captions") % {"word": tag[2][:40]}
            )
        name, _space, speaker = tag[2].partition(" ")
        return f"{speaker.strip()}: " if name.split(".")[0] == "v" and speaker.strip() else ""

    words = TAG.sub(bare, line)
    if "<" in words:
        raise refused(number, _("a “<” must be written as &lt;"))
    return html.unescape(words).strip()


def refused(number: int, reason: str) -> Refused:
    """Return a refusal that names the line."""
    return Refused(_("Line %(number)d: %(reason)s.") % {"number": number, "reason": reason})
