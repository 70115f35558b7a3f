"""A recorded voice says why a work hangs here: each page plays that of its own language."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import TranslationSource

from exhibitions.blocks.voices import VoicesBlock
from exhibitions.models import Room
from media.delivery.access import is_shown
from media.models import MuseumMedia, RecordingRendition
from museum.core.visibility import Visitor
from tests.exhibitions.room_factory import block_id, hung, make_museum, plinth, walls_of

pytestmark = pytest.mark.django_db
WHY = "הדף שממנו הכול מתחיל. ראו את הכוכב."


def recording(title: str) -> MuseumMedia:
    """A sound as the database knows it once everything is made."""
    sound = MuseumMedia(title=title, type="audio", duration=6)
    MuseumMedia.objects.bulk_create([sound])
    RecordingRendition.objects.create(
        recording=sound, name="sound", file=f"recordings/{title}.m4a", state="ready"
    )
    return sound


def said(**voices: MuseumMedia) -> list[dict[str, Any]]:
    """The raw data of voices by language."""
    return [
        {"type": "item", "id": block_id(code), "value": {"language": code, "media": sound.pk}}
        for code, sound in voices.items()
    ]


@pytest.fixture
def voices() -> dict[str, MuseumMedia]:
    return {code: recording(code) for code in ("he", "fr")}


@pytest.fixture
def room(museum_home: Page, voices: dict[str, MuseumMedia]) -> Room:
    museum = make_museum(museum_home)
    works = [hung(museum.artifact(1), 300, why=WHY, voices=said(**voices))]
    floor = [plinth(museum.artifact(2), 500, 350, voices=said(fr=voices["fr"]))]
    return museum.room("room", walls_of("rectangle", {0: works}), floor=floor)


def players(client: Client, room: Page) -> list[str]:
    page = BeautifulSoup(client.get(room.address).content, "html.parser")
    sources = page.select("#works .hung audio source")
    return [str(source["src"]).rpartition("/")[2] for source in sources]


def test_a_page_plays_the_voices_of_its_own_language(
    room: Room, client: Client, translate: Any
) -> None:
    assert players(client, room) == ["he.m4a"]
    assert players(client, translate(room, "fr")) == ["fr.m4a", "fr.m4a"]
    assert players(client, translate(room, "es")) == []


def test_captions_are_the_text_in_the_page_s_language(
    room: Room, client: Client, translate: Any
) -> None:
    page = BeautifulSoup(client.get(room.address).content, "html.parser")
    [track] = page.select("#works track")
    assert (track["kind"], track["srclang"]) == ("captions", "he")
    answer = client.get(track["src"])
    assert answer["Content-Type"] == "text/vtt; charset=utf-8"
    assert answer.content.decode().endswith("--> 00:00:06.000\nראו את הכוכב.")
    # Nothing is written of the work on the plinth, so nothing can be shown below its sound.
    french = translate(room, "fr")
    page = BeautifulSoup(client.get(french.address).content, "html.parser")
    assert len(page.select("#works audio")) == 2
    assert len(page.select("#works track")) == 1
    unsaid = reverse("voice_captions", args=[french.pk, block_id("plinth work-2")])
    assert client.get(unsaid).status_code == 404
    assert client.get(reverse("voice_captions", args=[room.pk, "nowhere"])).status_code == 404


def test_a_voice_of_a_locked_room_is_for_those_who_may_see_the_room(
    room: Room, voices: dict[str, MuseumMedia], client: Client
) -> None:
    captions = reverse("voice_captions", args=[room.pk, block_id("hung work-1")])
    assert is_shown(voices["he"], Visitor())
    assert client.get(captions).status_code == 200
    PageViewRestriction.objects.create(page=room, restriction_type="login")
    assert not is_shown(voices["he"], Visitor())
    assert client.get(captions).status_code == 404


@pytest.mark.usefixtures("in_english")
def test_a_language_has_one_voice(voices: dict[str, MuseumMedia]) -> None:
    block = VoicesBlock()
    voice = {"language": "he", "media": voices["he"]}
    assert len(block.clean(block.normalize([voice, {**voice, "language": "fr"}]))) == 2
    with pytest.raises(ListBlockValidationError) as refused:
        block.clean(block.normalize([voice, voice]))
    [(place, error)] = refused.value.block_errors.items()
    assert (place, error.message) == (
        1,
        "There is a voice in this language already. Change that one.",
    )


def test_translators_are_not_asked_to_translate_a_language(room: Room) -> None:
    source, _made = TranslationSource.get_or_create_from_instance(room)
    paths = source.stringsegment_set.values_list("context__path", flat=True)
    assert [path for path in paths if "voices" in path] == []
