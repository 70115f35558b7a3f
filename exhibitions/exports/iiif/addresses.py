"""Where manifests and collections are, from the server's root; the same from every language."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from exhibitions.models import Artifact, Exhibition

Json = dict[str, Any]
Absolute = Callable[[str], str]
"""Makes a whole address of one from the server's root."""


def manifest_address(artifact: Artifact) -> str:
    """Return the address of an artifact's manifest."""
    return reverse("artifact_manifest", args=[artifact.translation_key])


def linked_art_address(artifact: Artifact) -> str:
    """Return the address of an artifact's record as Linked Art."""
    return reverse("linked_art", args=[artifact.translation_key])


def collection_address(exhibition: Exhibition) -> str:
    """Return the address of the collection of an exhibition's works."""
    return reverse("exhibition_collection", args=[exhibition.translation_key])


def optional(name: str, value: Any) -> Json:
    """Return a property, or nothing: the specification allows no empty values."""
    return {name: value} if value else {}


def plain_address(statement: str) -> str:
    """Return a rights statement's address as the specification names it: without encryption."""
    return statement.replace("https://creativecommons", "http://creativecommons")
