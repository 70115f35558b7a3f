"""Filters whose choices say how many artifacts each would leave, and how many lack any.

What they count is given narrowed by the other filters already; each asks one or two queries.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.forms import CheckboxSelectMultiple, RadioSelect, Select
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, MultipleChoiceFilter
from wagtail.models import Page
from wagtail_localize.models import Translation

from exhibitions.admin.checks_panel import WORDS
from exhibitions.admin.register.columns import hung
from exhibitions.admin.translations import State
from exhibitions.models import Artifact, Room, Term
from exhibitions.models.term import in_language
from exhibitions.vocabulary import open_questions
from media.rights import RightsStatement
from museum.core.collation import sort_key

Pages = QuerySet[Artifact]
Choices = list[tuple[str, Any]]
OBJECT_TYPE = Term.Vocabulary.OBJECT_TYPE
NONE = "none"
"""The choice of what has no value; it stands last."""


class Counted:
    """A widget whose choices show how many there are of each."""

    counts: dict[str, int] = {}

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(*args, **kwargs)  # type: ignore[misc]
        value = str(option["value"])
        return option | {"count": self.counts.get(value), "counted": f"{option['name']}:{value}"}


class CountedRadios(Counted, RadioSelect):
    option_template_name = "exhibitions/admin/register/counted_input.html"


class CountedBoxes(Counted, CheckboxSelectMultiple):
    option_template_name = "exhibitions/admin/register/counted_input.html"


class CountedSelect(Counted, Select):
    option_template_name = "exhibitions/admin/register/counted_option.html"


class Facet:
    """What the filters below have in common."""

    parent: Any

    @property
    def field(self) -> Any:
        if not hasattr(self, "_field"):
            # Every choice that the list has: an address with one of them keeps its meaning.
            self.extra["choices"] = self.offered(self.parent.queryset)  # type: ignore[attr-defined]
        return super().field  # type: ignore[misc]

    def offered(self, pages: Pages) -> Choices:
        raise NotImplementedError

    def counts(self, pages: Pages) -> dict[str, int]:
        raise NotImplementedError


class OneOf(Facet, ChoiceFilter):
    """One choice of a few."""

    widget: type[Counted] = CountedRadios

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(empty_label=_("All"), widget=self.widget, **kwargs)

    def filter(self, pages: Pages, value: str) -> Pages:
        return self.narrow(pages, value) if value else pages

    def narrow(self, pages: Pages, value: str) -> Pages:
        raise NotImplementedError


class ColumnFacet(OneOf):
    """The values of a column of the artifact."""

    column: str
    nothing: Any
    empty: Any = ""

    def narrow(self, pages: Pages, value: str) -> Pages:
        return pages.filter(**{self.column: self.empty if value == NONE else value})

    def counts(self, pages: Pages) -> dict[str, int]:
        rows = pages.order_by().values_list(self.column).annotate(Count("pk"))
        return {NONE if value == self.empty else str(value): count for value, count in rows}


class RightsFacet(ColumnFacet):
    column, nothing = "rights_statement", _("No rights statement")

    def offered(self, pages: Pages) -> Choices:
        return [*RightsStatement.choices, (NONE, self.nothing)]


class PlaceFacet(ColumnFacet):
    column, nothing = "place_of_origin", _("No place")
    widget = CountedSelect

    def offered(self, pages: Pages) -> Choices:
        places = pages.exclude(place_of_origin="").order_by().values_list(self.column, flat=True)
        named = in_order((place, place) for place in places.distinct())
        return [*named, (NONE, self.nothing)]


class TypeFacet(ColumnFacet):
    column, nothing, empty = "object_type", _("No object type"), None

    def offered(self, pages: Pages) -> Choices:
        return [*self.parent.terms.get(OBJECT_TYPE, ()), (NONE, self.nothing)]


class TermFacet(OneOf):
    """The terms of all vocabularies but the object types."""

    widget = CountedSelect

    def offered(self, pages: Pages) -> Choices:
        named = self.parent.terms
        groups = [
            (capfirst(str(label)), named[value])
            for value, label in Term.Vocabulary.choices
            if value in named and value != OBJECT_TYPE
        ]
        return [*groups, (NONE, _("No term"))]

    def narrow(self, pages: Pages, value: str) -> Pages:
        return (
            pages.filter(terms=None) if value == NONE else pages.filter(terms__term_id=int(value))
        )

    def counts(self, pages: Pages) -> dict[str, int]:
        rows = pages.order_by().values_list("terms__term").annotate(Count("pk"))
        return {str(term or NONE): count for term, count in rows}


class RoomFacet(OneOf):
    """The rooms in which an artifact hangs, also as another language of itself."""

    widget = CountedSelect

    def offered(self, pages: Pages) -> Choices:
        rooms = Room.objects.filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None)
        titles = in_order((str(pk), title) for pk, title in rooms.values_list("pk", "title"))
        return [("any", _("In any room")), (NONE, _("In no room")), *titles]

    def narrow(self, pages: Pages, value: str) -> Pages:
        works = {key for room, key in hung() if value in ("any", NONE, str(room))}
        if value == NONE:
            return pages.exclude(translation_key__in=works)
        return pages.filter(translation_key__in=works)

    def counts(self, pages: Pages) -> dict[str, int]:
        there = hung()
        among = pages.order_by().filter(translation_key__in={key for _room, key in there})
        keys = set(among.values_list("translation_key", flat=True))
        found = Counter(str(room) for room, key in set(there) if key in keys)
        return {**found, "any": len(keys), NONE: pages.count() - len(keys)}


class LanguageFacet(OneOf):
    """How an artifact stands in each of the other languages. What is outdated is not counted:
    every translation would have to be looked at."""

    states = (State.MISSING, State.DRAFT, State.LIVE, State.OUTDATED)

    def offered(self, pages: Pages) -> Choices:
        own = self.parent.language
        return [
            (f"{code}:{state.value}", f"{name}: {state.label}")
            for code, name in settings.LANGUAGES
            for state in self.states
            if code != own
        ]

    def narrow(self, pages: Pages, value: str) -> Pages:
        code, _colon, state = value.partition(":")
        twins = Page.objects.filter(
            translation_key=OuterRef("translation_key"), locale__language_code=code, alias_of=None
        )
        if state == State.MISSING:
            return pages.filter(~Exists(twins))
        if state != State.OUTDATED:
            return pages.filter(Exists(twins.filter(live=state == State.LIVE)))
        translations = Translation.objects.filter(
            source__object=OuterRef("translation_key"),
            source__locale=OuterRef("locale"),
            source__last_updated_at__lt=OuterRef("last_published_at"),
            target_locale__language_code=code,
            enabled=True,
        )
        return pages.filter(Exists(translations))

    def counts(self, pages: Pages) -> dict[str, int]:
        keys = pages.order_by().values("translation_key")
        twins = Page.objects.filter(translation_key__in=keys, alias_of=None).order_by()
        rows = twins.values_list("locale__language_code", "live").annotate(Count("pk"))
        found = Counter({(code, live): count for code, live, count in rows})
        every = pages.count()
        counts: dict[str, int] = {}
        for code, _name in settings.LANGUAGES:
            if code == self.parent.language:
                continue
            live, draft = found[code, True], found[code, False]
            counts |= {
                f"{code}:{State.LIVE.value}": live,
                f"{code}:{State.DRAFT.value}": draft,
                f"{code}:{State.MISSING.value}": every - live - draft,
            }
        return counts


class Conditions(Facet):
    """Choices that are conditions; one query counts all of them."""

    conditions: dict[str, tuple[Any, Q]]

    def offered(self, pages: Pages) -> Choices:
        return [(value, label) for value, (label, _condition) in self.conditions.items()]

    def counts(self, pages: Pages) -> dict[str, int]:
        wanted = {
            f"number_{place}": Count("pk", filter=condition)
            for place, (_label, condition) in enumerate(self.conditions.values())
        }
        return dict(
            zip(self.conditions, pages.order_by().aggregate(**wanted).values(), strict=True)
        )


class StatusFacet(Conditions, OneOf):
    conditions = {
        "true": (_("Live"), Q(live=True)),
        "changed": (_("Live, with a draft"), Q(live=True, has_unpublished_changes=True)),
        "false": (_("Not live"), Q(live=False)),
    }

    def narrow(self, pages: Pages, value: str) -> Pages:
        return pages.filter(self.conditions[value][1])


class LackingFacet(Conditions, MultipleChoiceFilter):
    """What the editor's checks ask for. Of several, all are lacking."""

    conditions = {
        "picture": (_("No picture"), Q(lead_image=None)),
        **{
            code: (WORDS[code][0], Q(lacking__contains=code))
            for code in (
                open_questions.ALTERNATIVE_TEXT,
                open_questions.RIGHTS,
                open_questions.SOURCES,
                open_questions.NUMBER,
            )
        },
        "date": (_("No date"), Q(date="")),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=CountedBoxes, **kwargs)

    def filter(self, pages: Pages, value: list[str]) -> Pages:
        for one in value:
            pages = pages.filter(self.conditions[one][1])
        return pages


def terms() -> dict[str, Choices]:
    """Return the terms of each vocabulary as choices, by their names in the reader's language.

    Artifacts of every language have those of the source language. Two queries.
    """
    source = Term.objects.filter(locale__language_code=settings.LANGUAGE_CODE).order_by()
    ids = list(source.values_list("pk", flat=True))
    found = defaultdict(list)
    for pk, term in zip(ids, in_language(ids, get_language() or ""), strict=True):
        found[term.vocabulary].append((str(pk), term.name))
    return {vocabulary: in_order(choices) for vocabulary, choices in found.items()}


def in_order(choices: Iterable[tuple[str, Any]]) -> Choices:
    return sorted(choices, key=lambda one: sort_key(str(one[1]), get_language() or ""))
