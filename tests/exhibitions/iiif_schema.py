"""The rules of the IIIF Presentation API 3 for what this museum serves, as JSON Schema.

Source: https://iiif.io/api/presentation/3.0/, sections 3 to 5 and appendix A (requirements).
"""

from typing import Any

Schema = dict[str, Any]
ADDRESS = {"type": "string", "pattern": "^https?://[^ #]+$"}
LANGUAGE_MAP = {
    "type": "object",
    "minProperties": 1,
    "additionalProperties": False,
    "patternProperties": {
        "^(he|es|fr|en|none)$": {
            "type": "array",
            "minItems": 1,
            "items": {"type": "string", "minLength": 1},
        }
    },
}
RIGHTS = {"pattern": "^http://(creativecommons\\.org|rightsstatements\\.org)/.+/$"}


def resource(kind: str, required: dict[str, Schema], optional: dict[str, Schema]) -> Schema:
    """A resource with an address, a type, and no property that is not named here."""
    properties = {"id": ADDRESS, "type": {"const": kind}, **required}
    return {
        "type": "object",
        "required": list(properties),
        "properties": {**properties, **optional},
        "additionalProperties": False,
    }


def several(schema: Schema, least: int = 1, most: int = 10_000) -> Schema:
    return {"type": "array", "items": schema, "minItems": least, "maxItems": most}


SIZE = {"type": "integer", "minimum": 1}
PAIR = {
    "type": "object",
    "required": ["label", "value"],
    "properties": {"label": LANGUAGE_MAP, "value": LANGUAGE_MAP},
    "additionalProperties": False,
}
HOMEPAGE = resource(
    "Text",
    {"label": LANGUAGE_MAP, "format": {"const": "text/html"}},
    {"language": several({"enum": ["he", "es", "fr", "en"]})},
)
AGENT = resource("Agent", {"label": LANGUAGE_MAP, "homepage": several(HOMEPAGE)}, {})
SERVICE = resource("ImageService3", {"profile": {"const": "level0"}}, {})
PICTURE = resource(
    "Image",
    {"format": {"enum": ["image/jpeg", "image/webp"]}, "width": SIZE, "height": SIZE},
    {"service": several(SERVICE)},
)
PAINTING = resource(
    "Annotation", {"motivation": {"const": "painting"}, "body": PICTURE, "target": ADDRESS}, {}
)
PAGE = resource("AnnotationPage", {"items": several(PAINTING)}, {})
CANVAS = resource(
    "Canvas",
    {"label": LANGUAGE_MAP, "width": SIZE, "height": SIZE},
    {"items": several(PAGE, most=1)},
)
CONTEXT = {"const": "http://iiif.io/api/presentation/3/context.json"}
DESCRIBED = {
    "summary": LANGUAGE_MAP,
    "metadata": several(PAIR, least=0),
    "requiredStatement": PAIR,
    "rights": RIGHTS,
    "provider": several(AGENT),
    "homepage": several(HOMEPAGE),
}
MANIFEST = resource(
    "Manifest",
    {"@context": CONTEXT, "label": LANGUAGE_MAP, "items": several(CANVAS)},
    DESCRIBED,
)
REFERENCE = {
    "anyOf": [
        resource("Manifest", {"label": LANGUAGE_MAP}, {}),
        resource("Collection", {"label": LANGUAGE_MAP}, {}),
    ]
}
COLLECTION = resource(
    "Collection",
    {"@context": CONTEXT, "label": LANGUAGE_MAP, "items": several(REFERENCE, least=0)},
    DESCRIBED,
)
