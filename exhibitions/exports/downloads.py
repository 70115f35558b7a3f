"""An artifact's pictures to take home, in the sizes that their rights statements permit."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from exhibitions.models import Artifact
from exhibitions.presentation.artifact_views import ArtifactView
from exhibitions.presentation.wall_label_record import Record, in_languages
from media import rights
from media.delivery import download_copies
from media.delivery.embedded_metadata import EmbeddedMetadata
from media.models import MuseumImage
from media.rights import Download
from museum.core.addresses import whole
from museum.core.visibility import Visitor

HOUR = 60 * 60


@dataclass(frozen=True)
class Offer:
    """One file that may be taken home; `bytes` is known once somebody has."""

    place: int
    size: str
    url: str
    width: int
    height: int
    bytes: int | None


@dataclass(frozen=True)
class PagesOffer:
    """The pages of a document that may be taken home in a size, as number and address."""

    place: int
    size: str
    pages: list[tuple[int, str]]


@dataclass(frozen=True)
class Offers:
    """What may be taken home: pictures one by one, documents page by page."""

    pictures: list[Offer] = field(default_factory=list)
    documents: list[PagesOffer] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.pictures or self.documents)


def sizes_of(image: MuseumImage, artifact: Artifact) -> list[str]:
    """Return the sizes that both the picture's and the artifact's rights statements permit."""
    allowed = rights.permitted(image.rights_statement, artifact.rights_statement)
    if allowed == Download.NONE:
        return []
    larger = max(image.width, image.height) > download_copies.SIDES["medium"]
    return ["medium", "full"] if allowed == Download.FULL and larger else ["medium"]


def offers(artifact: Artifact, views: Iterable[ArtifactView]) -> Offers:
    """Return what there is to take home of the pictures and pages that an artifact's page shows."""
    found = Offers()
    for view in views:
        if image := view.value.get("image"):
            found.pictures.extend(
                offer(artifact, view.number, image, size) for size in sizes_of(image, artifact)
            )
        leaves = view.value["leaves"] if view.block_type == "pages" else []
        for size in download_copies.SIDES:
            pages = [
                (leaf.number, address(artifact, size, view.number, leaf.number))
                for leaf in leaves
                if size in sizes_of(leaf.image, artifact)
            ]
            if pages:
                found.documents.append(PagesOffer(view.number, size, pages))
    return found


def offer(artifact: Artifact, place: int, image: MuseumImage, size: str) -> Offer:
    path = download_copies.made(image, size)
    weight = path.stat().st_size if path else None
    url = address(artifact, size, place)
    return Offer(place, size, url, *download_copies.pixels(image, size), weight)


def address(artifact: Artifact, size: str, place: int, page: int | None = None) -> str:
    """Return where a view's picture, or one of its pages, is taken home."""
    if page is None:
        return reverse("download", args=[artifact.translation_key, place, size])
    return reverse("download_page", args=[artifact.translation_key, place, page, size])


@require_safe
def download(
    request: HttpRequest, key: UUID, place: int, size: str, page: int | None = None
) -> HttpResponseBase:
    """Serve a copy of a picture of a public artifact.

    Raises Http404, also where rights forbid it.
    """
    record = Record(in_languages(Artifact, key, Visitor(request)))
    image = picture(record, place, page)
    if image is None or size not in sizes_of(image, record.source):
        raise Http404
    path = download_copies.make(image, size, metadata(record, image))
    part = place if page is None else f"{place}.{page}"
    name = f"{record.source.accession_number}-{part}.jpg"
    response = FileResponse(path.open("rb"), as_attachment=True, filename=name)
    patch_cache_control(response, public=True, max_age=HOUR)
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Robots-Tag"] = "noindex"
    return response


def picture(record: Record, place: int, page: int | None) -> MuseumImage | None:
    """Return the picture of a view, or of a page of the document that it shows;
    None without one.
    """
    view = next((one for one in record.views if one.place == place), None)
    if view and view.kind == "picture" and page is None:
        return record.files.images.get(view.block.struct("image")["image"] or 0)
    if view and view.kind == "pages" and page is not None:
        leaves = record.files.pages.get(view.block["document"], [])
        return next((one for one in leaves if one.page_number == page), None)
    return None


def metadata(record: Record, image: MuseumImage) -> EmbeddedMetadata:
    """Return what a copy says of itself, in all languages."""
    titles = {code: text for code, [text] in record.words(lambda page: page.title).items()}
    credits = {code: text for code, [text] in record.words(lambda page: page.credit_line).items()}
    source = record.source
    return EmbeddedMetadata(
        title=titles,
        rights=credits,
        credit=image.credit or source.credit_line,
        source=image.source,
        statement=image.rights_statement or source.rights_statement,
        page=whole(source.address),
    )
