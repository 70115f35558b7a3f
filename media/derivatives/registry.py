"""What is made in the background, one entry a kind: where its state is noted, and how it is made.

The report “Background work”, its retries and `manage.py rebuild_derivatives` know nothing else of
the kinds. A new kind is a model that inherits `Derivative`, a function that `makes` it, and an
entry here; an app above registers its own. The order is that of the workers: what pages show comes
first.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from django.db.models import Model, QuerySet

from media.derivatives import (  # noqa: F401  (they say how they are made)
    clean_copies,
    document_pages,
    posters,
    queue,
    recordings,
    renditions,
    tiles,
    web_models,
)
from media.ingest import originals
from media.models import (
    CleanCopy,
    Derivative,
    DocumentPages,
    Ladder,
    MuseumDocument,
    MuseumImage,
    MuseumMedia,
    MuseumRendition,
    Object3D,
    Poster,
    RecordingRendition,
    Tiles,
    WebModel,
)
from media.validation import documents


@dataclass(frozen=True)
class Kind:
    """A kind of derivative. `owner` names the field that leads to the item that it is made of."""

    model: type[Derivative]
    owner: str
    # Are the files of a ready row gone?
    is_missing: Callable[[Any], bool]
    # Make the rows of items that have none; such items arrived before the kind existed.
    add_rows: Callable[[], None]
    # Remove the files, where the task alone would keep them.
    discard: Callable[[Any], None] = lambda row: None

    @property
    def name(self) -> str:
        """The kind's part of addresses."""
        return str(self.model._meta.model_name)

    @property
    def items(self) -> type[Model]:
        """The model of what it is made of."""
        return cast(type[Model], self.model._meta.get_field(self.owner).related_model)

    def item(self, row: Derivative) -> Any:
        return getattr(row, self.owner)

    def rows(self) -> QuerySet[Derivative]:
        return self.model._default_manager.select_related(self.owner)

    def start(self, row: Derivative) -> None:
        """Have a row's files made, at once or by a worker."""
        queue.ask_again(row)


def add_ladders() -> None:
    for image in MuseumImage.objects.filter(steps=None).iterator():
        Ladder.objects.create(image=image, file_name=image.file.name)


def lacks_steps(row: Ladder) -> bool:
    made = MuseumRendition.objects.filter(image=row.image, filter_spec__in=renditions.SPECS)
    names = list(made.values_list("file", flat=True))
    storage = MuseumRendition._meta.get_field("file").storage
    if not originals.is_complete(row.image):
        return True
    return len(names) < len(renditions.SPECS) or not all(map(storage.exists, names))


def add_tiles() -> None:
    for image in MuseumImage.objects.filter(tiles=None).iterator():
        if tiles.is_worthwhile(image):
            name = str(image.preserved_file.name)
            Tiles.objects.create(image=image, file_name=name, key=tiles.key_of(image))


def add_web_models() -> None:
    for item in Object3D.objects.filter(web_model=None).iterator():
        WebModel.objects.create(object=item, file_name=str(item.file.name), unit=item.unit)


def add_posters() -> None:
    missing = Object3D.objects.filter(poster=None, poster_work=None)
    for item in missing.iterator() if posters.is_at_hand() else ():
        Poster.objects.create(object=item, file_name=str(item.file.name))


def add_pages() -> None:
    for document in MuseumDocument.objects.filter(paging=None).iterator():
        if documents.is_paged(document.file.name):
            DocumentPages.objects.create(document=document, file_name=document.file.name)


def lacks_pages(row: DocumentPages) -> bool:
    pages = list(row.document.pages.all())
    return len(pages) != row.count or not all(
        page.file.storage.exists(page.file.name) for page in pages
    )


def discard_pages(row: DocumentPages) -> None:
    for page in row.document.pages.all():
        page.delete()


def add_clean_copies() -> None:
    for document in MuseumDocument.objects.filter(clean_copy=None).iterator():
        clean_copies.ask(document)


def add_recordings() -> None:
    for recording in MuseumMedia.objects.filter(renditions=None).iterator():
        recordings.prepare(recording)


def lacks_file(row: Any) -> bool:
    """Is a derivative's one file gone?"""
    return not row.file or not row.file.storage.exists(row.file.name)


KINDS = [
    Kind(
        Ladder,
        "image",
        lacks_steps,
        add_ladders,
        lambda row: renditions.discard(row.image),
    ),
    Kind(
        Tiles,
        "image",
        lambda row: not Path(tiles.folder(row.key), "info.json").exists(),
        add_tiles,
    ),
    Kind(CleanCopy, "document", lacks_file, add_clean_copies),
    Kind(DocumentPages, "document", lacks_pages, add_pages, discard_pages),
    Kind(WebModel, "object", lacks_file, add_web_models),
    Kind(
        Poster,
        "object",
        lambda row: row.object.poster_id is None,
        add_posters,
        lambda row: posters.discard(row.object),
    ),
    Kind(RecordingRendition, "recording", lacks_file, add_recordings),
]
BY_NAME = {kind.name: kind for kind in KINDS}


def register(kind: Kind) -> None:
    """Have the derivatives of an app above made like the museum's own, after them."""
    if kind.name not in BY_NAME:
        KINDS.append(kind)
        BY_NAME[kind.name] = kind
