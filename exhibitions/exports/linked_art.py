"""An artifact as Linked Art: the museums' profile of CIDOC-CRM, in all languages at one address.

Sources: https://linked.art/model/ and the Getty's Art & Architecture Thesaurus (AAT) for the kinds
of statements. The context is named, never fetched.
"""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import conditional_page, require_safe
from wagtail.rich_text import get_text_for_indexing as plain_text

from exhibitions.exports.iiif.addresses import linked_art_address, manifest_address
from exhibitions.models import Artifact
from exhibitions.presentation.wall_label_record import LanguageMap, Record, in_languages
from exhibitions.vocabulary.choices import MAKERS
from exhibitions.vocabulary.dates import extent
from media.derivatives import renditions
from museum.core.addresses import whole
from museum.core.visibility import Visitor

Json = dict[str, Any]
Absolute = Callable[[str], str]
CONTEXT = "https://linked.art/ns/v1/linked-art.json"
HOUR = 60 * 60
AAT = "http://vocab.getty.edu/aat/"
LANGUAGES = {
    "he": ("300388401", "Hebrew"),
    "es": ("300389311", "Spanish"),
    "fr": ("300388306", "French"),
    "en": ("300388277", "English"),
}
TITLE, NUMBER, BRIEF = "300404670", "300312355", "300418049"
DESCRIPTION, CREDIT, PROVENANCE, MATERIAL = "300435416", "300435418", "300435438", "300435429"
HEIGHT, WIDTH, DEPTH, CENTIMETRES = "300055644", "300055647", "300072633", "300379098"


@require_safe
@conditional_page
def linked_art(request: HttpRequest, key: UUID) -> HttpResponse:
    """Serve a public artifact as Linked Art. Raises Http404."""
    record = Record(in_languages(Artifact, key, Visitor(request)))
    described = build(record, whole)
    kind = f'application/ld+json;profile="{CONTEXT}"'
    response = JsonResponse(described, content_type=kind, json_dumps_params={"ensure_ascii": False})
    patch_cache_control(response, public=True, max_age=HOUR)
    response["Access-Control-Allow-Origin"] = "*"
    return response


def build(record: Record, absolute: Absolute) -> Json:
    """Return the object; what the catalogue does not know is left out."""
    source = record.source
    described = {
        "@context": CONTEXT,
        "id": absolute(linked_art_address(source)),
        "type": "HumanMadeObject",
        "_label": source.title,
        "classified_as": terms(record, "object-type", absolute),
        "identified_by": [*names(record), number(source.accession_number)],
        "produced_by": production(record),
        "made_of": terms(record, "material", absolute, "Material"),
        "dimension": list(dimensions(source)),
        "referred_to_by": list(statements(record)),
        "subject_to": rights(source.rights_statement),
        "current_owner": [owner(absolute)],
        "about": terms(record, "subject", absolute),
        "representation": picture(record, absolute),
        "subject_of": documents(record, absolute),
    }
    return {name: value for name, value in described.items() if value}


def aat(number_: str, label: str, kind: str = "Type") -> Json:
    return {"id": f"{AAT}{number_}", "type": kind, "_label": label}


def language(code: str) -> Json:
    return aat(*LANGUAGES[code], "Language")


def names(record: Record) -> list[Json]:
    """Return the title in every language, the source's as the primary one."""
    titles = record.words(lambda page: page.title)
    return [
        {
            "type": "Name",
            "content": text,
            "language": [language(code)],
            **({"classified_as": [aat(TITLE, "Primary Name")]} if place == 0 else {}),
        }
        for place, (code, [text]) in enumerate(titles.items())
    ]


def number(content: str) -> Json:
    kind = [aat(NUMBER, "Accession Number")]
    return {"type": "Identifier", "classified_as": kind, "content": content}


def production(record: Record) -> Json | None:
    """Return when, where and by whom it was made."""
    source = record.source
    people = [block["value"] for block in source.people.raw_data]
    described = {
        "type": "Production",
        "timespan": timespan(record),
        "took_place_at": [
            {"type": "Place", "_label": text} for text in [source.place_of_origin] if text
        ],
        "carried_out_by": [
            {"type": "Actor", "_label": one["name"]} for one in people if one["role"] in MAKERS
        ],
    }
    found = {name: value for name, value in described.items() if value}
    return found if len(found) > 1 else None


def timespan(record: Record) -> Json | None:
    """Return the first and the last moment that the date can mean,
    and the date as each language says it.
    """
    first, last = extent(record.source.date)
    dates = record.words(lambda page: page.date_display)
    if not dates:
        return None
    described: Json = {"type": "TimeSpan", "identified_by": texts("Name", dates)}
    if first:
        described["begin_of_the_begin"] = moment(*first, "00:00:00")
    if last:
        described["end_of_the_end"] = moment(*last, "23:59:59")
    return described


def moment(year: int, month: int, day: int, clock: str) -> str:
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}-{month:02}-{day:02}T{clock}Z"


def dimensions(source: Artifact) -> Iterator[Json]:
    """Return height, width and depth in cm."""
    sizes = {
        (HEIGHT, "Height"): source.height_cm,
        (WIDTH, "Width"): source.width_cm,
        (DEPTH, "Depth"): source.depth_cm,
    }
    for (kind, label), value in sizes.items():
        if value:
            yield {
                "type": "Dimension",
                "classified_as": [aat(kind, label)],
                "value": float(value),
                "unit": aat(CENTIMETRES, "centimeters", "MeasurementUnit"),
            }


def statements(record: Record) -> Iterator[Json]:
    """Return what the catalogue says in sentences, in every language."""
    sentences: list[tuple[str, str, Callable[[Artifact], str]]] = [
        (DESCRIPTION, "Description", lambda page: plain_text(page.description)),
        (MATERIAL, "Material Statement", lambda page: page.medium),
        (PROVENANCE, "Provenance Statement", lambda page: page.provenance),
        (CREDIT, "Credit Line", lambda page: page.credit_line),
    ]
    brief = aat(BRIEF, "Brief Text")
    for kind, label, text in sentences:
        for one in texts("LinguisticObject", record.words(text)):
            meaning = {**aat(kind, label), "classified_as": [brief]}
            yield {**one, "classified_as": [meaning]}


def texts(kind: str, words: LanguageMap) -> list[Json]:
    return [
        {"type": kind, "content": text, "language": [language(code)]}
        for code, [text] in words.items()
    ]


def terms(record: Record, vocabulary: str, absolute: Absolute, kind: str = "Type") -> list[Json]:
    """Return the terms of one of the museum's own vocabularies, named in all languages."""
    return [
        {
            "id": absolute(f"/vocabulary/{vocabulary}/{term.slug}"),
            "type": kind,
            "_label": next(iter(term.words.values()))[0],
            "identified_by": texts("Name", term.words),
        }
        for term in record.terms.get(vocabulary, [])
    ]


def rights(statement: str) -> list[Json]:
    kind = [{"id": statement, "type": "Type"}]
    return [{"type": "Right", "classified_as": kind}] if statement else []


def owner(absolute: Absolute) -> Json:
    return {"id": absolute("/"), "type": "Group", "_label": settings.WAGTAIL_SITE_NAME}


def picture(record: Record, absolute: Absolute) -> list[Json]:
    """Return the first picture as a digital object."""
    image = record.source.lead_image
    steps = [step for step in renditions.ladder(image) if step.format == "webp"] if image else []
    if not steps:
        return []
    shown = {
        "type": "DigitalObject",
        "format": "image/webp",
        "access_point": [{"id": absolute(steps[-1].url), "type": "DigitalObject"}],
    }
    return [{"type": "VisualItem", "digitally_shown_by": [shown]}]


def documents(record: Record, absolute: Absolute) -> list[Json]:
    """Return the pages that people read and the manifest that viewers open."""
    manifest: Json = {
        "type": "DigitalObject",
        "format": 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"',
        "conforms_to": [{"id": "http://iiif.io/api/presentation", "type": "InformationObject"}],
        "access_point": [
            {"id": absolute(manifest_address(record.source)), "type": "DigitalObject"}
        ],
    }
    pages: list[Json] = [
        {
            "type": "DigitalObject",
            "format": "text/html",
            "access_point": [{"id": absolute(page.address), "type": "DigitalObject"}],
        }
        for page in record.pages
    ]
    return [
        {"type": "LinguisticObject", "digitally_carried_by": pages},
        {"type": "InformationObject", "digitally_carried_by": [manifest]},
    ]
