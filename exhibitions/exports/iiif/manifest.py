"""A manifest: an artifact's label, rights and views in all languages."""

from collections.abc import Callable
from mimetypes import guess_type
from typing import Any

from babel.numbers import format_decimal
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext
from wagtail.rich_text import get_text_for_indexing as plain_text

from exhibitions.exports.iiif.addresses import (
    Absolute,
    Json,
    linked_art_address,
    manifest_address,
    optional,
    plain_address,
)
from exhibitions.exports.iiif.canvases import ViewCanvases, canvases
from exhibitions.exports.iiif.pictures import copies, thumbnail
from exhibitions.models import Artifact
from exhibitions.presentation.wall_label_record import LanguageMap, Record, language_map
from exhibitions.vocabulary.choices import Role

TABLES = ("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")


def build(record: Record, absolute: Absolute) -> Json:
    """Return the manifest of an artifact."""
    source = record.source
    address = absolute(manifest_address(source))
    credit = record.words(lambda page: page.credit_line)
    statement = {"label": record.words(lambda _: gettext("Credit line")), "value": credit}
    shown = canvases(record, address, absolute)
    return {
        "id": address,
        "type": "Manifest",
        "label": record.words(lambda page: page.title),
        **optional("summary", record.words(lambda page: plain_text(page.description))),
        "metadata": metadata(record),
        **optional("requiredStatement", statement if credit else None),
        **optional("rights", plain_address(source.rights_statement)),
        "provider": provider(absolute),
        "homepage": homepages(record.pages, absolute),
        **optional("thumbnail", thumbnail(source.lead_image, absolute)),
        "partOf": whole(absolute),
        "seeAlso": [
            {
                "id": absolute(linked_art_address(source)),
                "type": "Dataset",
                "label": {"none": ["Linked Art"]},
                "format": "application/ld+json",
                "profile": "https://linked.art/ns/v1/linked-art.json",
            }
        ],
        **optional("rendering", renderings(record, absolute)),
        **reading(shown),
        "items": [canvas for view in shown for canvas in view.canvases],
        **optional("structures", structures(shown, address)),
    }


def renderings(record: Record, absolute: Absolute) -> list[Json]:
    """Return the pictures that may be taken home, each as large as may be,
    and the files to download.
    """
    found = []
    for view in record.views:
        if view.kind == "picture":
            image = record.holdings.images.get(view.block.struct("image")["image"] or 0)
            found += copies(record, image, view.place, absolute)
        document = record.holdings.documents.get(view.block["document"] or 0)
        if document and view.kind == "document":
            kind = guess_type(document.filename)[0]
            found.append(
                {
                    "id": absolute(document.url),
                    "type": "Dataset" if kind in TABLES else "Text",
                    "label": view.block.words("title") or {"none": [document.title]},
                    **optional("format", kind),
                }
            )
    return found


def reading(shown: list[ViewCanvases]) -> Json:
    """Return how the whole is turned: as a book where a document with pages is among the views."""
    books = [view for view in shown if view.direction]
    everything = [canvas for view in shown for canvas in view.canvases]
    if not books:
        return {}
    # Only what has a size can lie beside another page.
    paged = {"behavior": ["paged"]} if all("width" in canvas for canvas in everything) else {}
    return {"viewingDirection": books[0].direction, **paged}


def structures(shown: list[ViewCanvases], address: str) -> list[Json]:
    """Return a table of contents, one line a view, below it a film's chapters.

    None for a single picture.
    """
    if len(shown) == 1 and len(shown[0].canvases) == 1 and not shown[0].chapters:
        return []
    return [
        {
            "id": f"{address}/range/{view.place}",
            "type": "Range",
            "label": view.label,
            **optional("viewingDirection", view.direction),
            **({"behavior": ["paged"]} if view.direction else {}),
            "items": view.chapters
            or [{"id": canvas["id"], "type": "Canvas"} for canvas in view.canvases],
        }
        for view in shown
    ]


def metadata(record: Record) -> list[Json]:
    """Return the wall label's lines in all languages, without those that are empty."""
    lines: list[tuple[Callable[[Any], str], Callable[[Any], str]]] = [
        (lambda _: gettext("Date"), lambda page: page.date_display),
        (lambda _: gettext("Place of origin"), lambda page: page.place_of_origin),
        (lambda _: gettext("Materials and technique"), lambda page: page.medium),
        (lambda _: gettext("Size"), size),
        (lambda _: gettext("Makers and depicted people"), people),
        (lambda _: gettext("Accession number"), lambda page: page.accession_number),
        (lambda _: gettext("Provenance"), lambda page: page.provenance),
    ]
    pairs = [(record.words(label), record.words(value)) for label, value in lines]
    pairs.append((record.words(lambda _: gettext("Terms")), terms(record)))
    return [{"label": label, "value": value} for label, value in pairs if value]


def size(page: Artifact) -> str:
    """Return height × width × depth in cm, in the page's language."""
    lengths = [length for length in (page.height_cm, page.width_cm, page.depth_cm) if length]
    if not lengths:
        return ""
    numbers = (format_decimal(length, locale=page.language) for length in lengths)
    return gettext("%(size)s cm") % {"size": " × ".join(numbers)}


def people(page: Artifact) -> str:
    """Return the makers and the depicted, each with their part."""
    values = (block["value"] for block in page.people.raw_data)
    return "; ".join(f"{one['name']} ({Role(one['role']).label})" for one in values)


def terms(record: Record) -> LanguageMap:
    """Return the vocabularies' terms, each language's own."""
    every = [term for group in record.terms.values() for term in group]
    found: LanguageMap = {}
    for page in record.pages:
        if names := [name for term in every for name in term.words.get(page.language, [])]:
            found[page.language] = names
    return found


def whole(absolute: Absolute) -> list[Json]:
    """Return the museum's own collection, of which every manifest is a part."""
    label = {"none": [settings.WAGTAIL_SITE_NAME]}
    return [{"id": absolute(reverse("museum_collection")), "type": "Collection", "label": label}]


def homepages(pages: list[Any], absolute: Absolute) -> list[Json]:
    """Return the pages that people read, one a language."""
    return [
        {
            "id": absolute(page.address),
            "type": "Text",
            "label": language_map([page], lambda page: page.title),
            "format": "text/html",
            "language": [page.language],
        }
        for page in pages
    ]


def provider(absolute: Absolute) -> list[Json]:
    """Return the museum itself."""
    name = settings.WAGTAIL_SITE_NAME
    home = {"id": absolute("/"), "type": "Text", "label": {"none": [name]}, "format": "text/html"}
    icon = absolute(static("museum/icon.svg"))
    return [
        {
            "id": absolute("/"),
            "type": "Agent",
            "label": {"none": [name]},
            "homepage": [home],
            "logo": [{"id": icon, "type": "Image", "format": "image/svg+xml"}],
        }
    ]
