"""Load the demonstration museum along the paths that people use: drafts, revisions, translations.

What is there already is left as it is, so that a second run makes only what is missing.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.files.images import ImageFile
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext_noop
from wagtail.models import Collection as MediaCollection
from wagtail.models import Locale, Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from exhibitions.models import (
    ArtifactTerm,
    Collection,
    CommunityIndex,
    ExhibitionIndex,
    Relation,
    StoryIndex,
    Term,
)
from exhibitions.models.relations import RelatedMixin
from home.demo import pages
from home.demo.blocks import Data, Refs
from home.demo.content import (
    DOCUMENTS,
    FOLDERS,
    ORIGINALS,
    PICTURES,
    identity,
    in_language,
    items,
    term_keys,
    terms,
)
from home.demo.files import clear_way
from home.demo.films import load_recordings
from home.demo.objects.load import load_objects
from home.demo.records import load_records, loaded_records, translate_records
from home.founding import found_museum, other_locales, source_locale
from home.models import HomePage
from home.translating import translate
from media.models import MuseumDocument, MuseumImage
from media.rights import RightsStatement
from museum.core.models import MuseumPage
from search.indexing import index_all, indexing_paused

MEDIA_COLLECTION = "Demonstration"
# The credits of the demonstration's pictures: pages say them in the visitor's language.
MADE_HERE = gettext_noop("Made for the demonstration")
DRAWN_HERE = gettext_noop("Drawing made for the demonstration")
SET_HERE = gettext_noop("Facsimile made for the demonstration")
Progress = Callable[[str], None]


def load(progress: Progress, in_hebrew_alone: bool = False) -> None:
    """Load all that is missing of the demonstration museum, naming each step to `progress`.

    It may be ended at any moment: each item is made whole or not at all, and a later run goes on.
    """
    progress("Founding the museum")
    home = found_museum()
    progress("Terms and pictures")
    refs = Refs({}, {}, {})
    load_terms(refs)
    collection = media_collection()
    load_pictures(refs, collection, progress)
    progress("3D objects")
    load_objects(refs, collection, MADE_HERE)
    progress("Film and sound")
    refs.recordings = load_recordings(collection, MADE_HERE)
    progress("Documents")
    refs.documents = load_documents(collection)
    # Wagtail would index a page, and what it points at, again for each of its records; once is
    # enough.
    with disable_reference_index_auto_update(), indexing_paused():
        with transaction.atomic():
            progress("Pages in Hebrew")
            fresh = make_pages(home, refs)
            fill_pages(fresh, refs)
        progress("People, schools and places")
        load_records()
        for locale in [] if in_hebrew_alone else other_locales():
            progress(f"Translation into {locale.language_code}")
            translate_all(locale, refs)
            translate_records(locale)
    progress("References and search index")
    index(refs)


def index(refs: Refs) -> None:
    """Note the words of the demonstration's terms and pages and what these point at,
    in every language.
    """
    ids = [pk for name, pk in refs.pages.items() if not name.startswith("term/")]
    keys = Page.objects.filter(pk__in=ids).values("translation_key")
    made = list(Page.objects.filter(translation_key__in=keys).specific())
    records = loaded_records()
    for item in [*made, *records]:
        ReferenceIndex.create_or_update_for_object(item)
    index_all([*made, *records, *Term.objects.filter(translation_key__in=term_keys())])


def load_terms(refs: Refs) -> None:
    """Make the vocabularies, and note their ids."""
    locale = source_locale()
    for row in terms():
        key = identity("term", row["vocabulary"], row["slug"])
        term, _created = Term.objects.get_or_create(
            translation_key=key,
            locale=locale,
            defaults={
                "vocabulary": row["vocabulary"],
                "slug": row["slug"],
                "name": in_language(row, locale.language_code)["name"],
            },
        )
        refs.pages[f"term/{row['slug']}"] = term.pk


def media_collection() -> MediaCollection:
    """Return the collection of the demonstration's files."""
    found = MediaCollection.objects.filter(name=MEDIA_COLLECTION).first()
    return found or MediaCollection.get_first_root_node().add_child(name=MEDIA_COLLECTION)


def load_pictures(refs: Refs, collection: MediaCollection, progress: Progress) -> None:
    """Upload the pictures that are missing; their renditions are made by the upload itself."""
    existing = MuseumImage.objects.filter(collection=collection, document=None)
    refs.images = dict(existing.values_list("title", "pk"))
    paths = sorted(PICTURES.glob("*.*"))
    refs.alts = {path.stem: item_of(path).get("alt", {}).get("he", "") for path in paths}
    missing = [path for path in paths if path.stem not in refs.images]
    # In the order in which visitors meet them: their smaller copies are made in this order, too.
    missing.sort(key=lambda path: path.stem not in met_first())
    for place, path in enumerate(missing, start=1):
        refs.images[path.stem] = upload(path, collection)
        if place % 10 == 0:
            progress(f"Pictures: {place} of {len(missing)}")


def met_first() -> set[str]:
    """Return the keys of the pictures of the home page and of the first exhibition."""
    first = in_order("exhibition")[0]
    rooms = [room for room in items("room").values() if room["exhibition"] == first]
    works = [work for room in rooms for wall in room["walls"] for work in wall.get("works", [])]
    heroes: set[Any] = {items("page")["home"].get("hero"), items("exhibition")[first].get("hero")}
    return (heroes - {None}) | {work["artifact"] for work in works if "artifact" in work}


def load_documents(collection: MediaCollection) -> dict[str, int]:
    """Upload the documents that are missing, and return their ids by key.

    The upload has their pages drawn.
    """
    existing = dict(MuseumDocument.objects.filter(collection=collection).values_list("title", "pk"))
    found = {}
    for path in sorted(DOCUMENTS.glob("*.pdf")):
        item = item_of(path)
        title = item["title"]["he"]
        if title not in existing:
            clear_way(MuseumDocument, path.name)
            with transaction.atomic(), path.open("rb") as file:
                document = MuseumDocument(
                    title=title,
                    file=File(file, name=path.name),
                    collection=collection,
                    credit=item["credit_line"]["en"],
                    rights_statement=RightsStatement.CC0,
                    source=MADE_HERE,
                )
                document.save()
            existing[title] = document.pk
        found[path.stem] = existing[title]
    return found


def item_of(path: Path) -> Data:
    """Return the artifact that a picture shows; nothing for the heroes."""
    return items("artifact").get(path.stem, {})


def description_of(path: Path) -> str:
    """Return what a picture shows, in English, the language of the library of pictures."""
    if item := item_of(path):
        return item["alt"]["en"]
    pages_with_hero = [*items("exhibition").values(), *items("page").values()]
    own = [page for page in pages_with_hero if page.get("hero") == path.stem]
    return own[0]["hero_alt"]["en"] if own else ""


def upload(path: Path, collection: MediaCollection) -> int:
    """Store one picture with its rights, and return its id."""
    item = item_of(path)
    original = ORIGINALS / path.name
    clear_way(MuseumImage, path.name)
    with transaction.atomic(), (original if original.exists() else path).open("rb") as file:
        image = MuseumImage(
            title=path.stem,
            file=ImageFile(file, name=path.name),
            collection=collection,
            description=description_of(path),
            credit=item["credit_line"]["en"] if item else MADE_HERE,
            rights_statement=RightsStatement.CC0,
            source=MADE_HERE,
        )
        image.save()
    return image.pk


def parent_of(kind: str, key: str, home: HomePage, refs: Refs) -> Page:
    """Return the page below which an item's page lives."""
    if kind == "page":
        return home
    if kind == "room":
        name = f"exhibition/{items('room')[key]['exhibition']}"
        return Page.objects.get(pk=refs.pages[name])
    if kind == "story" and items("story")[key]["parent"] in refs.pages:
        return Page.objects.get(pk=refs.pages[items("story")[key]["parent"]])
    index = {
        "community": CommunityIndex,
        "story": StoryIndex,
        "artifact": Collection,
        "exhibition": ExhibitionIndex,
    }[kind]
    return index.objects.child_of(home).get()


def in_order(kind: str) -> list[str]:
    """Return the keys of a kind in the order of their pages in the tree."""
    rows = items(kind)
    if kind == "artifact":
        return sorted(rows, key=lambda key: rows[key]["accession_number"])
    return sorted(rows, key=lambda key: rows[key].get("position", 0))


def make_pages(home: HomePage, refs: Refs) -> list[tuple[str, str, MuseumPage]]:
    """Make the missing pages as empty drafts, so that all can point at one another."""
    fresh = []
    for kind in FOLDERS:
        for key in in_order(kind):
            model = pages.model_of(kind, key)
            if kind == "page" and key in pages.FOUNDED:
                page = model.objects.get(locale=source_locale())
                is_fresh = not page.introduction
            else:
                page = model.objects.filter(
                    translation_key=identity(kind, key), locale=source_locale()
                ).first()
                is_fresh = page is None
                if page is None:
                    page = make_draft(model, kind, key, parent_of(kind, key, home, refs))
            refs.pages[f"{kind}/{key}"] = page.pk
            if is_fresh:
                fresh.append((kind, key, page))
    return fresh


def make_draft(model: type[MuseumPage], kind: str, key: str, parent: Page) -> MuseumPage:
    """Add an empty draft with the item's identity below `parent`."""
    page = model(
        title=items(kind)[key]["title"]["he"],
        slug=slugify(key),
        live=False,
        translation_key=identity(kind, key),
        locale=source_locale(),
        show_in_menus=items(kind)[key].get("in_menu", False),
    )
    if kind == "artifact":
        page.accession_number = items(kind)[key]["accession_number"]
    parent.add_child(instance=page)
    return page


def fill_pages(fresh: list[tuple[str, str, MuseumPage]], refs: Refs) -> None:
    """Write the drafts' texts in Hebrew and publish them."""
    for kind, key, page in fresh:
        # The drafts were counted below it since; publishing would write the old number back.
        page.refresh_from_db(fields=["numchild"])
        for name, value in pages.fields(kind, key, "he", refs).items():
            setattr(page, name, value)
        if isinstance(page, RelatedMixin):
            page.relations = [
                Relation(related_id=refs.pages[name], sort_order=place)
                for place, name in enumerate(pages.related(kind, key))
            ]
        if kind == "artifact":
            page.terms = [
                ArtifactTerm(term_id=refs.pages[f"term/{slug}"], sort_order=place)
                for place, slug in enumerate(items(kind)[key]["terms"])
            ]
        page.save_revision().publish()


def translate_all(locale: Locale, refs: Refs) -> None:
    """Translate what this language does not have yet."""
    for row in terms():
        identifier = identity("term", row["vocabulary"], row["slug"])
        term = Term.objects.get(translation_key=identifier, locale=source_locale())
        if not term.has_translation(locale):
            name = in_language(row, locale.language_code)["name"]
            twin = Term(vocabulary=term.vocabulary, slug=term.slug, name=name)
            translate(term, twin, locale)
    for kind in FOLDERS:
        for key in in_order(kind):
            translate_page(kind, key, locale, refs)


def translate_page(kind: str, key: str, locale: Locale, refs: Refs) -> None:
    """Translate one page, unless it is translated already."""
    model = pages.model_of(kind, key)
    page = model.objects.get(pk=refs.pages[f"{kind}/{key}"])
    founded = kind == "page" and key in pages.FOUNDED
    existing = page.get_translation_or_none(locale)
    if existing is not None and not (founded and not existing.introduction):
        return
    words = Refs(refs.pages, refs.images, alts_in(locale.language_code), refs.objects)
    words.recordings = refs.recordings
    words.documents = refs.documents
    twin = model(slug=page.slug, **pages.fields(kind, key, locale.language_code, words))
    translate(page, twin, locale)


def alts_in(language: str) -> dict[str, str]:
    """Return the pictures' alternative texts in a language."""
    return {key: item["alt"][language] for key, item in items("artifact").items()}
