"""Recordings are served whole and in parts, exactly, and for good."""

from pathlib import Path

import pytest
from django.test import Client, RequestFactory
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_django import Settings

from media.delivery.file_responses import file_response
from media.models import MuseumMedia, RecordingRendition, Track
from tests.media.shown import on_a_page

CONTENT = bytes(range(256)) * 5 + b"end"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("served") / "film.mp4"
    path.write_bytes(CONTENT)
    return path


def ask(file: Path, method: str = "GET", **headers: str):
    return file_response(RequestFactory().generic(method, "/", headers=headers), file)


def body(response) -> bytes:
    return b"".join(response) if response.streaming else response.content


@settings(deadline=None)
@given(st.integers(0, 1_400), st.integers(0, 1_400))
def test_any_range_is_that_part_of_the_file(file: Path, first: int, last: int) -> None:
    response = ask(file, Range=f"bytes={first}-{last}")
    if last < first:
        assert (response.status_code, body(response)) == (200, CONTENT)
    elif first >= len(CONTENT):
        assert response.status_code == 416
        assert response["Content-Range"] == f"bytes */{len(CONTENT)}"
    else:
        part = CONTENT[first : last + 1]
        assert (response.status_code, body(response)) == (206, part)
        assert response["Content-Length"] == str(len(part))
        assert response["Content-Range"] == f"bytes {first}-{first + len(part) - 1}/{len(CONTENT)}"


@settings(deadline=None)
@given(st.integers(0, 1_400))
def test_open_ends(file: Path, number: int) -> None:
    rest = ask(file, Range=f"bytes={number}-")
    if number < len(CONTENT):
        assert (rest.status_code, body(rest)) == (206, CONTENT[number:])
    tail = ask(file, Range=f"bytes=-{number}")
    if number:
        assert (tail.status_code, body(tail)) == (206, CONTENT[-number:])
    else:
        assert tail.status_code == 416


@settings(deadline=None)
@given(st.text(st.characters(max_codepoint=126, min_codepoint=32), max_size=30))
def test_what_is_no_range_gets_the_whole_file(file: Path, words: str) -> None:
    response = ask(file, Range=f"bytes {words}")
    assert (response.status_code, body(response)) == (200, CONTENT)


def test_several_ranges_get_the_whole_file(file: Path) -> None:
    assert ask(file, Range="bytes=0-1,5-9").status_code == 200


def test_a_range_of_the_file_that_was_or_the_whole_file_that_is(file: Path) -> None:
    whole = ask(file)
    assert whole["Accept-Ranges"] == "bytes"
    for known in (whole["ETag"], whole["Last-Modified"]):
        part = ask(file, Range="bytes=0-3", **{"If-Range": known})
        assert (part.status_code, body(part)) == (206, CONTENT[:4])
    for unknown in ('"another"', "Wed, 21 Oct 2015 07:28:00 GMT", f"W/{whole['ETag']}"):
        assert ask(file, Range="bytes=0-3", **{"If-Range": unknown}).status_code == 200
    again = ask(file, **{"If-None-Match": whole["ETag"]})
    assert (again.status_code, body(again)) == (304, b"")
    assert ask(file, **{"If-Modified-Since": whole["Last-Modified"]}).status_code == 304


def test_a_head_has_the_lengths_and_nothing_more(file: Path) -> None:
    head = ask(file, "HEAD")
    assert (head["Content-Length"], body(head)) == (str(len(CONTENT)), b"")
    part = ask(file, "HEAD", Range="bytes=2-4")
    assert (part.status_code, part["Content-Length"], body(part)) == (206, "3", b"")


@pytest.mark.django_db
def test_the_public_folders_are_open_and_no_other(
    client: Client, tmp_path: Path, settings: Settings
) -> None:
    settings.MEDIA_ROOT = tmp_path
    for name in (
        "recordings/1-720p.mp4",
        "recordings/.work-1/half.mp4",
        "tracks/words.vtt",
        "tracks/dub.mp3",
        "media/original.mp4",
        "originals/x.tif",
        "documents/x.pdf",
        "secret.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(CONTENT)
    recording = MuseumMedia.objects.bulk_create([MuseumMedia(title="Film", duration=3)])[0]
    RecordingRendition.objects.create(recording=recording, file="recordings/1-720p.mp4")
    Track.objects.bulk_create([Track(recording=recording, language="fr", file="tracks/words.vtt")])
    on_a_page(recording)
    film = client.get("/media/recordings/1-720p.mp4", headers={"Range": "bytes=1-2"})
    assert (film.status_code, body(film)) == (206, CONTENT[1:3])
    assert film["Cache-Control"] == "public, max-age=600"
    assert film["Access-Control-Allow-Origin"] == "*"
    words = client.get("/media/tracks/words.vtt")
    assert (words.status_code, words["Content-Type"]) == (200, "text/vtt; charset=utf-8")
    for hidden in (
        "recordings/.work-1/half.mp4",
        "tracks/dub.mp3",
        "media/original.mp4",
        "originals/x.tif",
        "documents/x.pdf",
        "secret.txt",
        "recordings/../secret.txt",
        "recordings/%2e%2e/secret.txt",
        "recordings/none.mp4",
        "recordings/\0.mp4",
        f"recordings/{'x' * 300}.mp4",
    ):
        assert client.get(f"/media/{hidden}").status_code == 404, hidden
    ancient = {"If-Modified-Since": "Mon, 01 Jan 0001 00:00:00 -0000"}
    assert client.get("/media/recordings/1-720p.mp4", headers=ancient).status_code == 200
    assert client.post("/media/recordings/1-720p.mp4").status_code == 405
