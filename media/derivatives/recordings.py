"""Films and sounds as visitors play them, made by ffmpeg; the originals have no public address.

A film becomes an MP4 (H.264, AAC) of 720 px and, where it is larger, of 1080 px; a sound becomes
one file. Dubbed and described sound make further copies with the same pictures, so that every
browser plays every version. A file that is fit already is only packed anew, not encoded again.
Files are written beside their place and moved there whole.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
from django.conf import settings
from django.core.files.base import File
from django.core.files.images import ImageFile
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext as _

from media.derivatives import queue
from media.derivatives.failure import noted
from media.files import digest, ffmpeg, film
from media.files.local_files import on_disk
from media.files.temporary_folders import work_folder
from media.models import MuseumImage, MuseumMedia, RecordingRendition, Track
from media.validation import Refused
from media.validation import recordings as checks

SIDES = {"720p": 720, "1080p": 1080}
"""The shorter side in px of each rendition of a film, and the most megabits a second in `RATES`."""
RATES = {"720p": 3.0, "1080p": 6.0}
SOUND = "sound"
SOUND_TRACKS = {Track.Kind.DUBBING: "dubbing", Track.Kind.AUDIO_DESCRIPTION: "described"}


@dataclass(frozen=True)
class Streams:
    """What is inside a file, as far as it decides what must be encoded."""

    picture: film.Picture | None = None
    audio: str = ""
    sound_index: int = 0
    """The number of the stream that is heard, among all of the file."""
    rate: float = 0.0
    """Megabits a second."""
    seconds: float = 0.0


class Moved(File):
    """A file that the storage may move to its place instead of copying it there in parts."""

    def temporary_file_path(self) -> str:
        return str(self.name)


def names_of(recording: MuseumMedia) -> list[str]:
    """Return the names of the renditions that a recording has of its own sound."""
    if recording.type == "audio":
        return [SOUND]
    shorter = min(recording.width or 0, recording.height or 0)
    return ["720p", "1080p"] if shorter > SIDES["720p"] else ["720p"]


def wanted(recording: MuseumMedia) -> dict[str, str]:
    """Return the names of all renditions of a recording, each with the file whose sound it has."""
    own = names_of(recording)
    found = dict.fromkeys(own, recording.file.name)
    for track in recording.tracks.filter(kind__in=SOUND_TRACKS):
        kind = SOUND_TRACKS[Track.Kind(track.kind)]
        found |= {f"{name}-{kind}-{track.language}": track.file.name for name in own}
    return found


def prepare(recording: MuseumMedia) -> list[RecordingRendition]:
    """Note the renditions that are missing, and remove those that nothing asks for any more.

    Returns those that wait to be made. Of a replaced file the older renditions are played until
    their successors are there.
    """
    names = wanted(recording)
    existing = {row.name: row for row in recording.renditions.all()}
    replaced = any(
        name in existing and existing[name].file_name != names[name] for name in names_of(recording)
    )
    for name in existing.keys() - names:
        existing[name].delete()
    waiting = []
    for name, file_name in names.items():
        row, is_new = RecordingRendition.objects.get_or_create(
            recording=recording, name=name, defaults={"file_name": file_name}
        )
        # A dubbed film has the pictures of the film itself.
        if not is_new and (replaced or row.file_name != file_name):
            row.speak_of(file_name)
            is_new = True
        if is_new:
            waiting.append(row)
    return waiting


def measure(recording: MuseumMedia) -> None:
    """Fill in width, height and duration of a file that no form has checked. Raises Refused."""
    with on_disk(recording.file) as path:
        facts = checks.check(path, recording.file.name)
    recording.width, recording.height = facts.width, facts.height
    recording.duration = facts.duration or 0


@queue.makes(RecordingRendition)
def make(row: RecordingRendition) -> None:
    """Make a rendition, noting the state; a recording that cannot be used has its reason noted.

    Any other failure (a full disk, say) is noted too, and raised.
    """
    words = _("It could not be made playable: %(reason)s")
    failures = (ffmpeg.Failed, av.FFmpegError)
    with noted(row, *failures, words=words), work_folder(root()) as folder:
        facts = write(row, folder)
        older = str(row.file.name or "")
        stored = store(row, next(folder.glob("rendition.*")))
        if not row.note(row.State.READY, file=stored.name, **facts):
            stored.storage.delete(str(stored.name))
            return
        # It was played until now.
        if older and older != stored.name:
            stored.storage.delete(older)
        lacks_still = not row.recording.still_id or bool(older)
        if row.recording.type == "video" and lacks_still and "-" not in row.name:
            take_still(row, folder)


def root() -> Path:
    """Return the folder of all renditions on the museum's own disk."""
    return Path(settings.MEDIA_ROOT, "recordings")


def write(row: RecordingRendition, folder: Path) -> dict[str, Any]:
    """Write `rendition.*` into the folder, and return media type, sides in px and size in bytes."""
    recording = row.recording
    sound = sound_of(row)
    with on_disk(recording.file) as path, on_disk(sound or recording.file) as sound_path:
        checks.check(path, recording.file.name)
        container = checks.container_of(path)
        inside = read_streams(path, container)
        note_size(recording, inside.picture)
        arguments = list(ffmpeg.source(path, container))
        if sound:
            checks.check(sound_path, str(sound.name))
            heard = checks.container_of(sound_path)
            arguments += ffmpeg.source(sound_path, heard)
            inside_sound = read_streams(sound_path, heard)
        else:
            inside_sound = inside
        made, suffix = (
            (film_arguments(row.name.split("-")[0], inside, inside_sound, bool(sound)), ".mp4")
            if recording.type == "video"
            else sound_only(inside_sound, bool(sound))
        )
        target = folder / f"rendition{suffix}"
        ffmpeg.run(*arguments, *made, target, seconds=patience(recording))
    facts = checks.check(target)
    return {
        "media_type": facts.media_type,
        "width": facts.width,
        "height": facts.height,
        "size": target.stat().st_size,
    }


def note_size(recording: MuseumMedia, picture: film.Picture | None) -> None:
    """Mend the size of a film that was measured by its coded pixels once."""
    if picture and picture.size != (recording.width, recording.height):
        recording.width, recording.height = picture.size
        MuseumMedia.objects.filter(pk=recording.pk).update(
            width=recording.width, height=recording.height
        )


def sound_of(row: RecordingRendition) -> FieldFile | None:
    """Return the dubbed or described sound that a rendition has instead of its own."""
    if "-" not in row.name:
        return None
    _size, kind, language = row.name.split("-", 2)
    kinds = {name: kind for kind, name in SOUND_TRACKS.items()}
    track = row.recording.tracks.filter(kind=kinds[kind], language=language).first()
    if track is None:
        raise Refused(_("The sound that belongs to it was removed."))
    return track.file


def read_streams(path: str, container: str) -> Streams:
    """Look into a file that was checked."""
    picture = film.read(path, container)
    with av.open(path, format=container) as opened:
        sound = film.main_sound(opened)
        return Streams(
            picture,
            audio=sound.codec_context.name if sound else "",
            sound_index=sound.index if sound else 0,
            rate=(opened.bit_rate or 0) / 1e6,
            seconds=(opened.duration or 0) / 1e6,
        )


def film_arguments(name: str, inside: Streams, heard: Streams, has_other_sound: bool) -> list[str]:
    """Return ffmpeg's arguments for an MP4; what is fit for it already is copied."""
    side, seen = SIDES[name], inside.picture
    assert seen is not None, "a film was checked to have pictures"
    fits = seen.is_plain and min(seen.size) <= side and inside.rate <= RATES[name]
    picture = ["-c:v", "copy"]
    if not fits:
        picture = ["-vf", seen.filters(side), *film.TAGS]
        picture += ["-c:v", "libx264", "-preset", "veryfast", "-crf", "22", "-profile:v", "high"]
        picture += ["-maxrate", f"{RATES[name]}M", "-bufsize", f"{2 * RATES[name]}M", "-g", "120"]
    kept = ["-map", "0:V:0"]
    if has_other_sound or heard.audio:
        kept += ["-map", f"{int(has_other_sound)}:{heard.sound_index}"]
    # A dubbed sound that is shorter than the film ends in silence, which must be encoded.
    lasts = not has_other_sound or heard.seconds > inside.seconds - 0.5
    sound = ["-c:a", "aac", "-b:a", "128k", "-ac", "2"]
    sound = ["-c:a", "copy"] if heard.audio == "aac" and lasts else sound
    length = [*(() if lasts else ("-af", "apad")), "-shortest"] if has_other_sound else []
    return [*kept, *picture, *sound, *length, *CLEAN, "-movflags", "+faststart"]


def sound_only(heard: Streams, has_other_sound: bool) -> tuple[list[str], str]:
    """Return ffmpeg's arguments for a sound, and how its file's name ends."""
    kept = ["-map", f"{int(has_other_sound)}:{heard.sound_index}", *CLEAN]
    if heard.audio in ("mp3", "mp3float"):
        return [*kept, "-c:a", "copy"], ".mp3"
    encoded = ["-c:a", "copy"] if heard.audio == "aac" else ["-c:a", "aac", "-b:a", "128k"]
    return [*kept, *encoded, "-movflags", "+faststart"], ".m4a"


# What the camera noted (where it was, above all) stays with the original.
CLEAN = ["-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact"]


def patience(recording: MuseumMedia) -> float:
    """Return the seconds that a rendition may take: a slow server works at a tenth of the speed."""
    return 300 + 10 * (recording.duration or 0)


def store(row: RecordingRendition, path: Path) -> FieldFile:
    """Move a finished file to the storage, under a name that no other content ever has."""
    name = f"{row.recording_id}-{row.name}-{digest.short(path)}{path.suffix}"
    with path.open("rb") as file:
        row.file.save(name, Moved(file, name=str(path)), save=False)
    return row.file


def take_still(row: RecordingRendition, folder: Path) -> None:
    """Take a picture out of a film, some seconds after its beginning, to stand for it."""
    target = folder / "still.png"
    recording = row.recording
    after = min(10.0, (recording.duration or 0) * 0.2)
    with on_disk(row.file) as path:
        seek = ["-ss", f"{after:.2f}"]
        ffmpeg.run(
            *seek, *ffmpeg.source(path, "mov"), "-frames:v", "1", *CLEAN[2:4], target, seconds=120
        )
    if not target.exists():
        return
    with target.open("rb") as file:
        still = MuseumImage(
            title=recording.title,
            file=ImageFile(file, name=f"{target.stem}-{recording.pk}.png"),
            collection=recording.collection,
            credit=recording.credit,
            rights_statement=recording.rights_statement,
            source=recording.source,
        )
        still.save()
    older = recording.still
    if not MuseumMedia.objects.filter(pk=recording.pk, still=older).update(still=still):
        still.delete()
    elif older:
        older.delete()
