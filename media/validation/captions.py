"""WebVTT, read strictly: what is not plain words at plain times is refused, with its line.

Sources: https://www.w3.org/TR/webvtt1/ (sections 4 and 6). Style sheets are refused, because they
would carry a look (and addresses) of their own into the page; so is every tag that WebVTT does not
know.
"""

import html
import re
from pathlib import Path
from typing import NamedTuple

from django.utils.translation import gettext as _

from media.validation import Refused

MAX_BYTES = 2 * 1024 * 1024
MAX_CUES = 20_000
MAX_TEXT = 2_000
"""Characters of one cue."""

TIME = r"(?:(\d{2,4}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
TIMING = re.compile(rf"^{TIME}[ \t]+-->[ \t]+{TIME}(?:[ \t]+(.*))?$")
SETTING = re.compile(r"^(vertical|line|position|size|align|region):[\w.,%-]+$")
TAG = re.compile(r"<(/?)([^<>]*)>")
KNOWN = re.compile(r"^(?:(?:[bicuv]|ruby|rt|lang)(?:\.[\w.-]+)?(?:[ \t][^<>&]*)?|[\d:.]+)?$")


class Cue(NamedTuple):
    """Words from `start` to `end`, in seconds."""

    start: float
    end: float
    text: str


def check(path: str | Path) -> list[Cue]:
    """Return the cues of a WebVTT file. Raises Refused with the number of the line."""
    file = Path(path)
    if file.stat().st_size > MAX_BYTES:
        raise Refused(_("A file of captions is at most 2 MB large."))
    return read(file.read_bytes())


def read(content: bytes) -> list[Cue]:
    """Return the cues of a WebVTT file's content. Raises Refused."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise Refused(_("The captions are not written in UTF-8. Save them as UTF-8.")) from wrong
    lines = re.sub(r"\r\n?", "\n", text).split("\n")
    if "\x00" in text or not re.match(r"^WEBVTT(?:[ \t]|$)", lines[0]):
        raise Refused(_("This is no WebVTT file: its first line must be WEBVTT."))
    cues: list[Cue] = []
    for number, block in blocks(lines):
        if cue := read_block(number, block, cues[-1] if cues else None):
            cues.append(cue)
        if len(cues) > MAX_CUES:
            raise refused(number, _("there are more than 20,000 captions"))
    if not cues:
        raise Refused(_("There is no caption in this file."))
    return cues


def blocks(lines: list[str]) -> list[tuple[int, list[str]]]:
    """Part the lines after the header at blank ones; each block with its first line's number."""
    found: list[tuple[int, list[str]]] = []
    is_open = False
    body = next((place for place, line in enumerate(lines) if not line.strip()), len(lines))
    if any("-->" in line for line in lines[:body]):
        raise refused(2, _("an empty line must follow WEBVTT"))
    for number, line in enumerate(lines[body:], start=body + 1):
        if not line.strip():
            is_open = False
        elif is_open:
            found[-1][1].append(line)
        else:
            found.append((number, [line]))
            is_open = True
    return found


def read_block(number: int, block: list[str], before: Cue | None) -> Cue | None:
    """Return a block's cue, None for a note. Raises Refused."""
    first = block[0].split()[0]
    has_time = any("-->" in line for line in block[:2])
    if not has_time and first == "NOTE":
        return None
    if not has_time and first == "STYLE":
        raise refused(number, _("style sheets are not taken; the museum gives captions their look"))
    if not has_time and first == "REGION":
        return None
    at = 0 if "-->" in block[0] else 1
    if not has_time or at >= len(block):
        raise refused(number, _("a time such as 00:01.000 --> 00:04.000 is missing"))
    start, end = times(number + at, block[at].strip())
    if before and start < before.end:
        raise refused(number + at, _("this caption begins before the one above it ends"))
    words = block[at + 1 :]
    text = "\n".join(plain(number + at + 1 + place, line) for place, line in enumerate(words))
    if len(text) > MAX_TEXT:
        raise refused(number, _("a caption is at most 2,000 characters long"))
    return Cue(start, end, text.strip()) if text.strip() else None


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
    if "-->" in line:
        raise refused(number, _("an empty line must stand before every time"))

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
