"""Remove the demonstration museum, and nothing that people made themselves."""

from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, QuerySet
from wagtail.models import Collection as MediaCollection
from wagtail.models import Page, ReferenceIndex

from exhibitions.models import Artifact, ArtifactTerm, Term
from home.demo import pages
from home.demo.content import FOLDERS, identity, items, rich, term_keys
from home.demo.load import MEDIA_COLLECTION
from home.demo.records import remove_records
from home.models import HomePage
from media.models import MuseumDocument, MuseumImage, MuseumMedia, Object3D
from museum.core.models import MuseumPage

Progress = Callable[[str], None]


@transaction.atomic
def remove(progress: Progress) -> None:
    """Remove pages, terms and pictures of the demonstration.

    What others use stays, and is named.
    """
    clear_founding_pages()
    keys = {
        identity(kind, key)
        for kind in FOLDERS
        for key in items(kind)
        if not (kind == "page" and key in pages.FOUNDED)
    }
    for page in Page.objects.filter(translation_key__in=keys).order_by("depth", "pk"):
        remove_page(page, keys, progress)
    remove_terms(progress)
    remove_records(progress)
    remove_files(progress)


def remove_page(page: Page, keys: set, progress: Progress) -> None:
    """Delete a page and those below it, unless somebody put pages of their own there."""
    below = Page.objects.filter(path__startswith=page.path)
    if below.exclude(translation_key__in=keys).exists():
        progress(f"Kept, because other pages live below it: {page.title}")
    elif below.exists():  # It may have gone with the page above it.
        page.refresh_from_db()
        page.specific.delete()


def clear_founding_pages() -> None:
    """Take the demonstration's words out of home and index pages that still carry them."""
    for key, model in pages.FOUNDED.items():
        words = items("page")[key].get("introduction", {})
        for page in model.objects.select_related("locale"):
            text = words.get(page.locale.language_code)
            if text is not None and page.introduction == rich(text):
                empty(page)


def empty(page: MuseumPage) -> None:
    """Publish a page without the demonstration's introduction, blocks and hero."""
    page.introduction = ""
    if isinstance(page, HomePage):
        blocks = items("page")["home"].get("body", [])
        lent = {str(identity("page/home/body", place)) for place in range(len(blocks))}
        page.body = [block for block in page.body.raw_data if block["id"] not in lent]
        if page.hero_image and page.hero_image.collection.name == MEDIA_COLLECTION:
            page.hero_image = None
            page.hero_alt = ""
    page.save_revision().publish()


def remove_terms(progress: Progress) -> None:
    """Delete the demonstration's terms that no artifact uses."""
    own = Term.objects.filter(translation_key__in=term_keys())
    tags = ArtifactTerm.objects.filter(term__in=own)
    kinds = Artifact.objects.filter(object_type__in=own)
    used = {
        *tags.values_list("term__translation_key", flat=True),
        *kinds.values_list("object_type__translation_key", flat=True),
    }
    for term in own:
        if term.translation_key in used:
            progress(f"Kept, because artifacts use it: {term.name}")
        else:
            term.delete()


def users_of(item: Model) -> QuerySet[ReferenceIndex]:
    """Return what uses a file, but for a document's own pages: they are pictures,
    and go with it.
    """
    pictures = ContentType.objects.get_for_model(MuseumImage)
    return ReferenceIndex.get_references_to(item).exclude(base_content_type=pictures)


def remove_files(progress: Progress) -> None:
    """Delete the demonstration's 3D objects, films, sounds,
    documents and pictures that no page uses.
    """
    collection = MediaCollection.objects.filter(name=MEDIA_COLLECTION).first()
    if collection is None:
        return
    kept = (Object3D, MuseumMedia, MuseumDocument, MuseumImage)
    # Objects first: they use pictures as posters, and documents have pages.
    for model in kept:
        for item in model.objects.filter(collection=collection):
            if users_of(item).exists():
                progress(f"Kept, because pages use it: {item.title}")
            else:
                item.delete()
    if not any(model.objects.filter(collection=collection).exists() for model in kept):
        collection.delete()
