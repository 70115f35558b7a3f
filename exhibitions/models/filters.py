"""The filters of the index pages: plain form fields in the address, forgiving of what they get."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from exhibitions.models.artifact import Artifact
from exhibitions.models.community import Community
from exhibitions.models.relations import Relation
from exhibitions.models.term import Term
from exhibitions.vocabulary.countries import country_name
from museum.core.collation import sort_key
from museum.core.models import MuseumPage
from museum.core.visibility import Visitor, visible


@dataclass(frozen=True)
class Choice:
    """One choice of a filter."""

    value: str
    label: str
    selected: bool


class Filter:
    """A choice that narrows a list; an unknown value in the address narrows nothing."""

    name: str
    label: Any

    def __init__(self, data: QueryDict, page: MuseumPage, visitor: Visitor) -> None:
        self.page, self.visitor = page, visitor
        asked = data.get(self.name, "")
        self.value = asked if asked in dict(self.options) else ""

    @cached_property
    def options(self) -> list[tuple[str, str]]:
        """(value, label) of every choice, in the page's language."""
        raise NotImplementedError

    @property
    def choices(self) -> list[Choice]:
        """The choices as a template shows them."""
        return [Choice(value, label, value == self.value) for value, label in self.options]

    def in_order(self, options: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        """Sort (value, label) by label, by the rules of the page's language."""
        return sorted(options, key=lambda one: sort_key(one[1], self.page.language))

    def narrow(self, pages: QuerySet[Any]) -> QuerySet[Any]:
        """Return what fits the chosen value; everything where none is chosen."""
        return self.matching(pages) if self.value else pages

    def matching(self, pages: QuerySet[Any]) -> QuerySet[Any]:
        raise NotImplementedError


class TermFilter(Filter):
    """A choice from one vocabulary: the terms that an artifact which may be seen has."""

    vocabulary: str
    # From an artifact to its term.
    lookup: str

    @cached_property
    def options(self) -> list[tuple[str, str]]:
        find = partial(terms, self.page, self.visitor)
        every = self.visitor.once(("terms", self.page.locale_id), find)
        return self.in_order(
            (slug, name) for vocabulary, slug, name in every if vocabulary == self.vocabulary
        )

    def matching(self, pages: QuerySet[Any]) -> QuerySet[Any]:
        return self.having(pages, self.value)

    @classmethod
    def having(cls, pages: QuerySet[Any], slug: Any) -> QuerySet[Any]:
        term = {"slug": slug, "vocabulary": cls.vocabulary}
        return pages.filter(**{f"{cls.lookup}__{name}": value for name, value in term.items()})


class ObjectTypeFilter(TermFilter):
    name, label = "type", _("Object type")
    vocabulary, lookup = Term.Vocabulary.OBJECT_TYPE, "object_type"


class SubjectFilter(TermFilter):
    name, label = "subject", _("Subject")
    vocabulary, lookup = Term.Vocabulary.SUBJECT, "terms__term"


def terms(page: Page, visitor: Visitor) -> list[tuple[str, str, str]]:
    """Return vocabulary, slug and name of all terms that the filters of a page offer. One query."""
    artifacts = Artifact.objects.filter(locale_id=page.locale_id)
    offered = Q()
    for kind in (ObjectTypeFilter, SubjectFilter):
        having = visible(kind.having(artifacts, OuterRef("slug")), visitor)
        offered |= Q(Exists(having), vocabulary=kind.vocabulary)
    found = Term.objects.filter(offered, locale_id=page.locale_id).order_by()
    return list(found.values_list("vocabulary", "slug", "name"))


class CommunityFilter(Filter):
    """Pages that are related to a community, or that live below it."""

    name, label = "community", _("Community")

    @cached_property
    def communities(self) -> list[tuple[str, str, Any, str]]:
        communities = Community.objects.filter(locale_id=self.page.locale_id)
        found = visible(communities, self.visitor).order_by()
        rows = found.values_list("slug", "title", "translation_key", "path")
        return self.visitor.once(("communities", self.page.locale_id), partial(list, rows))

    @cached_property
    def options(self) -> list[tuple[str, str]]:
        return self.in_order((slug, title) for slug, title, _key, _path in self.communities)

    def matching(self, pages: QuerySet[Any]) -> QuerySet[Any]:
        key, path = next(
            (key, path) for slug, _t, key, path in self.communities if slug == self.value
        )
        declared_here = Relation.objects.filter(page__translation_key=key)
        declared_there = Relation.objects.filter(related__translation_key=key)
        return (
            pages.filter(translation_key__in=declared_here.values("related__translation_key"))
            | pages.filter(translation_key__in=declared_there.values("page__translation_key"))
            | pages.filter(path__startswith=path)
        )


class CountryFilter(Filter):
    name, label = "country", _("Country")

    @cached_property
    def options(self) -> list[tuple[str, str]]:
        communities = Community.objects.filter(locale_id=self.page.locale_id)
        codes = visible(communities, self.visitor)
        named = {
            code: country_name(code, self.page.language)
            for code in codes.order_by().values_list("country", flat=True).distinct()
        }
        return self.in_order(named.items())

    def matching(self, pages: QuerySet[Any]) -> QuerySet[Any]:
        return pages.filter(country=self.value)


class PeriodFilter(Filter):
    """Half centuries and their neighbours, by the earliest and latest possible year."""

    name, label = "period", _("Period")
    periods = {
        "-1859": (_("Before 1860"), None, 1859),
        "1860-1899": (_("1860–1899"), 1860, 1899),
        "1900-1945": (_("1900–1945"), 1900, 1945),
        "1946-": (_("After 1945"), 1946, None),
    }

    @cached_property
    def options(self) -> list[tuple[str, str]]:
        return [(value, str(label)) for value, (label, _first, _last) in self.periods.items()]

    def matching(self, pages: QuerySet[Any]) -> QuerySet[Any]:
        _label, first, last = self.periods[self.value]
        if first is not None:
            open_end = Q(latest=None, earliest__isnull=False)
            pages = pages.filter(Q(latest__gte=first) | open_end)
        if last is not None:
            pages = pages.filter(earliest__lte=last)
        return pages


def query_string(active: list[Filter]) -> str:
    """Return the chosen values as the beginning of a query, such as `type=map&`."""
    chosen = {choice.name: choice.value for choice in active if choice.value}
    return f"{urlencode(chosen)}&" if chosen else ""
