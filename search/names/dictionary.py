"""Every name of the records that visitors see, to recognise them in what is searched for.

It is read from the database, never from the search index: a new name counts at once. While nothing
of the museum changes it is at hand (`museum.core.requests.known`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import F

from museum.core.requests import known
from records.models import KINDS, Person, Place, Record, School
from records.naming import InLetters, Naming, choose

from ..hebrew import bare_words
from ..normalise import normalise
from .folding import consonants, fold

FACTS: dict[type[Record], tuple[str, str]] = {
    Person: ("born", "died"),
    School: ("opened", "closed"),
    Place: ("country", "country"),
}
"""What tells records of the same name apart."""

MOST_BEARERS = 3
"""People, up to whom a word of a name stands for them; one that more bear says nothing."""
SHORTEST = 3
"""Letters of such a word."""

Words = tuple[str, ...]


@dataclass(frozen=True)
class Spelling(InLetters):
    """A name as it is written, and its words in search spelling."""

    text: str
    language: str
    kind: str
    script: str
    words: Words


@dataclass(frozen=True, eq=False)
class Entity:
    """A record with its names, in the order of the curator."""

    model: type[Record]
    pk: int
    key: UUID
    slug: str
    facts: tuple[str, str]
    names: tuple[Spelling, ...]

    def naming(self, language: str) -> Naming[Spelling]:
        return choose(self.names, language)

    def address_in(self, language: str) -> str:
        return self.model(slug=self.slug).address_in(language)


@dataclass(frozen=True)
class Span:
    """Words of a query, from `start` up to `end`, that are the name of these."""

    start: int
    end: int
    entities: tuple[Entity, ...]


@dataclass
class Dictionary:
    """The entities by their folded names."""

    entities: list[Entity]
    by_key: dict[UUID, Entity] = field(init=False)
    by_name: dict[Words, list[Entity]] = field(default_factory=dict)
    by_consonants: dict[Words, list[Entity]] = field(default_factory=dict)
    by_part: dict[Words, list[Entity]] = field(default_factory=dict)
    """People by each word of their names: a family's name is asked for alone."""
    longest: int = 0

    def __post_init__(self) -> None:
        self.by_key = {entity.key: entity for entity in self.entities}
        for entity in self.entities:
            for name in entity.names:
                self.longest = max(self.longest, len(name.words))
                add(self.by_name, tuple(map(fold, name.words)), entity)
                add(self.by_consonants, tuple(map(consonants, name.words)), entity)
                if entity.model is Person:
                    for word in name.words:
                        add(self.by_part, (fold(word),), entity)

    def spans(self, words: list[str]) -> list[Span]:
        """Return the names among the words of a query, the longest first; none within another.

        What nobody bears is looked for behind Hebrew prefixes (בתטואן), and if there is no name at
        all, without the silent letters that a foreign name has in some spellings only.
        """
        found = list(self.find(words, self.named))
        return found or list(self.find(words, self.sounding))

    def find(self, words: list[str], look_up: Any) -> Iterator[Span]:
        start = 0
        while start < len(words):
            for end in range(min(len(words), start + self.longest), start, -1):
                if entities := look_up(tuple(words[start:end])):
                    yield Span(start, end, tuple(entities))
                    start = end - 1
                    break
            start += 1

    def named(self, words: Words) -> list[Entity]:
        first, *others = words
        rest = tuple(map(fold, others))
        for beginning in (first, *bare_words(first).split()):
            if entities := self.by_name.get((fold(beginning), *rest)):
                return entities
        bearers = self.by_part.get((fold(first), *rest), [])
        return bearers if len(bearers) <= MOST_BEARERS and len(first) >= SHORTEST else []

    def sounding(self, words: Words) -> list[Entity]:
        return self.by_consonants.get(tuple(map(consonants, words)), [])


def add(table: dict[Words, list[Entity]], words: Words, entity: Entity) -> None:
    bearers = table.setdefault(words, [])
    if words and entity not in bearers:
        bearers.append(entity)


def dictionary() -> Dictionary:
    """Return the names of all records that everybody sees. Three queries, or none."""
    found: Dictionary = known.once("search names", lambda: Dictionary(list(entities())))
    return found


def entities() -> Iterator[Entity]:
    for model in KINDS:
        for _pk, rows in groupby(rows_of(model), key=lambda row: row["pk_"]):
            yield entity(model, list(rows))


def rows_of(model: type[Record]) -> Iterable[dict[str, Any]]:
    """Return the names of a kind's records, each with what is needed of its record. One query."""
    kind = str(model._meta.model_name)
    meta: Any = model._meta
    names = meta.get_field("names").related_model
    shown = model.objects.shown().order_by().values("pk")
    first, second = FACTS[model]
    rows = names.objects.filter(**{f"{kind}__in": shown}).order_by(kind, "sort_order", "pk")
    return rows.values(
        "text",
        "language",
        "kind",
        "script",
        pk_=F(kind),
        slug=F(f"{kind}__slug"),
        key=F(f"{kind}__translation_key"),
        first=F(f"{kind}__{first}"),
        second=F(f"{kind}__{second}"),
    )


def entity(model: type[Record], rows: list[dict[str, Any]]) -> Entity:
    names = tuple(
        Spelling(
            row["text"],
            row["language"],
            row["kind"],
            row["script"],
            tuple(normalise(row["text"]).split()),
        )
        for row in rows
    )
    one = rows[0]
    facts = (one["first"], one["second"])
    return Entity(model, one["pk_"], one["key"], one["slug"], facts, names)
