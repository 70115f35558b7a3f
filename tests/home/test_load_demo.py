"""The demonstration museum: whole in four languages, and the same when it is loaded twice."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from PIL import Image
from pytest_django import DjangoDbBlocker
from wagtail.models import Locale, Page, ReferenceIndex, Revision
from wagtail.search.backends import get_search_backend

from exhibitions.models import (
    Artifact,
    ArtifactTerm,
    Collection,
    Community,
    Exhibition,
    Relation,
    Room,
    Story,
    Term,
)
from exhibitions.presentation import artifact_views
from home.demo import load, objects, register
from home.demo.content import PICTURES, identity, items
from home.founding import other_locales
from home.models import HomePage
from media.delivery.players import Player
from media.derivatives import renditions, tiles
from media.models import (
    DocumentPages,
    MuseumDocument,
    MuseumImage,
    MuseumMedia,
    MuseumRendition,
    Tiles,
)
from museum.core.models import User
from records.models import Person, Place, School
from scripts.demo_art.large import KEY as MAP
from tests.database import taken_back
from tests.exhibitions.exports import iiif_rules
from tests.media.delivery import iiif_rules as image_rules

LANGUAGES = {"he", "es", "fr", "en"}
# On PostgreSQL one translation: what the database does is the same for each, and all languages
# share an index without stems.
LOADED = LANGUAGES if connection.vendor == "sqlite" else {"he", "fr"}
ATLEAST = [(Exhibition, 3), (Room, 6), (Community, 8), (Story, 10), (Artifact, 60)]
KINDS = [Page, Revision, Term, MuseumImage, Relation, ReferenceIndex, School, Place, Person]


def small_pictures(folder: Path) -> None:
    """Make a picture of each name: making renditions of the real ones takes minutes."""
    for path in PICTURES.glob("*.*"):
        size = (tiles.WORTH_ZOOMING + 100, 1400) if path.stem == MAP else (60, 40)
        Image.new("RGB", size, "#efe4cc").save(folder / path.name)


def one_step(image: MuseumImage) -> None:
    """Give a picture itself as its only rendition."""
    MuseumRendition.objects.create(
        image=image,
        filter_spec=renditions.filter_spec(512, "webp"),
        file=image.file.name,
        width=image.width,
        height=image.height,
    )


def picture_file() -> ContentFile:
    file = BytesIO()
    Image.new("RGB", (60, 40), "#efe4cc").save(file, "webp")
    return ContentFile(file.getvalue(), "ours.webp")


@pytest.fixture(scope="module", autouse=True)
def demo(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """The demonstration, loaded once for this module and taken back at its end."""
    folder = tmp_path_factory.mktemp("pictures")
    small_pictures(folder)
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        patch.setattr(load, "PICTURES", folder)
        patch.setattr(load, "ORIGINALS", folder)
        patch.setattr(renditions, "make", one_step)
        patch.setattr(transaction, "on_commit", lambda call, using=None, robust=False: call())
        patch.setattr(load, "other_locales", loaded_locales)
        with taken_back():
            call_command("load_demo", verbosity=0)
            # Now, once: what waits to the end of a transaction is looked at after each of the
            # tests.
            connection.check_constraints()
            yield


def loaded_locales() -> list[Locale]:
    return [locale for locale in other_locales() if locale.language_code in LOADED]


def counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in KINDS}


pytestmark = [
    pytest.mark.django_db,
    # The first of them loads the whole demonstration museum.
    pytest.mark.limit(1200),
]


@pytest.mark.parametrize(("model", "number"), ATLEAST)
def test_there_is_enough_in_every_language(model: type[Page], number: int) -> None:
    for language in LANGUAGES:
        assert model.objects.live().filter(locale__language_code=language).count() >= number
    for page in model.objects.all():
        assert page.title.strip()


def test_every_school_of_the_sources_is_there_in_every_language() -> None:
    assert School.objects.shown().count() == 118
    assert Place.objects.shown().count() == 76
    for language in LANGUAGES:
        html = Client().get(f"/{language}/schools/").content.decode()
        assert html.count(f'href="/{language}/schools/') >= 118


@pytest.mark.parametrize("language", sorted(LANGUAGES - {"he"}))
def test_the_register_is_read_page_by_page_in_translation(language: str) -> None:
    page = Artifact.objects.get(
        translation_key=identity("artifact", register.KEY), locale__language_code=language
    )
    assert page.views[0].block_type == "pages"
    paging = DocumentPages.objects.get()
    assert (paging.state, paging.count) == (DocumentPages.State.READY, 14)
    leaves = artifact_views.prepare(page).views[0].value["leaves"]
    assert [leaf.number for leaf in leaves] == list(range(1, 15))
    titles = {leaf.lines[0] for leaf in leaves}
    assert titles == {("פנקס הכיתה", register.register_words()["titles"][language][0])}
    assert page.lead_image == leaves[0].image


def test_details_stand_on_three_works_in_every_language() -> None:
    for language in LANGUAGES:
        works = Artifact.objects.filter(locale__language_code=language)
        detailed = [
            work.title
            for work in works
            if any(
                view["type"] == "picture" and view["value"]["details"]
                for view in work.views.raw_data
            )
        ]
        assert len(detailed) == 3


def test_the_tree_of_pages_is_sound() -> None:
    assert not any(Page.find_problems())


@pytest.mark.parametrize("language", sorted(LOADED))
def test_every_page_is_found_by_its_title(language: str) -> None:
    pages = Page.objects.filter(locale=Locale.objects.get(language_code=language))
    for page in pages.type(Exhibition, Room, Community, Story, Artifact):
        # Asked of itself alone: hundreds share a word with it, and each would be ranked and read.
        found = get_search_backend().search(page.title, pages.filter(pk=page.pk))
        assert list(found) == [page], page.title


def test_rooms_are_joined_by_doors() -> None:
    for room in Room.objects.filter(locale__language_code="he"):
        targets = {
            work["value"]["target"]
            for wall in room.walls.raw_data
            for work in wall["value"]["works"]
            if work["type"] == "door"
        }
        assert targets & set(Room.objects.values_list("pk", flat=True)), room.title


def test_every_artifact_has_what_the_catalogue_asks() -> None:
    for artifact in Artifact.objects.all():
        assert not set(artifact.open_questions()), artifact
        assert artifact.lead_image_id and artifact.description


def test_every_manifest_collection_and_image_service_keeps_the_rules(client: Client) -> None:
    """Held against the IIIF APIs, for all that the demonstration shows."""
    addresses = ["/collection.json"]
    asked: set[str] = set()
    services: set[str] = set()
    while addresses:
        found = client.get(addresses.pop()).json()
        iiif_rules.check(found)
        assert set(found["label"]) == LANGUAGES
        asked.add(found["id"])
        parts = list(iiif_rules.walk(found))
        services |= {one["id"] for one in parts if one["type"] == "ImageService3"}
        items = found["items"] if found["type"] == "Collection" else []
        new = {item["id"] for item in items} - asked
        addresses.extend(address.removeprefix("http://testserver") for address in new)
    artifacts = Artifact.objects.filter(locale__language_code="he")
    kinds = Counter(address.rsplit("/", 1)[-1] for address in asked)
    assert kinds["manifest.json"] == len(artifacts)
    assert kinds["collection.json"] == 1 + Exhibition.objects.count() // len(LANGUAGES)
    assert len(services) == Tiles.objects.count() == 1
    for row in Tiles.objects.all():
        info = client.get(f"/iiif/{row.key}/info.json").json()
        assert info["id"] in services
        image_rules.check_service(info, tiles.folder(row.key))


def manifest_of(client: Client, key: str) -> tuple[list[dict], Counter]:
    """The canvases of an artifact's manifest, and how many things of each type it has."""
    found = client.get(f"/artifacts/{identity('artifact', key)}/manifest.json").json()
    return found["items"], Counter(one["type"] for one in iiif_rules.walk(found))


def test_manifests_tell_of_the_register_s_pages_and_what_stands_on_them(client: Client) -> None:
    pages, _kinds = manifest_of(client, register.KEY)
    assert len(pages) == 14
    for page in pages:
        [original, translated] = page["annotations"][0]["items"]
        assert [body["language"] for body in original["body"]] == ["he"]
        assert {body["language"] for body in translated["body"]} == LANGUAGES


def test_manifests_tell_of_details_on_the_map(client: Client) -> None:
    [canvas], _kinds = manifest_of(client, MAP)
    details = canvas["annotations"][0]["items"]
    assert len(details) >= 3
    for detail in details:
        assert "#xywh=" in detail["target"]
        assert {body["language"] for body in detail["body"]} == LANGUAGES


def test_manifests_tell_of_film_and_sound_with_their_words_and_chapters(client: Client) -> None:
    shown: Counter = Counter()
    chapters = []
    for work in Artifact.objects.filter(locale__language_code="he"):
        if not any(view["type"] in ("video", "audio") for view in work.views.raw_data):
            continue
        found = client.get(f"/artifacts/{work.translation_key}/manifest.json").json()
        parts = list(iiif_rules.walk(found))
        shown += Counter(one["type"] for one in parts)
        words = [one["body"] for one in parts if one.get("motivation") == "supplementing"]
        assert {body["language"] for body in words} == LANGUAGES
        chapters += [one for one in parts if one["type"] == "Range" and "/chapter/" in one["id"]]
    assert shown["Video"] and shown["Sound"]
    assert len(chapters) == len(items("recording")["network"]["chapters"])
    assert all(set(one["label"]) == LANGUAGES for one in chapters)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_the_film_is_heard_and_described_in_every_language(language: str) -> None:
    film = MuseumMedia.objects.get(title=items("recording")["network"]["name"])
    player = Player(film, language)
    assert player.version and player.version.key == f"dubbing-{language}"
    assert player.described and player.described.key == f"described-{language}"
    assert player.descriptions and player.descriptions.language == language
    assert player.caption is None, "the sound says it"


@pytest.mark.parametrize("key", objects.KEYS)
def test_manifests_tell_of_the_objects(client: Client, key: str) -> None:
    canvases, kinds = manifest_of(client, key)
    assert kinds["Model"] == 1
    said = len(items("artifact")[key]["object"].get("details", []))
    pages = [page for canvas in canvases for page in canvas.get("annotations", [])]
    assert sum(len(page["items"]) for page in pages) >= said


def test_a_second_load_makes_nothing_twice() -> None:
    before = counts()
    call_command("load_demo", verbosity=0)
    assert counts() == before


def test_removal_leaves_what_people_made_and_a_new_load_makes_it_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = people_make_something()
    story, term, image, _user = own
    call_command("load_demo", remove=True, verbosity=0)
    for one in own:
        one.refresh_from_db()
    assert story.live and story.hero_image == image
    # What theirs hangs on stays as well: the community above the story, and the term of their work.
    assert Community.objects.get(pk=story.get_parent().pk).live
    work = Artifact.objects.get()
    assert [link.term for link in work.terms.all()] == [term]
    assert work.object_type == kind_of_bells()
    assert not MuseumDocument.objects.exists()
    kept = {image.title, items("community")["baghdad"]["hero"]}
    assert set(MuseumImage.objects.values_list("title", flat=True)) == kept
    assert not Exhibition.objects.exists() and not Room.objects.exists()
    for home in HomePage.objects.all():
        assert not home.introduction and home.hero_image is None
        own = home.locale.language_code == "he"
        assert [block.block_type for block in home.body] == ["quotation"] * own
    for one in (story, work):
        one.delete()
    # Translating is the longest part; that of a museum with emptied frame was the first load's too.
    monkeypatch.setattr(load, "other_locales", list)
    call_command("load_demo", verbosity=0)
    assert not any(Page.find_problems())
    for model, number in ATLEAST:
        assert model.objects.live().filter(locale__language_code="he").count() >= number


def people_make_something() -> tuple[Story, Term, MuseumImage, User]:
    """Write a story below a community of the demonstration, and catalogue a work with its terms."""
    source = {"locale__language_code": "he"}
    image = MuseumImage.objects.create(title="Ours", file=picture_file())
    baghdad = Community.objects.get(translation_key=identity("community", "baghdad"), **source)
    story = baghdad.add_child(
        instance=Story(title="סיפור שלנו", subject="אנו", standfirst="שלנו", hero_image=image)
    )
    term = Term.objects.filter(**source).first()
    work = Collection.objects.get(**source).add_child(
        instance=Artifact(title="פריט שלנו", accession_number="OURS.1", object_type=kind_of_bells())
    )
    work.terms = [ArtifactTerm(term=term)]
    work.save()
    home = HomePage.objects.get(**source)
    quotation = {"text": "<p>מילים שלנו</p>", "speaker": "אנו"}
    home.body = [*home.body.raw_data, {"type": "quotation", "value": quotation}]
    home.save_revision().publish()
    return story, term, image, User.objects.create(username="somebody")  # type: ignore[return-value]


def kind_of_bells() -> Term:
    return Term.objects.get(
        vocabulary="object-type", slug="school-object", locale__language_code="he"
    )
