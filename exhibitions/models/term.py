"""Controlled terms: the museum's own vocabularies for kinds, materials, techniques and subjects."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.db import models
from django.forms import Field, ModelChoiceField
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from museum.core.forms import MuseumPageForm


class Term(TranslatableMixin, index.Indexed, models.Model):
    """A word of a vocabulary. Artifacts point at the source-language term."""

    class Vocabulary(models.TextChoices):
        OBJECT_TYPE = "object-type", _("Object type")
        MATERIAL = "material", _("Material")
        TECHNIQUE = "technique", _("Technique")
        SUBJECT = "subject", _("Subject")

    vocabulary = models.CharField(_("vocabulary"), max_length=20, choices=Vocabulary.choices)
    slug = models.SlugField(
        _("slug"),
        max_length=60,
        help_text=_("Short name in addresses; the same in every language."),
    )
    name = models.CharField(_("name"), max_length=80)

    panels = [FieldPanel("vocabulary"), FieldPanel("name"), FieldPanel("slug")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]
    override_translatable_fields = [SynchronizedField("slug", overridable=False)]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["vocabulary", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["vocabulary", "slug", "locale"], name="unique_term_in_locale"
            )
        ]

    def __str__(self) -> str:
        return self.name


class ArtifactTerm(Orderable):
    """An artifact's place in the vocabularies."""

    artifact = ParentalKey("exhibitions.Artifact", on_delete=models.CASCADE, related_name="terms")
    term = models.ForeignKey(
        Term, on_delete=models.CASCADE, related_name="+", verbose_name=_("term")
    )

    panels = [FieldPanel("term")]

    class Meta(Orderable.Meta):
        verbose_name = _("term")
        constraints = [
            models.UniqueConstraint(fields=["artifact", "term"], name="unique_term_of_artifact")
        ]


@dataclass(frozen=True)
class TermName:
    """A term as a page shows it."""

    vocabulary: str
    slug: str
    name: str


def in_language(term_ids: Iterable[int], language: str) -> list[TermName]:
    """Return the terms in the order given, named in `language` where they have a name in it.

    One query, whichever language the ids are of.
    """
    keys = Term.objects.filter(pk__in=set(term_ids)).values("translation_key")
    rows = Term.objects.filter(translation_key__in=keys).order_by("vocabulary", "name")
    columns = ("pk", "translation_key", "locale__language_code", "vocabulary", "slug", "name")
    key_of: dict[int, UUID] = {}
    chosen: dict[UUID, TermName] = {}
    for pk, key, code, *name in rows.values_list(*columns):
        key_of[pk] = key
        if code == language or key not in chosen:
            chosen[key] = TermName(*name)
    return [chosen[key_of[pk]] for pk in term_ids if pk in key_of]


def name_for_reader(fields: Iterable[Field]) -> None:
    """Have the fields that choose a term name it in the active language. One query for each."""
    for field in fields:
        offered = field.queryset if isinstance(field, ModelChoiceField) else None
        if offered is not None and offered.model is Term:
            terms = list(offered)
            names = in_language([term.pk for term in terms], get_language())
            naming = partial(
                named_of, {term.pk: one.name for term, one in zip(terms, names, strict=True)}
            )
            vars(field)["label_from_instance"] = naming


def named_of(names: dict[int, str], term: Term) -> str:
    return names.get(term.pk, term.name)


class TermsForm(MuseumPageForm):
    """A page's form in which terms are named in the editor's own language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name_for_reader(self.fields.values())
