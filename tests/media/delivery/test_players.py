"""What a player offers first, in which language, with how many questions.

And that words are found.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from pytest_django import Settings

from exhibitions.models import Artifact
from media.delivery.players import Player, clock, prefetch
from media.models import MuseumMedia, RecordingRendition, Track
from tests.media import films

pytestmark = pytest.mark.django_db
CUES = [[0.0, 1.5, "פעמון מצלצל"], [2.0, 3.0, "ילדים נכנסים"]]


@pytest.fixture
def recording(db: None) -> Callable[..., MuseumMedia]:
    """A film as the database knows it once everything is made; no file is needed to choose."""

    def make(language: str = "", versions: tuple[str, ...] = ("720p",), **tracks: str) -> Any:
        film = MuseumMedia(title="film", type="video", duration=4, language=language)
        MuseumMedia.objects.bulk_create([film])
        RecordingRendition.objects.bulk_create(
            RecordingRendition(
                recording=film, name=name, file=f"recordings/{name}.mp4", state="ready", width=1280
            )
            for name in versions
        )
        Track.objects.bulk_create(
            Track(
                recording=film,
                kind=kind,
                language=code,
                file=f"tracks/{kind}-{code}.vtt",
                cues=CUES,
            )
            for kind, codes in tracks.items()
            for code in codes.split()
        )
        return film

    return make


def test_the_sound_of_the_visitor_s_language_is_offered_first(recording) -> None:
    film = recording("he", ("720p", "720p-dubbing-fr", "1080p", "720p-described-he"))
    versions = {code: Player(film, code).version for code in ("he", "fr", "es")}
    assert {code: version.key for code, version in versions.items()} == {
        "he": "",
        "fr": "dubbing-fr",
        "es": "",
    }
    assert [file.quality for file in versions["he"].files] == ["720p", "1080p"]
    assert Player(film, "es").described.key == "described-he"


def test_words_in_the_visitor_s_language_describe_better_than_another_voice(recording) -> None:
    film = recording("he", ("720p", "720p-described-he"), descriptions="fr")
    described = {code: Player(film, code).described for code in ("he", "fr", "es")}
    assert {code: version and version.key for code, version in described.items()} == {
        "he": "described-he",
        "fr": None,
        "es": "described-he",
    }


def test_captions_are_on_where_the_sound_is_another_language(recording) -> None:
    film = recording("he", ("720p", "720p-dubbing-fr"), captions="he fr", subtitles="es")
    shown = {code: Player(film, code).caption for code in ("he", "fr", "es", "en")}
    assert {code: words and words.language for code, words in shown.items()} == {
        "he": None,
        "fr": None,
        "es": "es",
        "en": None,
    }


def test_the_transcript_is_in_the_visitor_s_language_or_says_in_which(recording) -> None:
    film = recording("he", captions="he es")
    assert Player(film, "es").transcript.language == "es"
    other = Player(film, "fr").transcript
    assert (other.language, other.direction) == ("he", "rtl")


def test_what_is_not_ready_is_not_offered(recording) -> None:
    film = recording("he")
    RecordingRendition.objects.update(state="working")
    assert Player(film, "he").version, "what is made anew is offered until its successor is there"
    RecordingRendition.objects.update(file="")
    assert Player(film, "he").version is None


@pytest.mark.parametrize(("seconds", "written"), [(0, "0:00"), (65.9, "1:05"), (3661, "1:01:01")])
def test_times(seconds: float, written: str) -> None:
    assert clock(seconds) == written


def shown(artifact: Artifact, recordings: list[MuseumMedia]) -> Artifact:
    """Publish an artifact with films among its views."""
    artifact.views = [
        (one.type, {"media": one, "caption": f"film {place}"})
        for place, one in enumerate(recordings)
    ]
    artifact.save_revision().publish()
    # Wagtail remembers where sites begin from before there was this one.
    cache.clear()
    found = Artifact.objects.get(pk=artifact.pk)
    assert found.address.startswith("/he/collection/")
    return found


def test_many_films_ask_no_more_than_one(recording, artifact, client: Client) -> None:
    def asked(number: int) -> int:
        films_ = [recording("he", captions="he fr", chapters="he") for _ in range(number)]
        page = shown(artifact(f"work {number}", f"n-{number}"), films_)
        client.get(page.address)
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(page.address)
        assert answer.content.decode().count("<museum-player>") == number
        return len(captured)

    few = asked(1)
    assert asked(7) == few <= 14


def test_prefetching_twice_asks_once(recording, django_assert_num_queries) -> None:
    some = [recording("he", captions="he") for _ in range(4)]
    with django_assert_num_queries(2):
        prefetch(some)
    with django_assert_num_queries(0):
        prefetch(some)
        with translation.override("fr"):
            assert Player(some[0], "fr").data["versions"]
            assert Player(some[0], "fr").poster is None


def test_what_is_said_is_found(recording, artifact, client: Client) -> None:
    page = shown(artifact("סרט", "n-1"), [recording("he", captions="he")])
    assert page.title not in client.get("/he/search/?q=זברה").content.decode()
    assert page.address in client.get("/he/search/?q=מצלצל").content.decode()


def test_new_words_are_found_without_touching_the_page(
    artifact,
    client: Client,
    tmp_path: Path,
    settings: Settings,
    django_capture_on_commit_callbacks: Callable,
) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    with django_capture_on_commit_callbacks(execute=True):
        sound = films.recorded(films.sound(tmp_path / "bell.mp3"), "audio")
        page = shown(artifact("קול", "n-2"), [sound])
    with django_capture_on_commit_callbacks(execute=True):
        words = films.captions(tmp_path, films.VTT.replace("The <i>bell</i> is rung", "צלצול"))
        films.tracked(sound, "captions", "he", words)
    assert page.address in client.get("/he/search/?q=צלצול").content.decode()


def test_no_word_of_a_track_is_read_as_markup(recording, artifact, client: Client) -> None:
    film = recording("he", captions="he")
    Track.objects.update(cues=[[0, 1, "<script>alert(1)</script>"]])
    content = client.get(shown(artifact("סרט", "n-1"), [film]).address).content.decode()
    assert "<script>alert" not in content
    assert "&lt;script&gt;alert" in content


def test_a_recording_that_was_deleted_leaves_the_page_whole(
    recording, artifact, client: Client
) -> None:
    film = recording("he")
    page = shown(artifact("סרט", "n-1"), [film])
    MuseumMedia.objects.filter(pk=film.pk).delete()
    assert client.get(page.address).status_code == 200
