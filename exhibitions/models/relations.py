"""What belongs with a page: its relations, shown from both ends, and what a visitor goes on with.

Both are stored once, on the source-language page; translations read them there.
"""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Value
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Orderable, Page, get_page_models
from wagtail_localize.fields import BaseTranslatableField

from exhibitions.listing.kinds import models_of_kinds
from museum.core.addresses import root_of, twins
from museum.core.models import MuseumPage

# Neither translated nor copied: a translation reads its source's relations by translation key.
KEPT_ON_SOURCE = BaseTranslatableField("relations")
NEXT_KEPT_ON_SOURCE = BaseTranslatableField("next_page")


class NextPageMixin(MuseumPage):
    """A page whose curator may say which one a visitor goes on with."""

    next_page = models.ForeignKey(
        Page,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("next step"),
        help_text=_(
            "The page that visitors are led to at the end of this one, in their own language. "
            "Left empty, it is the next room or work, or else what is related."
        ),
    )

    override_translatable_fields = [NEXT_KEPT_ON_SOURCE]

    class Meta:
        abstract = True


class RelatedMixin(NextPageMixin):
    """A page type that is related to others, and to which others may be related."""

    override_translatable_fields = [KEPT_ON_SOURCE, NEXT_KEPT_ON_SOURCE]

    class Meta:
        abstract = True


def related_types() -> list[type[Page]]:
    """Return the page types that relations may name, in the order of their kinds."""
    return [model for model in models_of_kinds() if issubclass(model, RelatedMixin)]


class NextPagePanel(PageChooserPanel):
    """A chooser of the page types that may be the next step; all are known once it is bound."""

    def on_model_bound(self) -> None:
        super().on_model_bound()
        self.page_type = [model for model in get_page_models() if issubclass(model, NextPageMixin)]


def next_page_panel() -> MultiFieldPanel:
    """Return the editor's panel for the next step."""
    return MultiFieldPanel([NextPagePanel("next_page")], heading=_("Going on"))


class RelatedPagePanel(PageChooserPanel):
    """A chooser of the page types that may be related; all of them are known once it is bound."""

    def on_model_bound(self) -> None:
        super().on_model_bound()
        self.page_type = related_types()


class Relation(Orderable):
    """`page` has to do with `related`. When either is deleted, the relation goes too."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="relations")
    related = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )

    panels = [RelatedPagePanel("related")]

    class Meta(Orderable.Meta):
        verbose_name = _("related page")
        verbose_name_plural = _("related pages")


def relations_panel() -> InlinePanel:
    """Return the editor's panel for relations."""
    return InlinePanel(
        "relations",
        heading=_("Related pages"),
        label=_("Related page"),
        help_text=_(
            "Works, communities, stories and exhibitions that belong together. Name each relation "
            "once; visitors see it on both pages, in their own language."
        ),
        max_num=40,
    )


def sources(page: Page) -> list[int]:
    """Return the ids of a page's twins in the source language; without one, that of its own."""
    roots = [(twin.pk, root_of(twin.url_path)) for twin in twins(page)]
    found = [pk for pk, root in roots if root and root.language_code == settings.LANGUAGE_CODE]
    return found or [page.pk]


CHOSEN = -1
"""The rank of what a curator chose as the next step, before the first of the relations."""


@dataclass(frozen=True)
class Connected:
    """The translation keys of the page that a curator chose as the next step, and of the related
    pages, in the curator's order."""

    chosen: UUID | None
    related: list[UUID]


def connected(page: NextPageMixin) -> Connected:
    """Return what a curator connected with a page.

    Two queries, of which the page's shell needs the first too. Relations that others declared to
    this page follow its own. Copies that Wagtail makes with a translation do not count: they would
    outlive a relation that was taken back.
    """
    key = page.translation_key
    ids = [twin.pk for twin in twins(page)]
    declared = (
        Relation.objects.filter(Q(page__in=ids) | Q(related__in=ids))
        .filter(page__alias_of=None, page__locale__language_code=settings.LANGUAGE_CODE)
        .order_by()
        .annotate(rank=F("sort_order"), row=F("pk"))
        .values_list("page__translation_key", "related__translation_key", "rank", "row")
    )
    chosen = (
        type(page)
        ._default_manager.filter(pk__in=sources(page), next_page__isnull=False, alias_of=None)
        .order_by()
        .annotate(rank=Value(CHOSEN), row=Value(0))
        .values_list("translation_key", "next_page__translation_key", "rank", "row")
    )
    rows = list(declared.union(chosen, all=True).order_by("rank", "row"))
    pairs = [(owner, other) for owner, other, rank, _row in rows if rank != CHOSEN]
    own = [related for owner, related in pairs if owner == key]
    others = [owner for owner, _related in pairs if owner != key]
    first = next((other for _own, other, rank, _row in rows if rank == CHOSEN), None)
    keys = [other for other in dict.fromkeys([*own, *others]) if other != key]
    return Connected(None if first == key else first, keys)


def related_keys(page: NextPageMixin) -> list[UUID]:
    """Return the translation keys of the pages related to `page`, in the curator's order."""
    return connected(page).related
