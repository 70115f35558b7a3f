"""What the blocks of a body point at: pages, pictures, films and sounds."""

from collections.abc import Iterator
from typing import Any

from wagtail.blocks import StreamValue

from media.delivery import players
from media.models import MuseumImage, MuseumMedia


def page_ids(body: StreamValue) -> Iterator[int]:
    """Yield the ids of the pages that blocks choose, as they are stored."""
    for raw in body.raw_data:
        value = raw["value"]
        if raw["type"] == "call_out" and value.get("link"):
            yield value["link"]
        elif raw["type"] == "related_works":
            works = [
                work.get("value") if isinstance(work, dict) else work for work in value["works"]
            ]
            yield from (work for work in works if work)


def images(body: StreamValue) -> Iterator[Any]:
    """Yield the pictures of the blocks; players then know all that they need."""
    yield from pictures(body)
    yield from players.prefetch(recordings(body))


def pictures(body: StreamValue) -> Iterator[MuseumImage | None]:
    """Yield the pictures that the blocks show as such."""
    for block in body:
        if block.block_type == "picture":
            yield block.value["image"]
        elif block.block_type in ("picture_pair", "gallery"):
            yield from (picture["image"] for picture in block.value["pictures"])


def recordings(stream: StreamValue) -> list[MuseumMedia | None]:
    """Return the films and sounds of a body, or of an artifact's views."""
    return [block.value["media"] for block in stream if block.block_type in ("video", "audio")]


def transcripts(body: StreamValue, language: str) -> str:
    """Return what is said in a body's films and sounds in one language, for search."""
    return players.spoken_text(recordings(body), language)


def page_texts(views: StreamValue) -> str:
    """Return what is written on the pages of an artifact's documents, for search."""
    ids = [raw["value"].get("document") for raw in views.raw_data if raw["type"] == "pages"]
    pages = MuseumImage.objects.filter(document_id__in=ids).exclude(page_text="")
    in_order = pages.order_by("document_id", "page_number")
    return "\n".join(in_order.values_list("page_text", flat=True)) if ids else ""
