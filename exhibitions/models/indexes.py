"""The four index pages: what the museum has, in lists that can be narrowed."""

from functools import partial
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.rich_text import get_text_for_indexing as plain_text

from exhibitions.listing import cards
from exhibitions.models.artifact import Artifact
from exhibitions.models.base import INTRODUCTION_FEATURES
from exhibitions.models.community import Community
from exhibitions.models.exhibition import Exhibition
from exhibitions.models.facets import COMMUNITY, COUNTRY, OBJECT_TYPE, SHOWN, SUBJECT, Facet
from exhibitions.models.narrowing import Listing, Narrowing, listing
from exhibitions.models.story import Story
from media.derivatives import renditions
from museum.core.models import MuseumPage
from museum.core.visibility import Visitor, audience, visible

PER_PAGE = 24


class IndexPage(MuseumPage):
    """A list of the museum's pages of one type, 24 at a time."""

    introduction = RichTextField(_("introduction"), features=INTRODUCTION_FEATURES, blank=True)

    listed: type[MuseumPage]
    # The title, in every language, and the part of the address of a new museum's own.
    founded_title: Any
    founded_slug: str
    framed = True
    facets: tuple[Facet, ...] = ()
    dated = False
    """Have the listed pages years?"""
    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1
    content_panels = [*MuseumPage.content_panels, FieldPanel("introduction")]

    class Meta:
        abstract = True

    @property
    def meta_description(self) -> str:
        return self.search_description or plain_text(self.introduction)

    @property
    def linked_data(self) -> dict[str, Any]:
        return {"@type": "CollectionPage"}

    def pages(self, visitor: Visitor) -> QuerySet[Any]:
        """Return the listed pages that may be seen, in this page's language, in their order."""
        every = self.listed.objects.filter(locale_id=self.locale_id)
        return visible(every, visitor).order_by("path")

    def listing(self, visitor: Visitor) -> Listing:
        """Return what can be seen in the list, read once for everybody."""
        find = partial(listing, self, self.pages(visitor), self.facets, visitor, self.dated)
        return visitor.once(("listed", self.pk), find)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        visitor = audience(request)
        narrowing = Narrowing(self.listing(visitor), self.facets, request.GET, self.language)
        page: Any = Paginator(narrowing.ids, PER_PAGE).get_page(request.GET.get("page"))
        context["page_obj"] = page
        context["cards"] = cards.for_list(self.listed, page.object_list, self.language, visitor)
        renditions.prefetch(card.image for card in context["cards"])
        context["narrowing"] = narrowing
        context["filter_query"] = f"{narrowing.query()}&" if narrowing.number else ""
        return context


class ExhibitionIndex(IndexPage):
    """All exhibitions."""

    listed = Exhibition
    founded_title, founded_slug = _("Exhibitions"), "exhibitions"
    subpage_types = ["exhibitions.Exhibition"]
    page_description = _("The list of exhibitions.")

    class Meta:
        verbose_name = _("list of exhibitions")
        verbose_name_plural = _("lists of exhibitions")


class CommunityIndex(IndexPage):
    """All communities."""

    listed = Community
    founded_title, founded_slug = _("Communities"), "communities"
    template = "exhibitions/index.html"
    facets = (COUNTRY,)
    subpage_types = ["exhibitions.Community"]
    page_description = _("The list of communities.")

    class Meta:
        verbose_name = _("list of communities")
        verbose_name_plural = _("lists of communities")

    def pages(self, visitor: Visitor) -> QuerySet[Any]:
        return super().pages(visitor).order_by("title")


class StoryIndex(IndexPage):
    """All stories, also those that live below a community."""

    listed = Story
    founded_title, founded_slug = _("Stories"), "stories"
    template = "exhibitions/index.html"
    facets = (COMMUNITY,)
    subpage_types = ["exhibitions.Story"]
    page_description = _("The list of stories.")

    class Meta:
        verbose_name = _("list of stories")
        verbose_name_plural = _("lists of stories")


class Collection(IndexPage):
    """The catalogue."""

    listed = Artifact
    founded_title, founded_slug = _("Collection"), "collection"
    facets = (OBJECT_TYPE, SUBJECT, COMMUNITY, SHOWN)
    dated = True
    subpage_types = ["exhibitions.Artifact"]
    page_description = _("The catalogue of artifacts.")

    class Meta:
        verbose_name = _("collection")
        verbose_name_plural = _("collections")

    def pages(self, visitor: Visitor) -> QuerySet[Any]:
        return super().pages(visitor).order_by("accession_number", "pk")
