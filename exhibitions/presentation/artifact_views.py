"""What an artifact's page shows of its views, fetched in a few queries however many there are.

The views are read as they are stored (`exhibitions.presentation.wall_label_record`): StreamFields
would ask for every kind of file by itself, and for what is made of it one by one.
"""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from exhibitions.models import Artifact
from exhibitions.presentation.wall_label_record import Holdings, Record
from exhibitions.vocabulary import choices
from media.delivery import players
from media.models import MuseumImage

TOLERANCE = 0.05
"""How far a picture's proportions may be from the catalogue's and still show the whole item."""


@dataclass(frozen=True)
class Leaf:
    """A page of a document, with what the curators read on it."""

    number: int
    # Its part of the page's address, such as `page-12`.
    name: str
    image: MuseumImage
    text: str = ""
    translation: str = ""

    @property
    def lines(self) -> list[tuple[str, str]]:
        """The transcription's lines, each with its translation; none where they do not match."""
        original, translated = self.text.splitlines(), self.translation.splitlines()
        if not original or (translated and len(original) != len(translated)):
            return []
        return list(zip_longest(original, translated, fillvalue=""))


@dataclass(frozen=True)
class ArtifactView:
    """A view as templates take it: `value` has the block's fields,
    with the files that they name.
    """

    id: str
    block_type: str
    number: int
    value: dict[str, Any]


@dataclass(frozen=True)
class ArtifactViews:
    """An artifact's views and all their pictures, whose renditions the page looks up together."""

    views: list[ArtifactView]
    pictures: list[MuseumImage | None]


def prepare(artifact: Artifact) -> ArtifactViews:
    """Return an artifact's views; its lead image is then the one that they show."""
    files = Record([artifact]).files
    views: list[ArtifactView] = []
    for number, raw in enumerate(artifact.views.raw_data, start=1):
        value = with_files(raw["value"], files)
        if raw["type"] == "pages":
            prefix = page_prefix(number, [view.block_type for view in views])
            value["leaves"] = list(leaves(value, files, prefix))
        views.append(ArtifactView(raw.get("id") or str(number), raw["type"], number, value))
    # Each view has its own copy of its picture.
    files.images = {view.number: view.value["image"] for view in views if "image" in view.value}
    for recording in files.recordings.values():
        recording._cover = recording.poster or recording.still
    players.prefetch(files.recordings.values())
    pictures = list(files.pictures())
    for picture in pictures:
        if picture and picture.pk == artifact.lead_image_id:
            artifact.lead_image = picture
    return ArtifactViews(views, [artifact.lead_image, *pictures])


def page_prefix(number: int, before: list[str]) -> str:
    """Return how the names of a document's pages begin.

    `before` are the kinds of the views before it.

    Further documents of the same artifact say which they are.
    """
    return f"view-{number}-page-" if "pages" in before else "page-"


def with_files(raw: dict[str, Any], files: Holdings) -> dict[str, Any]:
    """Return a block's stored value with files in the place of their ids;
    None for those deleted.
    """
    value = dict(raw)
    if "image" in value:
        value["image"] = picture_of(value["image"] or {}, files)
    for name, kind in (
        ("document", files.documents),
        ("object", files.objects),
        ("media", files.recordings),
        ("audio", files.recordings),
    ):
        if name in value:
            value[name] = kind.get(value[name])
    for name in ("details", "transcriptions"):
        if name in value:
            value[name] = [
                {**with_files(item["value"], files), "id": item.get("id")} for item in value[name]
            ]
    return value


def picture_of(raw: dict[str, Any], files: Holdings) -> MuseumImage | None:
    """Return a view's picture with its words; another view of the same picture has its own."""
    shared = files.images.get(raw.get("image") or 0)
    if shared is None:
        return None
    image = copy(shared)
    image.contextual_alt_text = "" if raw.get("decorative") else raw.get("alt_text")
    return image


def leaves(value: dict[str, Any], files: Holdings, prefix: str) -> Iterator[Leaf]:
    """Yield a document's pages with their transcriptions; `prefix` begins their names."""
    written = {page["page"]: page for page in value["transcriptions"]}
    document = value["document"]
    for image in files.pages.get(document.pk, ()) if document else ():
        number = image.page_number or 0
        words = written.get(number, {})
        text = (words.get("text") or "").strip()
        translation = (words.get("translation") or "").strip()
        # A curator may repeat the original for translators to begin from.
        own = "" if translation == text else translation
        yield Leaf(number, f"{prefix}{number}", image, text, own)


def turning(language: str) -> str:
    """Return `rtl` or `ltr`: how the pages of a book in this language are turned.

    Ladino and Haketia, written today in Latin letters too, were printed and written in Hebrew ones.
    """
    return "ltr" if choices.direction(language) == "ltr" else "rtl"


def width_cm(
    image: MuseumImage | None, width: Decimal | None, height: Decimal | None, leads: bool = False
) -> Decimal | None:
    """Return how wide a picture is in reality, in cm; None where nobody knows.

    The lead image shows the item itself; any other does where it has the item's proportions.
    """
    if image is None or not width:
        return None
    if leads:
        return width
    if not height:
        return None
    ratio = (image.width / image.height) / float(width / height)
    return width if abs(ratio - 1) < TOLERANCE else None
