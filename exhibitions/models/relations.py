"""Relations between pages: stored once, on the source-language page; shown from both ends."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import InlinePanel, PageChooserPanel
from wagtail.models import Orderable, Page
from wagtail_localize.fields import BaseTranslatableField

from exhibitions.listing.kinds import models_of_kinds
from museum.core.addresses import twins

# Neither translated nor copied: a translation reads its source's relations by translation key.
KEPT_ON_SOURCE = BaseTranslatableField("relations")


class RelatedMixin:
    """A page type that is related to others, and to which others may be related."""

    override_translatable_fields = [KEPT_ON_SOURCE]


def related_types() -> list[type[Page]]:
    """Return the page types that relations may name, in the order of their kinds."""
    return [model for model in models_of_kinds() if issubclass(model, RelatedMixin)]


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


def related_keys(page: Page) -> list[str]:
    """Return the translation keys of the pages related to `page`, in the curator's order.

    Two queries, of which the page's shell needs the first too. Relations that others declared to
    this page follow its own. Copies that Wagtail makes with a translation do not count: they would
    outlive a relation that was taken back.
    """
    key = page.translation_key
    ids = [twin.pk for twin in twins(page)]
    rows = (
        Relation.objects.filter(Q(page__in=ids) | Q(related__in=ids))
        .filter(page__alias_of=None, page__locale__language_code=settings.LANGUAGE_CODE)
        .order_by("sort_order", "pk")
        .values_list("page__translation_key", "related__translation_key")
    )
    own = [related for owner, related in rows if owner == key]
    others = [owner for owner, related in rows if owner != key]
    return [related for related in dict.fromkeys([*own, *others]) if related != key]
