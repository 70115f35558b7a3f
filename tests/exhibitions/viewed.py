"""An artifact with a view of every kind, its derivatives as if the workers had made them."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image

from exhibitions.models import Artifact
from media.models import (
    DocumentPages,
    MuseumDocument,
    MuseumImage,
    MuseumMedia,
    MuseumRendition,
    Object3D,
    RecordingRendition,
    Tiles,
    Track,
    WebModel,
)

READY = Tiles.State.READY


def picture(title: str, width: int = 400, height: int = 300, **fields: Any) -> MuseumImage:
    """A picture with one rendition and no work going on."""
    file = BytesIO()
    Image.new("RGB", (width, height), "#efe4cc").save(file, "WEBP")
    [made] = MuseumImage.objects.bulk_create(
        [
            MuseumImage(
                title=title,
                file=ContentFile(file.getvalue(), "sheet.webp"),
                width=width,
                height=height,
                **fields,
            )
        ]
    )
    MuseumRendition.objects.create(
        image=made,
        filter_spec="max-512x512|format-webp",
        file=ContentFile(file.getvalue(), "sheet.webp"),
        width=width,
        height=height,
    )
    return made


def document(pages: int) -> MuseumDocument:
    """A document of so many pages."""
    file = ContentFile(b"-", "register.pdf")
    [made] = MuseumDocument.objects.bulk_create([MuseumDocument(title="Register", file=file)])
    for number in range(1, pages + 1):
        picture(f"Page {number}", document=made, page_number=number)
    DocumentPages.objects.create(document=made, file_name=made.file.name, state=READY, count=pages)
    return made


def recording(kind: str, languages: tuple[str, ...] = ("he", "fr")) -> MuseumMedia:
    """A film or a sound of twelve seconds with captions in some languages."""
    [made] = MuseumMedia.objects.bulk_create(
        [
            MuseumMedia(
                title=kind,
                file=ContentFile(b"-", "came.mov"),
                duration=12.5,
                type=kind,
                poster=picture("Poster", 320, 180),
            )
        ]
    )
    names = {"video": {"720p": 720, "1080p": 1080}, "audio": {"sound": None}}[kind]
    RecordingRendition.objects.bulk_create(
        RecordingRendition(
            recording=made,
            name=name,
            state=READY,
            height=height,
            width=height and height * 16 // 9,
            media_type="video/mp4" if height else "audio/mp4",
            file=ContentFile(b"-", f"{name}.mp4"),
        )
        for name, height in names.items()  # type: ignore[attr-defined]
    )
    Track.objects.bulk_create(
        Track(recording=made, language=code, file=ContentFile(b"WEBVTT\n", "captions.vtt"))
        for code in languages
    )
    return made


def object_3d() -> Object3D:
    """A 3D object with a poster, packed for the web."""
    poster = picture("Poster")
    file = ContentFile(b"-", "bell.glb")
    [made] = Object3D.objects.bulk_create([Object3D(title="Bell", file=file, poster=poster)])
    WebModel.objects.bulk_create(
        [WebModel(object=made, state=READY, file=ContentFile(b"-", "bell.glb"), size=1)]
    )
    return made


def listed(*values: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"type": "item", "value": value, "id": f"item-{n}"} for n, value in enumerate(values)]


def region(title: str, x: float = 10, y: float = 20, **more: Any) -> dict[str, Any]:
    return {
        "title": title,
        "text": "",
        "audio": None,
        "x": x,
        "y": y,
        "width": 30,
        "height": 25,
    } | more


def point(title: str) -> dict[str, Any]:
    place = {"x": 0, "y": 0.5, "z": 0, "normal_x": 0, "normal_y": 1, "normal_z": 0}
    return {"title": title, "text": "", "audio": None} | place


def views_of(pages: int = 3, language: str = "he") -> list[dict[str, Any]]:
    """One view of each kind: a picture with details, pages, a 3D object, a film, a sound,
    a file.
    """
    image = {"image": picture("Cover").pk, "alt_text": "כריכה", "decorative": False}
    told = recording("audio")
    details = listed(region("חותמת", text="משנת 1862", audio=told.pk), region("שוליים", x=80, y=90))
    book = document(pages)
    texts = listed({"page": 2, "text": "שורה\nשורה", "translation": "תרגום"})
    values = {
        "picture": {"image": image, "caption": "", "details": details},
        "pages": {
            "document": book.pk,
            "language": language,
            "caption": "פנקס",
            "transcriptions": texts,
        },
        "object": {"object": object_3d().pk, "caption": "פעמון", "details": listed(point("שפה"))},
        "video": {"media": recording("video").pk, "caption": "סרט"},
        "audio": {"media": told.pk, "caption": "קול"},
        "document": {"document": book.pk, "title": "קובץ", "description": ""},
    }
    return [{"type": kind, "value": value, "id": f"view-{kind}"} for kind, value in values.items()]


def with_views(make: Callable[..., Artifact], views: list[dict[str, Any]]) -> Artifact:
    """A live artifact with these views."""
    page = make(
        "פנקס", "aiu-9", rights_statement="https://creativecommons.org/publicdomain/zero/1.0/"
    )
    page.views = views
    page.save_revision().publish()
    return page
