"""Originals follow their items: noted when they come, removed when they are replaced or deleted."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save

from media.files import kinds
from media.files.local_files import on_disk
from media.ingest import originals
from media.models import (
    MuseumDocument,
    MuseumImage,
    MuseumMedia,
    Object3D,
    Preserved,
    Upload,
)
from media.signals.removal import remove_later
from media.validation import Facts, Refused, pictures
from museum.core.wagtail_compat import is_new

MODELS = (MuseumImage, MuseumDocument, MuseumMedia, Object3D)
FILES = ("file", "original")


def note(instance: Preserved, raw: bool = False, **kwargs: Any) -> None:
    """Note a new file that came by no door, such as the demonstration's.

    Remember the one before.
    """
    if raw:
        return
    instance.stored_before = stored(instance)
    is_noted, instance.is_noted = instance.is_noted, False
    field_file = instance.file  # type: ignore[attr-defined]
    if is_noted or not is_new(field_file):
        return
    file, name = field_file.file, field_file.name
    with on_disk(file) as path:
        taken = originals.take(instance, file, path, name, described(path))
    instance.is_noted = False
    if taken is not file:
        instance.file = taken  # type: ignore[attr-defined]


def described(path: str) -> Facts:
    """Return what a file's header tells; little of a file that no check would let in."""
    try:
        kind = kinds.media_type(path)
        return pictures.describe(path) if kind.startswith("image/") else Facts(kind)
    except Refused:
        return Facts("")


def stored(instance: Preserved) -> list[tuple[str, str]]:
    """Return the names of an item's files as the database knows them, with their fields."""
    if not instance.pk:
        return []
    row = type(instance)._default_manager.filter(pk=instance.pk).values(*FILES).first() or {}
    return [(field, name) for field, name in row.items() if name]


def remove_replaced(instance: Preserved, raw: bool = False, **kwargs: Any) -> None:
    """Remove the files that an item had before, once the new ones are certain."""
    kept = {getattr(instance, field).name for field in FILES}
    for field, name in getattr(instance, "stored_before", []):
        if name not in kept:
            remove_later(getattr(instance, field), name)
    instance.stored_before = []


def remove_all(instance: Preserved, **kwargs: Any) -> None:
    """Remove a deleted item's files, once the deletion is certain."""
    for field in FILES:
        remove_later(getattr(instance, field))


def remove_upload(instance: Upload, **kwargs: Any) -> None:
    """Remove the bytes of an upload that has become an item, or was given up."""
    transaction.on_commit(partial(instance.path.unlink, missing_ok=True))


for model in MODELS:
    pre_save.connect(note, sender=model)
    post_save.connect(remove_replaced, sender=model)
    post_delete.connect(remove_all, sender=model)
post_delete.connect(remove_upload, sender=Upload)
