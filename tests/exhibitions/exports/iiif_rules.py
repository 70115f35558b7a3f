"""The rules of the IIIF Presentation API 3, as one check of a manifest or collection.

First judges the API's own model: iiif-prezi3's classes are generated from the JSON Schema of the
IIIF Presentation validator. What that schema leaves open is asked here, from the specification's
text. Source: https://iiif.io/api/presentation/3.0/, sections 3 to 5 and appendix A (requirements).
"""

import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any
from unittest.mock import patch

import pydantic.v1

Json = dict[str, Any]
CONTEXT = "http://iiif.io/api/presentation/3/context.json"
LANGUAGES = {"he", "es", "fr", "en", "none"}
RIGHTS = re.compile(r"http://(creativecommons\.org|rightsstatements\.org)/.+/")
MAPS = ("label", "summary", "value")
DESCRIPTIVE = {
    "label",
    "summary",
    "metadata",
    "requiredStatement",
    "rights",
    "provider",
    "homepage",
    "thumbnail",
    "rendering",
    "seeAlso",
    "partOf",
    "behavior",
}
PROPERTIES = {
    "Collection": {"@context", "items", *DESCRIPTIVE},
    "Manifest": {
        "@context",
        "items",
        "structures",
        "viewingDirection",
        "annotations",
        *DESCRIPTIVE,
    },
    "Canvas": {
        "items",
        "annotations",
        "width",
        "height",
        "duration",
        "placeholderCanvas",
        "accompanyingCanvas",
        *DESCRIPTIVE,
    },
    "Range": {"items", "viewingDirection", *DESCRIPTIVE},
    "AnnotationPage": {"items", "label"},
    "Annotation": {"motivation", "body", "target", "label"},
}


@cache
def api_model() -> ModuleType:
    """Return iiif-prezi3's model.

    The package is written for pydantic 1, which pydantic 2 brings along under another name; its
    helpers for building manifests are left aside.
    """
    package = ModuleType("iiif_prezi3")
    found = find_spec("iiif_prezi3")
    assert found
    package.__path__ = list(found.submodule_search_locations or [])
    with patch.dict(sys.modules, {"pydantic": pydantic.v1, "iiif_prezi3": package}):
        return import_module("iiif_prezi3.skeleton")


def check(found: Json) -> None:
    """Fail where a manifest or a collection breaks a rule."""
    assert found["@context"] == CONTEXT
    getattr(api_model(), found["type"])(**found)
    resources = list(walk(found))
    for resource in resources:
        check_resource(resource)
    for one in resources:
        if one["type"] == "Annotation" and "items" in found:
            check_target(one, resources)
    owners = [one["id"] for one in resources if one["type"] in PROPERTIES and "items" in one]
    assert len(set(owners)) == len(owners), "ids are of one thing each"
    canvases = {canvas["id"]: canvas for canvas in found["items"]}
    for one in walk(found.get("structures", [])):
        if one["type"] == "Canvas":
            check_part(one["id"], canvases)


def walk(value: Any) -> Iterator[Json]:
    """Yield every resource within a value: whatever has a type."""
    if isinstance(value, dict):
        if "type" in value:
            yield value
        for part in value.values():
            yield from walk(part)
    elif isinstance(value, list):
        for part in value:
            yield from walk(part)


def check_resource(one: Json) -> None:
    """Names, addresses and extents of one resource."""
    kind = one["type"]
    if kind in PROPERTIES:
        assert set(one) <= PROPERTIES[kind] | {"id", "type"}, kind
    if kind == "TextualBody":
        assert "id" not in one
        assert one["value"] and one["language"]
    elif kind != "Choice":
        part = r"(#t=[\d.,]+)?" if kind == "Canvas" else ""
        assert re.fullmatch(rf"https?://[^ #]+{part}", one["id"]), one["id"]
    for name, value in one.items():
        if name != "items":
            assert value not in ("", [], {}, None), f"{kind} has an empty {name}"
        if name in MAPS and isinstance(value, dict):
            check_words(value)
    for pair in [*one.get("metadata", []), *filter(None, [one.get("requiredStatement")])]:
        check_words(pair["label"])
        check_words(pair["value"])
    if "rights" in one:
        assert RIGHTS.fullmatch(one["rights"])
    if kind in {"Manifest", "Collection", "Agent"}:
        assert one["label"]
    if kind == "Manifest" and "@context" in one:
        assert one["items"], "a manifest has a canvas"
    if kind == "Canvas" and set(one) != {"id", "type"}:
        check_canvas(one)


def check_words(value: dict[str, list[str]]) -> None:
    assert value and set(value) <= LANGUAGES
    assert all(texts and all(texts) for texts in value.values())


def check_canvas(one: Json) -> None:
    """A canvas has a page of what is painted on it, and an extent in space, in time, or both."""
    assert one["items"][0]["type"] == "AnnotationPage"
    assert ("width" in one) == ("height" in one)
    extents = [one[name] for name in ("width", "height", "duration") if name in one]
    assert extents and min(extents) > 0
    for painted in one["items"][0]["items"]:
        assert painted["motivation"] == "painting"
        assert painted["target"] == one["id"]


def check_part(address: str, canvases: dict[str, Json]) -> None:
    """A range names a canvas of its manifest, or a time that lies within it."""
    canvas, _, time = address.partition("#t=")
    assert canvas in canvases
    if time:
        start, end = map(float, time.split(","))
        assert 0 <= start < end <= canvases[canvas]["duration"] + 0.01


def check_target(annotation: Json, resources: list[Json]) -> None:
    """An annotation speaks of a canvas that is there, and of a region that lies on it."""
    address, _, fragment = annotation["target"].partition("#xywh=")
    canvas = next(one for one in resources if one["type"] == "Canvas" and one["id"] == address)
    if fragment:
        x, y, width, height = map(int, fragment.split(","))
        assert min(x, y) >= 0 and min(width, height) > 0
        assert x + width <= canvas["width"]
        assert y + height <= canvas["height"]
