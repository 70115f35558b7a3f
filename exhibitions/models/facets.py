"""What the lists of visitors can be narrowed by: each facet with its values, counted.

Values of one facet widen one another, those of different facets narrow. What everybody sees is read
once a generation (`museum.core.requests.known`); what is chosen stands in the address alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, ReferenceIndex

from exhibitions.listing.bitmaps import Pairs
from exhibitions.models.community import Community
from exhibitions.models.relations import Relation
from exhibitions.models.term import Term
from exhibitions.vocabulary.countries import country_name
from media.models import MuseumDocument, MuseumMedia, Object3D
from museum.core.models import MuseumPage
from museum.core.visibility import Visitor, visible


@dataclass(frozen=True)
class Facet:
    """One way to narrow a list; `name` is its name in the address."""

    name: str
    label: Any

    def pairs(self, page: MuseumPage, pages: QuerySet[Any], visitor: Visitor) -> Pairs:
        """Return which of the listed pages has which value. As many queries for any number."""
        raise NotImplementedError

    def names(self, page: MuseumPage, values: Iterable[str]) -> Mapping[str, str]:
        """Return how the page's readers know these values."""
        raise NotImplementedError


@dataclass(frozen=True)
class TermFacet(Facet):
    """The terms of a vocabulary; `lookup` leads from an artifact to its term."""

    vocabulary: str
    lookup: str

    def pairs(self, page: MuseumPage, pages: QuerySet[Any], visitor: Visitor) -> Pairs:
        having = pages.filter(**{f"{self.lookup}__vocabulary": self.vocabulary}).order_by()
        return having.values_list("pk", f"{self.lookup}__slug")

    def names(self, page: MuseumPage, values: Iterable[str]) -> Mapping[str, str]:
        terms = Term.objects.filter(locale_id=page.locale_id, vocabulary=self.vocabulary)
        return dict(terms.order_by().values_list("slug", "name"))


class CommunityFacet(Facet):
    """The communities that pages are related to, or that they stand below."""

    def pairs(self, page: MuseumPage, pages: QuerySet[Any], visitor: Visitor) -> Pairs:
        every = visible(Community.objects.filter(locale_id=page.locale_id), visitor).order_by()
        communities = list(every.values_list("slug", "translation_key", "path"))
        by_key = {key: slug for slug, key, _path in communities}
        by_path = {path: slug for slug, _key, path in communities}
        relations = Relation.objects.order_by()
        listed: dict[Any, int] = {}
        for pk, key, path in pages.order_by().values_list("pk", "translation_key", "path"):
            listed[key] = pk
            for end in range(len(path) - Page.steplen, 0, -Page.steplen):
                if path[:end] in by_path:
                    yield pk, by_path[path[:end]]
        columns = ("page__translation_key", "related__translation_key")
        for one, other in relations.values_list(*columns):
            for community, related in ((one, other), (other, one)):
                if community in by_key and related in listed:
                    yield listed[related], by_key[community]

    def names(self, page: MuseumPage, values: Iterable[str]) -> Mapping[str, str]:
        communities = Community.objects.filter(locale_id=page.locale_id, slug__in=list(values))
        return dict(communities.order_by().values_list("slug", "title"))


class CountryFacet(Facet):
    """The countries of communities."""

    def pairs(self, page: MuseumPage, pages: QuerySet[Any], visitor: Visitor) -> Pairs:
        return pages.order_by().values_list("pk", "country")

    def names(self, page: MuseumPage, values: Iterable[str]) -> Mapping[str, str]:
        return {code: country_name(code, page.language) for code in values}


class ShownFacet(Facet):
    """What there is to look at beside pictures, by the files that a page uses."""

    kinds = {
        "film": (MuseumMedia, _("A film or a sound")),
        "object": (Object3D, _("An object to turn")),
        "text": (MuseumDocument, _("A document to read")),
    }

    def pairs(self, page: MuseumPage, pages: QuerySet[Any], visitor: Visitor) -> Pairs:
        types = ContentType.objects.get_for_models(
            *(model for model, _label in self.kinds.values())
        )
        names = {types[model].pk: name for name, (model, _label) in self.kinds.items()}
        uses = ReferenceIndex.objects.filter(
            content_type=ContentType.objects.get_for_model(pages.model), to_content_type__in=names
        )
        for pk, kind in uses.order_by().values_list("object_id", "to_content_type_id"):
            yield int(pk), names[kind]

    def names(self, page: MuseumPage, values: Iterable[str]) -> Mapping[str, str]:
        return {name: str(label) for name, (_model, label) in self.kinds.items()}


OBJECT_TYPE = TermFacet("type", _("Object type"), Term.Vocabulary.OBJECT_TYPE, "object_type")
SUBJECT = TermFacet("subject", _("Subject"), Term.Vocabulary.SUBJECT, "terms__term")
COMMUNITY = CommunityFacet("community", _("Community"))
COUNTRY = CountryFacet("country", _("Country"))
SHOWN = ShownFacet("with", _("With"))
