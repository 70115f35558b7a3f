"""What a page's player offers: versions of sound and picture, captions, chapters and a transcript.

The visitor's language decides what is offered first: dubbed sound where there is any, else the
recording's own sound with captions. The lists go from there to all that there is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from media.derivatives import renditions
from media.models import MuseumImage, MuseumMedia, Track

Kind = Track.Kind


@dataclass(frozen=True)
class File:
    """One rendition; width and height in px, none for a sound."""

    quality: str
    url: str
    media_type: str
    width: int | None
    height: int | None


@dataclass(frozen=True)
class Version:
    """A recording with one of its sounds: its own, dubbed, or with a spoken description."""

    kind: str
    language: str
    files: tuple[File, ...]

    @property
    def key(self) -> str:
        return f"{self.kind}-{self.language}" if self.kind else ""

    @property
    def name(self) -> str:
        """What the version is called, in the active language."""
        language = name_of(self.language)
        if self.kind == "dubbing":
            return _("%(language)s (dubbed)") % {"language": language}
        if self.kind == "described":
            return _("%(language)s, with spoken description") % {"language": language}
        return (
            _("Original sound (%(language)s)") % {"language": language}
            if language
            else _("Original sound")
        )


@dataclass(frozen=True)
class Words:
    """A track of words. Times in seconds."""

    kind: str
    language: str
    url: str
    cues: list[Any]

    @property
    def name(self) -> str:
        """The language's own name, as its speakers look for it."""
        return str(get_language_info(self.language)["name_local"])

    @property
    def label(self) -> str:
        """The name in lists of captions and subtitles."""
        if self.kind == Kind.CAPTIONS:
            return _("%(language)s, captions") % {"language": self.name}
        return self.name

    @property
    def direction(self) -> str:
        return "rtl" if get_language_info(self.language)["bidi"] else "ltr"

    @property
    def lines(self) -> Iterator[dict[str, Any]]:
        for start, end, text in self.cues:
            yield {"start": start, "end": end, "time": clock(start), "text": text}


@dataclass
class Player:
    """A recording for visitors of one language."""

    recording: MuseumMedia
    language: str
    said: str = ""
    """Address of captions made of the text that is read out in it, where a page has that text."""

    @cached_property
    def versions(self) -> list[Version]:
        """Every version that is ready, the recording's own sound first."""
        files: dict[tuple[str, str], list[File]] = {}
        for row in self.recording.renditions.all():
            if row.file:
                quality, kind, language = (*row.name.split("-", 2), "", "")[:3]
                file = File(quality, row.file.url, row.media_type, row.width, row.height)
                files.setdefault((kind, language), []).append(file)
        # "720p" stands before "1080p": what is played first is the lighter one.
        return [
            Version(
                kind,
                language or self.recording.language,
                tuple(sorted(found, key=lambda file: len(file.quality))),
            )
            for (kind, language), found in sorted(files.items())
        ]

    @cached_property
    def version(self) -> Version | None:
        """What is played first."""
        own = next((one for one in self.versions if not one.kind), None)
        if own and own.language == self.language:
            return own
        dubbed = (one for one in self.versions if one.kind == "dubbing")
        return next((one for one in dubbed if one.language == self.language), own)

    @cached_property
    def words(self) -> list[Words]:
        tracks = (track for track in self.recording.tracks.all() if not track.is_sound)
        return [Words(track.kind, track.language, track.file.url, track.cues) for track in tracks]

    @property
    def captions(self) -> list[Words]:
        """Captions and subtitles, those in the visitor's language first."""
        found = [one for one in self.words if one.kind in (Kind.CAPTIONS, Kind.SUBTITLES)]
        if self.said and all(one.language != self.language for one in found):
            found.append(Words(Kind.CAPTIONS, self.language, self.said, []))
        return sorted(found, key=lambda one: (one.language != self.language, one.language))

    @property
    def caption(self) -> Words | None:
        """What is shown from the beginning: words in the visitor's language under another sound,
        or what is read out."""
        if not self.said and self.version and self.version.language == self.language:
            return None
        own = [one for one in self.captions if one.language == self.language]
        return next((one for one in own if one.kind == Kind.SUBTITLES), next(iter(own), None))

    @property
    def transcript(self) -> Words | None:
        """The words to read: in the visitor's language, else in the recording's, else in any."""
        wanted = [self.language, self.recording.language]
        found = sorted(
            (one for one in self.captions if one.cues),
            key=lambda one: (
                wanted.index(one.language) if one.language in wanted else len(wanted),
                one.kind != Kind.CAPTIONS,
            ),
        )
        return next(iter(found), None)

    @property
    def chapters(self) -> Words | None:
        return self.in_my_language(Kind.CHAPTERS)

    @property
    def descriptions(self) -> Words | None:
        """A description in words; read by whoever asks for descriptions, where none is spoken."""
        return self.in_my_language(Kind.DESCRIPTIONS)

    def in_my_language(self, kind: str) -> Words | None:
        found = [one for one in self.words if one.kind == kind]
        return min(found, key=lambda one: one.language != self.language, default=None)

    @property
    def described(self) -> Version | None:
        """The version with a spoken description that suits the visitor best.

        None where there is a description in the visitor's language in words alone.
        """
        found = [one for one in self.versions if one.kind == "described"]
        best = min(found, key=lambda one: one.language != self.language, default=None)
        words = self.descriptions
        if words and words.language == self.language and best and best.language != self.language:
            return None
        return best

    @property
    def poster(self) -> renditions.Step | None:
        """What is seen before it is played: AVIF as far as there is one,
        a third of WebP's weight.
        """
        image = cover(self.recording)
        steps = [step for step in renditions.ladder(image) if step.side <= 768] if image else []
        return max(steps, key=lambda step: (step.format == "avif", step.side), default=None)

    @property
    def length(self) -> str:
        return clock(self.recording.duration) if self.recording.duration else ""

    @property
    def data(self) -> dict[str, Any]:
        """What the script needs of it."""
        return {
            "versions": [
                {
                    "key": one.key,
                    "name": one.name,
                    "language": one.language,
                    "described": one.kind == "described",
                    "files": [
                        {"quality": file.quality, "url": file.url, "width": file.width or 0}
                        for file in one.files
                    ],
                }
                for one in self.versions
            ],
            "version": self.version.key if self.version else "",
            "described": self.described.key if self.described else "",
            "caption": self.caption.url if self.caption else "",
        }


def transcript_line(recording: MuseumMedia, place: int) -> str:
    """Return a line's part of the page's address; `place` counts from 1."""
    return f"said-{recording.pk}-{place}"


def name_of(code: str) -> str:
    """Return a language's name in the active language."""
    return str(get_language_info(code)["name_translated"]) if code else ""


def clock(seconds: float) -> str:
    """Write a time as 1:05 or 1:01:05."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def prefetch(recordings: Iterable[MuseumMedia | None]) -> list[MuseumImage]:
    """Fetch all that the players of a page need, in three queries however many they are.

    Returns the pictures that stand for them; the page finds their renditions with those of its
    other pictures.
    """
    wanted = [one for one in recordings if one is not None]
    if not wanted:
        return []
    prefetch_related_objects(wanted, "renditions", "tracks")
    missing = {one.cover_id for one in wanted if not hasattr(one, "_cover")} - {None}
    images = MuseumImage.objects.in_bulk(missing) if missing else {}
    for one in wanted:
        if not hasattr(one, "_cover"):
            one._cover = images.get(one.cover_id)
    return [one._cover for one in wanted if one._cover]


def cover(recording: MuseumMedia) -> MuseumImage | None:
    """Return the picture that stands for a recording."""
    prefetch([recording])
    return recording._cover


def spoken_text(recordings: Iterable[MuseumMedia | None], language: str) -> str:
    """Return what is said in recordings, for search: the transcripts in one language."""
    found = [one for one in recordings if one is not None]
    prefetch(found)
    texts = (Player(one, language).transcript for one in found)
    cues = (cue for text in texts if text and text.language == language for cue in text.cues)
    return " ".join(text for _start, _end, text in cues)
