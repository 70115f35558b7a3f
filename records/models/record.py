"""What people, schools and places have in common: an identity, names, a text and a source.

The record is the object of the source language: it alone has names, facts and statements. Its
translations hold nothing of their own but the text (docs/decisions/0013-records.md).
"""

from typing import Any, ClassVar, Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import cached_property
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.fields import RichTextField
from wagtail.models import (
    DraftStateMixin,
    Locale,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)
from wagtail.search import index
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from museum.core.visibility import published
from records.models.names import Name
from records.models.statements import Sourced
from records.naming import Naming, choose


class RecordQuerySet(QuerySet["Record"]):
    """Records by what visitors may see of them."""

    def of_source(self) -> Self:
        """Return the records themselves, without their translations."""
        return self.filter(locale__language_code=settings.LANGUAGE_CODE)

    def shown(self) -> Self:
        """Return the records that visitors see, with their names: two queries."""
        found: Any = published(self.of_source())
        shown: Self = found.select_related("locale").prefetch_related("names")
        return shown


class Record(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    TranslatableMixin,
    Sourced,
    index.Indexed,
    ClusterableModel,
):
    """A person, school or place that the museum knows."""

    slug = models.SlugField(
        _("slug"),
        max_length=80,
        help_text=_("Short name in addresses, in Latin letters; the same in every language."),
    )
    note = RichTextField(_("text"), features=["bold", "italic", "link"], blank=True)

    section: ClassVar[str]
    """The first step of its address, and the name of its list's."""
    names: models.Manager[Name]
    objects: ClassVar[Any] = models.Manager.from_queryset(RecordQuerySet)()

    search_fields = [
        index.SearchField("spellings"),
        index.AutocompleteField("spellings"),
        index.SearchField("note"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.title_in(get_language() or settings.LANGUAGE_CODE)

    @property
    def is_source(self) -> bool:
        return self.locale.language_code == settings.LANGUAGE_CODE

    @cached_property
    def source_record(self) -> Self:
        """The record itself, of which this may be a translation."""
        if self.is_source:
            return self
        same = type(self).objects.of_source().filter(translation_key=self.translation_key)
        return same.first() or self

    def naming(self, language: str) -> Naming[Name]:
        """Return its names as a reader of `language` sees them."""
        return choose(self.source_record.names.all(), language)

    def title_in(self, language: str) -> str:
        """Return the name that a reader of `language` sees; its slug as long as it has none."""
        shown = self.naming(language).shown
        return shown.text if shown else self.slug

    def spellings(self) -> str:
        """Return all names, for search."""
        return " ".join(name.text for name in self.names.all())

    def address_in(self, language: str) -> str:
        """Return the public page's address from the server's root."""
        return f"/{language}/{self.section}/{self.slug}/"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Index the record once its names are saved too: the saving itself comes before them."""
        super().save(*args, **kwargs)
        index.insert_or_update_object(self)

    def copy_for_translation(
        self, locale: Locale, exclude_fields: list[str] | None = None
    ) -> "Record":
        """Copy what a translation needs; names and statements stay with the record."""
        kept = [relation.get_accessor_name() for relation in get_all_child_relations(type(self))]
        copied: Record = super().copy_for_translation(
            locale, exclude_fields=[*(exclude_fields or []), *kept]
        )
        return copied

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponseBase:
        """Show the public page in the language that is written."""
        with override(self.locale.language_code):
            return super().serve_preview(request, mode_name).render()

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return f"records/{self._meta.model_name}.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        return {**super().get_preview_context(request, mode_name), "record": self}


def kept_on_source(*relations: str) -> list[BaseTranslatableField]:
    """Return what wagtail-localize neither translates nor copies: the record alone has it."""
    return [BaseTranslatableField(name) for name in relations]


def shared(*fields: str) -> list[SynchronizedField]:
    """Return facts that are the same in every language."""
    names = ("slug", "source", "source_url", "source_page", *fields)
    return [SynchronizedField(name, overridable=False) for name in names]


def notes_in(model: type[Record], keys: list[UUID], language: str) -> dict[UUID, str]:
    """Return the texts that visitors may read in a language, by translation key. One query."""
    twins = model.objects.filter(translation_key__in=keys, locale__language_code=language)
    rows = published(twins).exclude(note="").values_list("translation_key", "note")
    return dict(rows)
