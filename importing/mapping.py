"""Which column of a spreadsheet fills which field: proposed by its heading, said by a curator."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils.translation import get_language_info, override

from importing.artifacts.fields import FIELDS, PICTURES, SOURCE_ID, Field
from importing.neutral import SHARED, NeutralRecord
from importing.reading import Row
from importing.words import said

# What a cell says whose value shall go; an empty cell says nothing. No office program takes it for
# a formula.
EMPTIED = ("[empty]", "[vide]", "[vacío]", "[vacio]", "[ריק]")
SEPARATORS = ("|", ";", ",", "\n")
HEADING = re.compile(
    r"^(?P<name>.+?)\s*(?:[\[(]\s*(?P<bracketed>[^\])]+?)\s*[\])]|[_.:\-](?P<tail>[a-z]{2}))$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Target:
    """A field, in a language where it has one."""

    field: Field
    language: str = SHARED

    @property
    def key(self) -> str:
        return f"{self.field.name}:{self.language}" if self.language else self.field.name

    @property
    def label(self) -> str:
        name = self.field.title
        if not self.language:
            return name
        return f"{name} ({get_language_info(self.language)['name_local']})"


def targets(languages: Iterable[str]) -> dict[str, Target]:
    """Return what columns may fill, by key; texts in the languages that a person may write."""
    found: dict[str, Target] = {}
    for field in FIELDS:
        for language in languages if field.by_language else (SHARED,):
            target = Target(field, language)
            found[target.key] = target
    return found


# Proposing


def propose(headings: Sequence[str], languages: Iterable[str]) -> list[str]:
    """Return the key of the target that each heading names, "" for those that name none."""
    offered = targets(languages)
    taken: set[str] = set()
    keys = []
    for heading in headings:
        key = named(heading)
        fits = key in offered and key not in taken
        keys.append(key if fits else "")
        taken.add(key)
    return keys


def named(heading: str) -> str:
    """Return the key that a heading names: `Title [he]`, `titre (français)`, `title_fr`."""
    names = names_of_fields()
    language = SHARED
    field = names.get(folded(heading))
    if field is None and (found := HEADING.match(heading)):
        language = languages_by_name().get(folded(found["bracketed"] or found["tail"]), SHARED)
        field = names.get(folded(found["name"])) if language else None
    if field is None:
        return ""
    if field.by_language:
        return Target(field, language or settings.LANGUAGE_CODE).key
    return Target(field).key


@cache
def names_of_fields() -> dict[str, Field]:
    """Return the fields by all their names: in the museum's languages, and in other catalogues."""
    found: dict[str, Field] = {}
    for field in FIELDS:
        for code, _name in settings.LANGUAGES:
            with override(code):
                found.setdefault(folded(field.title), field)
        for word in (field.name, *field.words):
            found.setdefault(folded(word), field)
    return found


@cache
def languages_by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, name in settings.LANGUAGES:
        found[code] = code
        found[folded(get_language_info(code)["name_local"])] = code
        for other, _name in settings.LANGUAGES:
            with override(other):
                found[folded(str(name))] = code
    return found


def folded(text: str) -> str:
    """Return a name without capitals, accents, points and signs."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


# Applying


@dataclass(frozen=True)
class Mapping:
    """A curator's word on a file: `keys` are the columns' targets, "" for those left out."""

    kind: str
    keys: tuple[str, ...]
    source: str = ""
    separator: str = SEPARATORS[0]

    def records(self, rows: Iterable[Row]) -> Iterator[NeutralRecord]:
        for row in rows:
            yield self.record(row)

    def record(self, row: Row) -> NeutralRecord:
        values: dict[str, dict[str, tuple[str, ...]]] = {}
        pictures: tuple[str, ...] = ()
        source_id = ""
        for key, text in zip(self.keys, row.cells, strict=True):
            if not key or not text:
                continue
            if key == SOURCE_ID:
                source_id = text
            elif key == PICTURES:
                pictures = self.several(text)
            else:
                name, _colon, language = key.partition(":")
                emptied = text.casefold() in EMPTIED
                values.setdefault(name, {})[language] = () if emptied else (text,)
        return NeutralRecord(
            kind=self.kind,
            place=row.number,
            source=self.source,
            source_id=source_id,
            values=values,
            pictures=pictures,
            problems=tuple(said(problem) for problem in row.problems),
        )

    def several(self, text: str) -> tuple[str, ...]:
        parts = (part.strip() for part in text.split(self.separator))
        return tuple(part for part in parts if part)
