"""People, schools and places among the results of a search."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from wagtail.search.backends import get_search_backend

from exhibitions.vocabulary.countries import country_name
from museum.core.collation import sort_key
from records.models import KINDS, Person, Place, School
from records.presentation.years import life, opening

from ..asking import Asked, bears
from .dictionary import Dictionary, Entity, Spelling

MOST_EXPLAINED = 3
MOST_SPELLINGS = 6

MODELS = {str(model._meta.model_name): model for model in (Place, School, Person)}
"""The kinds of records by their name, in the order of their groups."""


@dataclass(frozen=True)
class Hit:
    """A record as a line of the results; `share` is how much of a name is what was asked for."""

    title: str
    address: str
    words: str
    share: float


@dataclass(frozen=True)
class Explanation:
    """How an asked name is also written: markup, each name in its own language and direction."""

    name: SafeString
    others: SafeString


def label(kind: str) -> str:
    """Return the heading of a kind's group."""
    return capfirst(str(MODELS[kind]._meta.verbose_name_plural))


def find(asked: Asked, names: Dictionary) -> dict[str, list[Entity]]:
    """Return the records that are asked for, by kind, in the order of the groups. One query.

    Those that visitors do not see have no names here.
    They are those whose name the query is, those whose names or texts say all its words, and the
    schools of a place whose name it is.
    """
    if asked.query is None:
        return {}
    backend = get_search_backend()
    parts = []
    for model in KINDS:
        results = backend.search(asked.query, model.objects.all(), order_by_relevance=False)
        parts.append(results.get_queryset().order_by())
    if places := [one.pk for one in asked.entities if one.model is Place and asked.is_name]:
        parts.append(School.objects.filter(places__place__in=places).order_by())
    keys = [part.values_list("translation_key") for part in parts]
    told = [names.by_key.get(key) for (key,) in keys[0].union(*keys[1:])]
    bearers = asked.entities if asked.is_name else ()
    found = dict.fromkeys([*bearers, *filter(None, told)])
    by_kind = {kind: [one for one in found if one.model is MODELS[kind]] for kind in MODELS}
    return {kind: entities for kind, entities in by_kind.items() if entities}


def hits(entities: Iterable[Entity], asked: Asked, language: str) -> list[Hit]:
    """Return the lines of a group: the fullest name first, then by title."""
    made = [hit(entity, asked, language) for entity in entities]
    return sorted(made, key=lambda one: (-one.share, sort_key(one.title, language)))


def hit(entity: Entity, asked: Asked, language: str) -> Hit:
    shown = entity.naming(language).shown
    share = max(bears(asked, name.text) for name in entity.names)
    title = shown.text if shown else entity.slug
    return Hit(title, entity.address_in(language), facts(entity, language), share)


def facts(entity: Entity, language: str) -> str:
    """Return what tells a record from others of its name."""
    first, second = entity.facts
    if entity.model is Person:
        return life(first, second)
    if entity.model is School:
        return opening(first)
    return country_name(first, language) if first else ""


def explanations(asked: Asked, language: str) -> list[Explanation]:
    """Return, for the names in a query, the other spellings that were searched for too."""
    made: dict[tuple[Spelling, ...], Explanation] = {}
    for entity in asked.entities:
        distinct = {name.words: name for name in reversed(entity.names)}
        typed = next((one for words, one in distinct.items() if words in asked.names), None)
        name = typed or entity.naming(language).shown
        others = [one for one in reversed(distinct.values()) if name and one.words != name.words]
        if name and others:
            made[(name, *others)] = Explanation(markup([name]), markup(others[:MOST_SPELLINGS]))
    return list(made.values())[:MOST_EXPLAINED]


def markup(names: list[Spelling]) -> SafeString:
    """Return names in a row, each isolated from the direction of the others."""
    return format_html_join(
        ", ",
        '<bdi{} dir="{}">{}</bdi>',
        (
            (
                format_html(' lang="{}"', name.language) if name.language else "",
                name.direction,
                name.text,
            )
            for name in names
        ),
    )
