"""Load the demonstration's film and sound with their captions, chapters, descriptions and voices.

The words stand in `content/recordings/`, in four languages; the files in `recordings/` were made by
`python -m scripts.demo_art record`.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.models import Collection

from home.demo.content import LANGUAGES, items
from home.demo.files import clear_way
from media.models import MuseumMedia, Track
from media.rights import RightsStatement

FILES = Path(__file__).parent / "recordings"
KINDS = ("captions", "chapters", "descriptions")
SOUNDS = ("dubbing", "audio-description")


def load_recordings(collection: Collection, credit: str) -> dict[str, int]:
    """Add the recordings that are missing, as a curator's form does; return all ids by key."""
    found = {}
    for key, item in items("recording").items():
        existing = MuseumMedia.objects.filter(collection=collection, title=item["name"]).first()
        found[key] = (existing or add(item, collection, credit)).pk
    return found


@transaction.atomic
def add(item: dict[str, Any], collection: Collection, credit: str) -> MuseumMedia:
    """Add one recording with its tracks."""
    clear_way(MuseumMedia, item["file"])
    with (FILES / item["file"]).open("rb") as file:
        recording = MuseumMedia(
            title=item["name"],
            type=item["type"],
            file=File(file, name=item["file"]),
            collection=collection,
            credit=credit,
            rights_statement=RightsStatement.CC0,
            source=credit,
        )
        recording.full_clean()
        recording.save()
    for kind, language, words in tracks_of(item, recording.duration):
        track = Track(recording=recording, kind=kind, language=language, file=words)
        track.full_clean()
        track.save()
    return recording


def tracks_of(item: dict[str, Any], duration: float) -> Iterator[tuple[str, str, ContentFile]]:
    """Yield kind, language and file of every track: words from the content, sounds from `FILES`."""
    for kind in KINDS:
        for language in LANGUAGES if item.get(kind) else ():
            yield kind, language, ContentFile(webvtt(item, kind, language, duration), f"{kind}.vtt")
    stem = Path(item["file"]).stem
    for kind in SOUNDS:
        for language in LANGUAGES:
            path = FILES / f"{stem}-{kind}-{language}.m4a"
            if path.exists():
                yield kind, language, ContentFile(path.read_bytes(), path.name)


def webvtt(item: dict[str, Any], kind: str, language: str, duration: float) -> bytes:
    """Return the words of one kind in one language as a WebVTT file."""
    cues = (
        f"{stamp(start)} --> {stamp(end)}\n{text[language]}\n"
        for start, end, text in timed(item[kind], duration)
    )
    return "\n".join(["WEBVTT\n", *cues]).encode()


def timed(rows: list[dict[str, Any]], duration: float) -> Iterator[tuple[float, float, Any]]:
    """Yield beginning, end and words; a chapter lasts until the next begins."""
    for place, row in enumerate(rows):
        following = rows[place + 1].get("at", duration) if place + 1 < len(rows) else duration
        yield row.get("from", row.get("at", 0)), row.get("to", following), row["text"]


def stamp(seconds: float) -> str:
    """Write a time as WebVTT has it."""
    minutes, rest = divmod(seconds, 60)
    return f"{int(minutes):02}:{rest:06.3f}"
