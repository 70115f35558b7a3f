"""Films and sounds in manifests: every version of picture and sound, the chapters, the words.

As the IIIF Cookbook has them: versions are a choice on one canvas, chapters are ranges of its time
(https://iiif.io/api/cookbook/recipe/0026-toc-opera/).
"""

from django.conf import settings
from django.utils import translation

from exhibitions.exports.iiif.addresses import Absolute, Json, optional
from exhibitions.presentation.wall_label_record import LanguageMap
from media.delivery.players import File, Player, Version
from media.models import MuseumMedia, Track


def versions(recording: MuseumMedia) -> list[tuple[Version, File]]:
    """Return what can be played: the recording's own sound first,
    the lighter of two files first.
    """
    found = Player(recording, recording.language).versions
    return [(version, file) for version in found for file in version.files]


def body(recording: MuseumMedia, version: Version, file: File, absolute: Absolute) -> Json:
    """Return one file of one version, named in every language of the museum."""
    is_film = recording.type == "video"
    return {
        "id": absolute(file.url),
        "type": "Video" if is_film else "Sound",
        "format": file.media_type or ("video/mp4" if is_film else "audio/mp4"),
        "duration": recording.duration,
        "label": label(version, file),
        **optional("language", version.language),
        **optional("width", file.width),
        **optional("height", file.height),
    }


def label(version: Version, file: File) -> LanguageMap:
    """Name a version and, of a film, its quality: `Original sound (French), 720p`."""
    quality = f", {file.quality}" if file.height else ""
    found: LanguageMap = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found[code] = [f"{version.name}{quality}"]
    return found


def chapters(recording: MuseumMedia, canvas: Json) -> list[Json]:
    """Return a range for each chapter.

    What begins and ends together in several languages is one.
    """
    names: dict[tuple[float, float], LanguageMap] = {}
    for track in recording.tracks.all():
        for start, end, text in track.cues if track.kind == Track.Kind.CHAPTERS else ():
            time = (start, min(end, canvas["duration"]))
            names.setdefault(time, {}).setdefault(track.language, []).append(text)
    address = canvas["id"]
    return [
        {
            "id": f"{address}/chapter/{number}",
            "type": "Range",
            "label": names[start, end],
            "items": [{"id": f"{address}#t={start:.2f},{end:.2f}", "type": "Canvas"}],
        }
        for number, (start, end) in enumerate(sorted(names), start=1)
    ]
