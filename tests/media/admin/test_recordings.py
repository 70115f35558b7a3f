"""Tracks in the Wagtail admin: who may, what is refused, what is shown."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from media.models import MuseumMedia, Track
from tests.media import films

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def recording(tmp_path: Path, settings: Settings) -> MuseumMedia:
    settings.MEDIA_ROOT = tmp_path / "media"
    return films.recorded(films.sound(tmp_path / "bell.mp3"), "audio")


def sent(content: str = films.VTT, kind: str = "captions", name: str = "words.vtt") -> dict:
    file = SimpleUploadedFile(name, content.encode())
    return {"kind": kind, "language": "es", "file": file}


def test_a_curator_adds_changes_and_removes_a_track(
    recording: MuseumMedia, admin_client: Client, django_capture_on_commit_callbacks: Callable
) -> None:
    page = reverse("wagtailmedia:edit", args=[recording.pk])
    add = reverse("recording_track_add", args=[recording.pk])
    assert add in admin_client.get(page).content.decode()
    assert admin_client.get(add).status_code == 200
    assert admin_client.post(add, sent()).url == page  # type: ignore[attr-defined]
    track = Track.objects.get()
    assert track.cues[1][2] == "Teacher: Sit down & read."
    shown = admin_client.get(page).content.decode()
    edit = reverse("recording_track_edit", args=[recording.pk, track.pk])
    assert edit in shown
    assert "The bell is rung." in shown
    assert admin_client.get(edit).status_code == 200
    old = track.file.path
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(edit, sent(films.VTT.replace("bell", "gong")))
    track.refresh_from_db()
    assert track.cues[0][2] == "The gong is rung."
    assert not Path(old).exists()
    delete = reverse("recording_track_delete", args=[recording.pk, track.pk])
    assert admin_client.get(delete).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        assert admin_client.post(delete).url == page  # type: ignore[attr-defined]
    assert not Track.objects.exists()
    assert not Path(track.file.path).exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (sent("WEBVTT\n\n00:01.000 --> 00:02.000\n<script>x</script>"), "is not taken"),
        (sent("1\n00:00:01,000 --> 00:00:02,000\nsrt"), "first line must be WEBVTT"),
        (sent(kind="dubbing"), "no film or sound"),
        (sent(name="words.html"), "extension"),
    ],
)
def test_a_bad_file_is_refused_beside_its_field(
    recording: MuseumMedia, admin_client: Client, data: dict, said: str
) -> None:
    add = reverse("recording_track_add", args=[recording.pk])
    answer = admin_client.post(add, data)
    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert not Track.objects.exists()


def test_two_captions_of_one_language_are_refused(
    recording: MuseumMedia, admin_client: Client
) -> None:
    add = reverse("recording_track_add", args=[recording.pk])
    admin_client.post(add, sent())
    again = admin_client.post(add, sent())
    assert again.status_code == 200
    assert Track.objects.count() == 1


def test_nobody_else_may(recording: MuseumMedia, client: Client) -> None:
    user = get_user_model().objects.create_user("reader", password="x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    for address in (
        reverse("recording_track_add", args=[recording.pk]),
        reverse("recording_original", args=[recording.pk]),
    ):
        assert client.get(address).status_code in (302, 403), address
    client.post(reverse("recording_track_add", args=[recording.pk]), sent())
    assert not Track.objects.exists()


def test_a_track_of_another_recording_is_not_found(
    recording: MuseumMedia, admin_client: Client, tmp_path: Path
) -> None:
    track = films.tracked(recording, "captions", "en", films.captions(tmp_path))
    other = films.recorded(films.sound(tmp_path / "other.mp3"), "audio")
    address = reverse("recording_track_edit", args=[other.pk, track.pk])
    assert admin_client.get(address, follow=True).status_code == 404
