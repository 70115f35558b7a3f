"""Is a film a film and a sound a sound, whole and of a sensible size?

The container is recognised by its first bytes and opened as that and nothing else: a playlist that
calls itself a film could have ffmpeg read other files. Sizes and lengths are read from the header
before a picture is decoded; then all packets are counted through, because a file that broke off has
a header that promises more than there is.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
from django.utils.translation import gettext as _

from media.files import film
from media.validation.answers import Facts, Refused

MAX_SIDE = 8_192
"""Width and height in px: twice 4K."""
MAX_DURATION = 12 * 60 * 60
"""Seconds."""
MAX_STREAMS = 32
MAX_CHANNELS = 16
MAX_BYTES = 4 * 1024**3
SLACK = 0.6
"""So many seconds, and a hundredth of the whole, may lack of what a header promises."""

# Container by libavformat's name, and the media types of the names that may stand on it.
CONTAINERS: dict[str, dict[str, str]] = {
    "mov": {
        ".mp4": "video/mp4",
        ".m4v": "video/mp4",
        ".mov": "video/quicktime",
        ".m4a": "audio/mp4",
    },
    "matroska": {".webm": "video/webm"},
    "mp3": {".mp3": "audio/mpeg"},
    "wav": {".wav": "audio/wav"},
    "flac": {".flac": "audio/flac"},
    "ogg": {".ogg": "audio/ogg", ".oga": "audio/ogg", ".opus": "audio/ogg"},
}
BEGINNINGS: list[tuple[str, Callable[[bytes], bool]]] = [
    ("mov", lambda head: head[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip")),
    ("matroska", lambda head: head.startswith(b"\x1a\x45\xdf\xa3")),
    ("wav", lambda head: head[:4] in (b"RIFF", b"RF64") and head[8:12] == b"WAVE"),
    ("flac", lambda head: head.startswith(b"fLaC")),
    ("ogg", lambda head: head.startswith(b"OggS")),
    (
        "mp3",
        lambda head: head.startswith(b"ID3") or (head[:1] == b"\xff" and head[1] & 0xE0 == 0xE0),
    ),
]
EXTENSIONS = tuple(suffix for names in CONTAINERS.values() for suffix in names)


def container_of(path: str | Path) -> str:
    """Return libavformat's name of the container that a file begins as. Raises Refused."""
    with Path(path).open("rb") as file:
        head = file.read(16)
    if len(head) >= 12:
        for name, begins in BEGINNINGS:
            if begins(head):
                return name
    raise Refused(
        _(
            "This is no film or sound that the museum can play. Save it as MP4, WebM or MOV, or as"
            " MP3, M4A, WAV, FLAC or Ogg, and choose it again."
        )
    )


def check(path: str | Path, name: str = "") -> Facts:
    """Return what is known of a film or sound; `name` is what it was called, if not `path`.

    Raises Refused.
    """
    suffix = Path(name or path).suffix.lower()
    if Path(path).stat().st_size > MAX_BYTES:
        raise Refused(_("This file is larger than 4 GB. Shorten it or save it smaller."))
    container = container_of(path)
    media_type = CONTAINERS[container].get(suffix)
    if media_type is None:
        raise Refused(
            _("The name ends in “%(suffix)s”, but inside it is %(kind)s. Give it its right name.")
            % {"suffix": suffix, "kind": " / ".join(CONTAINERS[container])}
        )
    try:
        with av.open(str(path), format=container) as opened:
            facts = read_facts(opened, media_type)
        return with_size(facts, str(path), container) if is_film(facts.media_type) else facts
    except (av.FFmpegError, EOFError, ValueError, IndexError) as damage:
        raise Refused(broken(damage)) from damage


def is_film(media_type: str) -> bool:
    return media_type.startswith("video/")


def read_facts(opened: Any, media_type: str) -> Facts:
    """Read the header, then the packets. Raises Refused, or what PyAV raises for a damaged file."""
    if len(opened.streams) > MAX_STREAMS:
        raise Refused(_("This file holds more tracks than a film or sound can have."))
    picture, sound = film.moving_pictures(opened), film.main_sound(opened)
    has_pictures = is_film(media_type)
    if has_pictures and picture is None:
        raise Refused(_("This film has no moving picture. If it is a sound, add it as audio."))
    if not has_pictures and sound is None:
        raise Refused(_("There is no sound in this file."))
    if not has_pictures and picture is not None:
        raise Refused(_("This sound holds a moving picture. If it is a film, add it as video."))
    if sound is not None and not 0 < (sound.codec_context.channels or 0) <= MAX_CHANNELS:
        raise Refused(_("The sound of this file cannot be understood. Save it again as stereo."))
    promised = (opened.duration or 0) / av.time_base
    if promised > MAX_DURATION:
        raise Refused(_("This recording claims to last longer than twelve hours. Part it."))
    if has_pictures:
        check_side(picture.codec_context.width, picture.codec_context.height)
    main = picture if has_pictures else sound
    found = read_through(opened, main)
    if promised - found > SLACK + promised / 100:
        raise Refused(
            _(
                "The file breaks off after %(found)d of %(promised)d seconds; it did not arrive"
                " whole. Choose it again."
            )
            % {"found": found, "promised": promised}
        )
    return Facts(media_type, duration=round(promised or found, 3))


def check_side(width: int, height: int) -> None:
    """Raises Refused where a film is larger than the museum shows, before a picture is decoded."""
    if not width or not height:
        raise Refused(broken(""))
    if max(width, height) > MAX_SIDE:
        raise Refused(
            _("The film claims to be %(width)d × %(height)d px; the museum takes %(most)d.")
            % {"width": width, "height": height, "most": MAX_SIDE}
        )


def with_size(facts: Facts, path: str, container: str) -> Facts:
    """Add a film's width and height as seen. Raises Refused."""
    picture = film.read(path, container)
    if picture is None:
        raise Refused(broken(""))
    check_side(*picture.size)
    return replace(facts, width=picture.width, height=picture.height)


def read_through(opened: Any, main: Any) -> float:
    """Decode the first picture or sound, read the rest without decoding, and return the seconds."""
    end, decoded, packets = 0.0, False, 0
    for packet in opened.demux():
        if packet.size and packet.is_corrupt:
            raise ValueError("corrupt packet")
        if packet.pts is not None and packet.time_base:
            end = max(end, float((packet.pts + (packet.duration or 0)) * packet.time_base))
        if not decoded and packet.stream is main and packets < 50:
            packets += 1
            decoded = bool(packet.decode())
    if not decoded:
        raise ValueError("nothing could be decoded")
    start = float((main.start_time or 0) * main.time_base) if main.time_base else 0.0
    return max(0.0, end - max(0.0, start))


def broken(damage: object) -> str:
    """Say that a file is damaged; what the library said of it helps whoever mends it."""
    said = str(damage).split(":")[0].strip() or type(damage).__name__
    return _("This file is damaged or did not arrive whole (%(said)s). Choose it again.") % {
        "said": said
    }
