"""Files go once what named them is certainly gone."""

from functools import partial

from django.db import transaction
from django.db.models.fields.files import FieldFile


def remove_later(file: FieldFile, name: str = "") -> None:
    """Remove a field's file, or the one of this name that stood there before, after the commit."""
    if name := name or str(file.name or ""):
        transaction.on_commit(partial(file.storage.delete, name))
