"""Films and sounds as visitors play them: made once, whole or not at all, in every version."""

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from io import StringIO
from pathlib import Path
from typing import Any

import av
import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from media.derivatives import recordings
from media.files import ffmpeg
from media.files.temporary_folders import PREFIX
from media.models import MuseumImage, MuseumMedia, RecordingRendition, Track
from tests.media import films
from tests.media.pictures import sizes_only

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
Commits = Callable[..., AbstractContextManager[Any]]
READY = RecordingRendition.State.READY


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small film and a sound."""
    place = tmp_path_factory.mktemp("films")
    films.film(place / "film.mp4", 320, 180)
    films.sound(place / "sound.mp3")
    films.sound(place / "voice.ogg", seconds=1)
    return place


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep each test's files apart, and make one rendition of a still, not the whole ladder."""
    settings.MEDIA_ROOT = tmp_path / "media"
    sizes_only(monkeypatch, 256)


@pytest.fixture
def keep(django_capture_on_commit_callbacks: Commits) -> Callable[..., MuseumMedia]:
    """Upload a recording and wait for the work that follows."""

    def make(path: Path, kind: str = "video") -> MuseumMedia:
        with django_capture_on_commit_callbacks(execute=True):
            recording = films.recorded(path, kind)
        return MuseumMedia.objects.get(pk=recording.pk)

    return make


def only(recording: MuseumMedia) -> RecordingRendition:
    row = recording.renditions.get()
    assert row.state == READY, row.reason
    return row


def inside(row: RecordingRendition) -> tuple[list[str], dict[str, str]]:
    with av.open(row.file.path) as opened:
        return [one.codec_context.name for one in opened.streams], dict(opened.metadata)


def test_a_film_becomes_playable_and_a_still_stands_for_it(keep, folder: Path) -> None:
    recording = keep(folder / "film.mp4")
    assert (recording.width, recording.height) == (320, 180)
    assert recording.duration == pytest.approx(2, abs=0.1)
    row = only(recording)
    assert (row.name, row.media_type, row.width, row.height) == ("720p", "video/mp4", 320, 180)
    assert row.size == Path(row.file.path).stat().st_size
    still = MuseumImage.objects.get(pk=recording.cover_id)
    assert (still.width, still.height) == (320, 180)
    assert still.renditions.exists()


def test_what_is_fit_already_is_not_encoded_again(keep, folder: Path, monkeypatch) -> None:
    asked: list[str] = []
    run = ffmpeg.run

    def watch(*arguments: object, seconds: float) -> None:
        asked.extend(map(str, arguments))
        run(*arguments, seconds=seconds)

    monkeypatch.setattr(ffmpeg, "run", watch)
    keep(folder / "film.mp4")
    assert "libx264" not in asked
    assert "-movflags" in asked


def test_a_large_film_becomes_two_neither_larger_than_itself(keep, tmp_path: Path) -> None:
    path = films.film(tmp_path / "large.webm", 1500, 900, seconds=0.5, sound=False)
    rows = {row.name: row for row in keep(path).renditions.all()}
    assert {name: (row.width, row.height) for name, row in rows.items()} == {
        "720p": (1200, 720),
        "1080p": (1500, 900),
    }
    for row in rows.values():
        assert row.state == READY, row.reason
        content = Path(row.file.path).read_bytes()
        assert content.index(b"moov") < content.index(b"mdat"), "it plays before it is whole"


def test_a_film_taken_upright_stays_upright(keep, tmp_path: Path) -> None:
    path = films.film(tmp_path / "tall.webm", 500, 901, seconds=0.5, sound=False)
    row = only(keep(path))
    assert (row.width, row.height) == (500, 902 - 902 % 2) or row.height in (900, 902)


def test_what_the_camera_noted_stays_with_the_original(keep, tmp_path: Path) -> None:
    noted = ("-metadata", "location=+32.08+034.78/", "-metadata", "title=secret")
    path = films.film(tmp_path / "phone.mov", options=noted)
    assert b"secret" in path.read_bytes()
    recording = keep(path)
    assert b"secret" not in Path(only(recording).file.path).read_bytes()
    assert b"+32.08" not in Path(only(recording).file.path).read_bytes()
    assert Path(recording.file.path).read_bytes() == path.read_bytes(), "the original is untouched"


@pytest.mark.parametrize(
    ("name", "codec", "suffix"),
    [
        ("sound.mp3", "mp3float", ".mp3"),
        ("sound.flac", "aac", ".m4a"),
        ("sound.wav", "aac", ".m4a"),
        ("sound.ogg", "aac", ".m4a"),
        ("sound.m4a", "aac", ".m4a"),
    ],
)
def test_a_sound_becomes_one_that_every_browser_plays(
    keep, tmp_path: Path, name: str, codec: str, suffix: str
) -> None:
    row = only(keep(films.sound(tmp_path / name), "audio"))
    assert row.name == "sound"
    assert row.file.name.endswith(suffix)
    assert inside(row)[0] == [codec]


def test_dubbed_and_described_sound_become_versions(
    keep, folder: Path, django_capture_on_commit_callbacks: Commits
) -> None:
    recording = keep(folder / "film.mp4")
    with django_capture_on_commit_callbacks(execute=True):
        films.tracked(recording, "dubbing", "fr", folder / "voice.ogg")
        films.tracked(recording, "dubbing", "es", films.sound(folder / "whole.m4a"))
        films.tracked(recording, "audio-description", "he", folder / "sound.mp3")
    rows = {row.name: row for row in recording.renditions.all()}
    assert set(rows) == {"720p", "720p-dubbing-fr", "720p-dubbing-es", "720p-described-he"}
    for row in rows.values():
        assert row.state == READY, row.reason
        assert inside(row)[0] == ["h264", "aac"]
    dubbed = rows["720p-dubbing-fr"]
    with av.open(dubbed.file.path) as opened:
        assert opened.duration / av.time_base == pytest.approx(2, abs=0.2), "it ends in silence"
    with av.open(rows["720p-dubbing-es"].file.path) as opened:
        assert opened.streams.audio[0].channels == 1, "as it came, not encoded again"
    with django_capture_on_commit_callbacks(execute=True):
        recording.tracks.get(kind="dubbing", language="fr").delete()
    assert not RecordingRendition.objects.filter(pk=dubbed.pk).exists()
    assert not Path(dubbed.file.path).exists()


def test_replacing_and_deleting_remove_what_was_made(
    keep, folder: Path, tmp_path: Path, django_capture_on_commit_callbacks: Commits
) -> None:
    recording = keep(folder / "film.mp4")
    old, still = only(recording).file.path, recording.still_id
    new = films.film(tmp_path / "new.mp4", 160, 120)
    with django_capture_on_commit_callbacks(execute=True), new.open("rb") as file:
        recording.file.save("new.mp4", file)
    recording.refresh_from_db()
    row = only(recording)
    assert not Path(old).exists()
    assert not MuseumImage.objects.filter(pk=still).exists()
    assert recording.still_id
    with django_capture_on_commit_callbacks(execute=True):
        recording.delete()
    assert not Path(row.file.path).exists()
    assert not MuseumImage.objects.exists()
    assert not list(recordings.root().iterdir())


def test_a_change_of_title_makes_nothing_anew(
    keep, folder: Path, django_capture_on_commit_callbacks: Commits
) -> None:
    recording = keep(folder / "film.mp4")
    before = only(recording).changed_at
    recording.title = "another"
    with django_capture_on_commit_callbacks(execute=True):
        recording.save()
    assert only(recording).changed_at == before


def test_what_cannot_be_played_says_why_and_is_tried_again(keep, folder: Path) -> None:
    recording = keep(folder / "film.mp4")
    row, path = only(recording), Path(recording.file.path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    recordings.make(row)
    row.refresh_from_db()
    assert row.state == RecordingRendition.State.FAILED
    assert "damaged" in row.reason or "breaks off" in row.reason
    path.write_bytes(whole)
    call_command("rebuild_derivatives", stdout=StringIO())
    assert only(recording)


def test_an_hour_is_not_waited_for(keep, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recording = keep(folder / "film.mp4")
    monkeypatch.setattr(recordings, "patience", lambda _recording: 0.001)
    row = only(recording)
    recordings.make(row)
    row.refresh_from_db()
    assert (row.state, "longer than" in row.reason) == ("failed", True)


def test_a_full_disk_is_said_in_the_museum_s_own_words(
    keep, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """/dev/full answers every write as a full disk does: to ffmpeg, and to what keeps its file."""
    row = only(keep(folder / "film.mp4"))
    full = tmp_path / "full.mp4"
    full.symlink_to("/dev/full")
    run = ffmpeg.run

    def onto_a_full_disk(*arguments: str | Path, seconds: float) -> None:
        run(*arguments[:-1], full, seconds=seconds)

    with monkeypatch.context() as patched:
        patched.setattr(ffmpeg, "run", onto_a_full_disk)
        recordings.make(row)
    row.refresh_from_db()
    assert (row.state, "disk is full" in row.reason) == ("failed", True)

    def no_room(*args: object) -> None:
        raise OSError(28, "No space left on device")

    row.note(row.State.WAITING)
    monkeypatch.setattr(recordings, "store", no_room)
    with pytest.raises(OSError, match="No space"):
        recordings.make(row)
    row.refresh_from_db()
    assert (row.state, "disk is full" in row.reason) == ("failed", True)
    assert not list(recordings.root().glob(".*"))


def test_a_killed_worker_leaves_nothing_to_visitors_and_is_resumed(
    keep, folder: Path, client: Client
) -> None:
    recording = keep(folder / "film.mp4")
    row = only(recording)
    half = recordings.root() / f"{PREFIX}killed"
    half.mkdir()
    shutil.move(row.file.path, half / "rendition.mp4")
    row.note(RecordingRendition.State.WORKING)
    address = f"/media/recordings/{half.name}/rendition.mp4"
    assert client.get(address).status_code == 404
    call_command("rebuild_derivatives", stdout=StringIO())
    assert Path(only(recording).file.path).exists()
    assert not half.exists()


def test_words_are_noted_and_a_foreign_file_is_refused(keep, folder: Path, tmp_path: Path) -> None:
    recording = keep(folder / "film.mp4")
    track = films.tracked(recording, "captions", "en", films.captions(tmp_path))
    assert Track.objects.get(pk=track.pk).cues[0] == [0.0, 0.8, "The bell is rung."]
    late = films.captions(tmp_path, films.VTT.replace("00:00:02", "00:01:02"), "late.vtt")
    films.tracked(recording, "subtitles", "en", late)
    other = films.VTT.replace("00:00:01.000 --> 00:00:02", "00:01:01.000 --> 00:01:02")
    for kind, path, said in (
        ("captions", films.captions(tmp_path, other, "other.vtt"), "another one"),
        ("captions", folder / "sound.mp3", "WebVTT"),
        ("dubbing", tmp_path / "words.vtt", "no film or sound"),
        ("dubbing", films.sound(tmp_path / "long.wav", seconds=9), "another one"),
    ):
        with pytest.raises(Exception, match=said):
            films.tracked(recording, kind, "es", path)


def test_a_track_s_address_changes_with_its_words(keep, folder: Path, tmp_path: Path) -> None:
    recording = keep(folder / "film.mp4")
    one = films.tracked(recording, "captions", "en", films.captions(tmp_path)).file.name
    two = films.captions(tmp_path, films.VTT.replace("bell", "gong"))
    assert films.tracked(recording, "captions", "fr", two).file.name != one


def test_the_original_is_for_editors_alone(
    keep, folder: Path, client: Client, admin_client: Client
) -> None:
    recording = keep(folder / "film.mp4")
    assert client.get(f"/media/{recording.file.name}").status_code == 404
    assert client.get(recording.url).status_code == 302
    answer = admin_client.get(recording.url, headers={"Range": "bytes=0-7"})
    assert answer.status_code == 206
    assert b"".join(answer)[4:8] == b"ftyp"
    assert "no-store" in answer["Cache-Control"]
