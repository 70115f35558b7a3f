"""The demonstration's people, schools and places: short tables with the source of every fact.

They are written in bulk: two hundred records with their names take as long as one page.
"""

import csv
import tomllib
from collections.abc import Iterable
from functools import cache
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, ReferenceIndex

from home.demo.content import CONTENT, LANGUAGES, identity, rich
from home.founding import source_locale
from home.translating import translate
from records.models import (
    KINDS,
    Person,
    PersonName,
    PersonPlace,
    PersonSchool,
    Place,
    PlaceName,
    PupilCount,
    Record,
    School,
    SchoolName,
    SchoolPlace,
)
from records.naming import NameKind

FOLDER = CONTENT / "records"
Row = dict[str, Any]


@cache
def table(name: str) -> list[Row]:
    """Return the rows of a CSV file of the records."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def people() -> list[Row]:
    return tomllib.loads((FOLDER / "people.toml").read_text(encoding="utf-8"))["person"]


@cache
def school_notes() -> dict[str, dict[str, str]]:
    """Return texts by the schools' slugs and language."""
    return tomllib.loads((FOLDER / "notes.toml").read_text(encoding="utf-8"))


def key_of(model: type[Record], slug: str) -> UUID:
    return identity(str(model._meta.model_name), slug)


def slugs(model: type[Record]) -> list[str]:
    """Return the slugs of the demonstration's records of a kind."""
    rows = people() if model is Person else table(model.section)
    return [row["slug"] for row in rows]


def own(model: type[Record]) -> Any:
    """Return the demonstration's records of a kind, without their translations."""
    keys = [key_of(model, slug) for slug in slugs(model)]
    return model.objects.of_source().filter(translation_key__in=keys)


@transaction.atomic
def load_records() -> None:
    """Make the records that are missing, published, with their names and statements."""
    made_places = make(Place, table("places"), place_fields)
    write(PlaceName, "place", made_places, place_names)
    places = ids(Place)
    made = make(School, table("schools"), school_fields)
    write(SchoolName, "school", made, names_of_school)
    write(SchoolPlace, "school", made, lambda row: [{"place_id": places[row["place"]]}])
    write(PupilCount, "school", made, pupil_counts)
    schools = ids(School)
    made = make(Person, people(), person_fields)
    write(PersonName, "person", made, lambda row: named(row["names"]))
    write(
        PersonPlace,
        "person",
        made,
        lambda row: [
            {"role": one["role"], "place_id": places[one["place"]], **source_of(row)}
            for one in row.get("places", [])
            if one["place"] in places
        ],
    )
    write(
        PersonSchool,
        "person",
        made,
        lambda row: [
            {
                "role": one["role"],
                "school_id": schools[one["school"]],
                "years": one["years"],
                **source_of(row),
            }
            for one in row.get("schools", [])
            if one["school"] in schools
        ],
    )


def ids(model: type[Record]) -> dict[str, int]:
    """Return the ids of the demonstration's records by the slugs of its tables."""
    by_key = dict(own(model).values_list("translation_key", "pk"))
    found = {slug: by_key.get(key_of(model, slug)) for slug in slugs(model)}
    return {slug: pk for slug, pk in found.items() if pk is not None}


def make(model: type[Record], rows: Iterable[Row], fields: Any) -> list[tuple[int, Row]]:
    """Write the rows that are missing; return the ids of those with their rows.

    A slug that curators gave a record of their own stays theirs.
    """
    locale, now = source_locale(), timezone.now()
    taken = set(own(model).values_list("translation_key", flat=True))
    used = set(model.objects.filter(locale=locale).values_list("slug", flat=True))
    missing = [row for row in rows if key_of(model, row["slug"]) not in taken]
    records = []
    for row in missing:
        slug = row["slug"] if row["slug"] not in used else f"{row['slug']}-demo"
        records.append(
            model(
                slug=slug,
                locale=locale,
                translation_key=key_of(model, row["slug"]),
                live=True,
                first_published_at=now,
                last_published_at=now,
                **fields(row),
            )
        )
    model.objects.bulk_create(records)
    return [(record.pk, row) for record, row in zip(records, missing, strict=True)]


def write(model: Any, owner: str, made: list[tuple[int, Row]], rows: Any) -> None:
    """Write the rows that belong to new records, in their order."""
    model.objects.bulk_create(
        model(sort_order=place, **{f"{owner}_id": pk}, **fields)
        for pk, row in made
        for place, fields in enumerate(rows(row))
    )


def source_of(row: Row) -> Row:
    return {"source": row["source"], "source_url": row["source_url"]}


def named(names: dict[str, str]) -> list[Row]:
    """Return the preferred name of each language."""
    return [
        {"text": names[language], "language": language, "kind": NameKind.PREFERRED}
        for language in LANGUAGES
    ]


def place_fields(row: Row) -> Row:
    where = {name: row[name] or None for name in ("latitude", "longitude")}
    return {"country": row["country"], **where}


def place_names(row: Row) -> list[Row]:
    """Return the names in the museum's languages, the local one, and other spellings."""
    rows = named(row)
    if row["local"]:
        language = row["local_language"]
        rows.append({"text": row["local"], "language": language, "kind": NameKind.OFFICIAL})
    spellings = filter(None, row["other_spellings"].split(";"))
    return rows + [{"text": text, "kind": NameKind.VARIANT} for text in spellings]


def school_fields(row: Row) -> Row:
    facts = {name: row[name] for name in ("audience", "teaching", "opened", "closed")}
    note = school_notes().get(row["slug"], {}).get("he", "")
    return {**facts, **source_of(row), "note": rich(note)}


def names_of_school(row: Row) -> list[Row]:
    return named(row)


def pupil_counts(row: Row) -> list[Row]:
    if not row["pupils"]:
        return []
    source = {"source": row["pupils_source"], "source_url": row["pupils_source_url"]}
    return [{"number": int(row["pupils"]), "date": row["pupils_date"], **source}]


def person_fields(row: Row) -> Row:
    return {"born": row.get("born", ""), **source_of(row), "note": rich(row["note"]["he"])}


def translate_records(locale: Locale) -> None:
    """Translate the texts that this language does not have yet."""
    texts: list[tuple[type[Record], str, str]] = [
        *((School, slug, note[locale.language_code]) for slug, note in school_notes().items()),
        *((Person, row["slug"], row["note"][locale.language_code]) for row in people()),
    ]
    for model, slug, text in texts:
        record = own(model).filter(translation_key=key_of(model, slug)).first()
        if record and record.note and not record.has_translation(locale):
            translate(record, model(slug=record.slug, note=rich(text)), locale)


def loaded_records() -> list[Record]:
    """Return the demonstration's records in every language, with their names."""
    found: list[Record] = []
    for model in KINDS:
        keys = own(model).values("translation_key")
        same: Any = model.objects.filter(translation_key__in=keys)
        found += same.prefetch_related("names")
    return found


def remove_records(progress: Any) -> None:
    """Delete the demonstration's records, people first; what others point at stays."""
    for model in KINDS:
        records = own(model)
        used = ReferenceIndex.objects.filter(
            to_content_type=ContentType.objects.get_for_model(model),
            to_object_id__in=[str(pk) for pk in records.values_list("pk", flat=True)],
        ).values_list("to_object_id", flat=True)
        kept = {int(pk) for pk in used}
        for record in records.filter(pk__in=kept):
            progress(f"Kept, because others use it: {record}")
        for record in records.exclude(pk__in=kept):
            record.delete()
