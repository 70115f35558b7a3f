"""Remove the demonstration museum, and nothing that people made themselves."""

from collections.abc import Callable

from django.db import transaction
from wagtail.models import Collection as MediaCollection
from wagtail.models import Page, ReferenceIndex

from exhibitions.models import ArtifactTerm, Term
from home.demo import pages
from home.demo.content import FOLDERS, identity, items, rich, terms
from home.demo.load import MEDIA_COLLECTION
from media.models import MuseumImage
from museum.models import MuseumPage

Progress = Callable[[str], None]


@transaction.atomic
def remove(progress: Progress) -> None:
    """Remove pages, terms and pictures of the demonstration; what others use stays, and is named."""
    clear_founding_pages()
    keys = {
        identity(kind, key)
        for kind in FOLDERS
        for key in items(kind)
        if not (kind == "page" and key in pages.FOUNDED)
    }
    for page in Page.objects.filter(translation_key__in=keys).order_by("-depth", "pk"):
        remove_page(page, keys, progress)
    remove_terms(progress)
    remove_pictures(progress)


def remove_page(page: Page, keys: set, progress: Progress) -> None:
    """Delete a page unless somebody put pages of their own below it."""
    page.refresh_from_db()
    if page.get_descendants().exclude(translation_key__in=keys).exists():
        progress(f"Kept, because other pages live below it: {page.title}")
    else:
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
    """Publish a page without introduction, body and hero."""
    page.introduction = ""
    if page._meta.model_name == "homepage":
        page.body = []
        page.hero_image = None
    page.save_revision().publish()


def remove_terms(progress: Progress) -> None:
    """Delete the demonstration's terms that no artifact uses."""
    keys = [identity("term", row["vocabulary"], row["slug"]) for row in terms()]
    own = Term.objects.filter(translation_key__in=keys)
    used = set(
        ArtifactTerm.objects.filter(term__in=own).values_list("term__translation_key", flat=True)
    )
    for term in own:
        if term.translation_key in used:
            progress(f"Kept, because artifacts use it: {term.name}")
        else:
            term.delete()


def remove_pictures(progress: Progress) -> None:
    """Delete the demonstration's pictures that no page uses."""
    collection = MediaCollection.objects.filter(name=MEDIA_COLLECTION).first()
    if collection is None:
        return
    for image in MuseumImage.objects.filter(collection=collection):
        if ReferenceIndex.get_references_to(image).exists():
            progress(f"Kept, because pages use it: {image.title}")
        else:
            image.delete()
    if not MuseumImage.objects.filter(collection=collection).exists():
        collection.delete()
