"""Artifact: one catalogued item of the museum."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.forms import Select
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from exhibitions.blocks import InscriptionBlock, PersonBlock, SourceBlock, ViewsBlock, body
from exhibitions.blocks import lead_image as lead_images
from exhibitions.listing.kinds import Kind, Label, summary
from exhibitions.models.accession_number import Numbered
from exhibitions.models.base import INTRODUCTION_FEATURES, untranslated
from exhibitions.models.relations import RelatedMixin, next_page_panel, relations_panel
from exhibitions.models.term import Term, TermName, TermsForm, in_language
from exhibitions.vocabulary import open_questions, schema_org
from exhibitions.vocabulary.choices import MAKERS
from exhibitions.vocabulary.dates import csl_date, earliest_year, format_edtf, latest_year
from exhibitions.vocabulary.dates.fields import EDTFField
from media.derivatives import renditions
from media.models import MuseumImage
from media.rights import RightsStatement
from museum.core.models import MuseumPage, ShareImage

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def size_field(name: "StrOrPromise") -> models.DecimalField:
    """Return a length in cm with one decimal; nothing is 0 cm wide."""
    return models.DecimalField(
        name,
        max_digits=7,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.1"), _("A size is at least 0.1 cm."))],
    )


def label(page: Any, language: str) -> Label:
    return {
        "date": format_edtf(page.date, language) if page.date else "",
        "place": page.place_of_origin,
        "medium": page.medium,
        "credit": page.credit_line,
        "accession_number": page.accession_number,
        "alt": page.lead_alt,
    }


class Artifact(RelatedMixin, Numbered, MuseumPage):
    """What the catalogue knows of an item, in the field's own words."""

    base_form_class = TermsForm
    object_type = models.ForeignKey(
        Term,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        # Terms are related in the source language, and named in each reader's.
        limit_choices_to={
            "vocabulary": Term.Vocabulary.OBJECT_TYPE,
            "locale__language_code": settings.LANGUAGE_CODE,
        },
        verbose_name=_("object type"),
    )
    medium = models.CharField(_("materials and technique"), max_length=255, blank=True)
    height_cm = size_field(_("height (cm)"))
    width_cm = size_field(_("width (cm)"))
    depth_cm = size_field(_("depth (cm)"))
    date = EDTFField(_("date"), blank=True)
    earliest = models.IntegerField(null=True, editable=False, db_index=True)
    latest = models.IntegerField(null=True, editable=False)
    place_of_origin = models.CharField(_("place of origin"), max_length=120, blank=True)
    people = StreamField(
        [("person", PersonBlock())],
        blank=True,
        verbose_name=_("makers and depicted people"),
    )
    description = RichTextField(_("description"), features=INTRODUCTION_FEATURES, blank=True)
    inscriptions = StreamField(
        [("inscription", InscriptionBlock())], blank=True, verbose_name=_("inscriptions")
    )
    provenance = models.TextField(
        _("provenance"), blank=True, help_text=_("Who owned it, and how it came to the museum.")
    )
    credit_line = models.CharField(_("credit line"), max_length=255, blank=True)
    rights_statement = models.CharField(
        _("rights statement"), max_length=80, choices=RightsStatement.choices, blank=True
    )
    sources = StreamField([("source", SourceBlock())], blank=True, verbose_name=_("sources"))
    views = StreamField(
        ViewsBlock(),
        blank=True,
        verbose_name=_("pictures, films and sounds"),
        help_text=_("In order; the first picture represents the item in lists and rooms."),
    )
    lead_image = models.ForeignKey(
        MuseumImage, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    lead_alt = models.TextField(blank=True, editable=False)
    names = models.TextField(blank=True, editable=False)
    lacking = models.CharField(max_length=120, blank=True, editable=False)

    kind = Kind(
        _("Artifact"),
        _("Artifacts"),
        place=1,
        fields=(
            *("date", "place_of_origin", "medium", "credit_line", "accession_number"),
            "lead_alt",
        ),
        image="lead_image",
        label=label,
    )
    override_translatable_fields = [
        *RelatedMixin.override_translatable_fields,
        SynchronizedField("accession_number", overridable=False),
        SynchronizedField("number_to_check", overridable=False),
        SynchronizedField("object_type", overridable=False),
        SynchronizedField("date", overridable=False),
    ]
    route_related = ("locale",)
    parent_page_types = ["exhibitions.Collection"]
    subpage_types: list[str] = []
    page_description = _("A catalogued item: picture, document, object, film or sound.")
    content_panels = [
        *MuseumPage.content_panels,
        FieldPanel("views"),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("accession_number"),
                        # A list of what fits; the chooser offers the terms of all vocabularies.
                        FieldPanel("object_type", widget=Select),
                    ]
                ),
                FieldPanel("number_to_check"),
                FieldRowPanel([FieldPanel("date"), FieldPanel("place_of_origin")]),
                FieldPanel("medium"),
                FieldRowPanel(
                    [FieldPanel("height_cm"), FieldPanel("width_cm"), FieldPanel("depth_cm")]
                ),
            ],
            heading=_("Wall label"),
        ),
        FieldPanel("people"),
        FieldPanel("description"),
        FieldPanel("inscriptions"),
        MultiFieldPanel(
            [
                FieldPanel("provenance"),
                FieldPanel("credit_line"),
                FieldPanel("rights_statement"),
                FieldPanel("sources"),
            ],
            heading=_("Provenance and rights"),
        ),
        InlinePanel("terms", heading=_("Terms"), label=_("Term")),
        relations_panel(),
        next_page_panel(),
    ]
    search_fields = [
        *MuseumPage.search_fields,
        index.SearchField("accession_number", boost=5),
        index.AutocompleteField("accession_number"),
        index.SearchField("medium"),
        index.SearchField("place_of_origin"),
        index.SearchField("date_display"),
        index.SearchField("searchable_terms"),
        index.SearchField("people"),
        index.SearchField("description"),
        index.SearchField("inscriptions"),
        index.SearchField("provenance"),
        index.SearchField("transcripts"),
        index.SearchField("page_texts"),
        index.SearchField("views"),
        index.FilterField("earliest"),
        index.FilterField("object_type"),
    ]

    class Meta:
        verbose_name = _("artifact")
        verbose_name_plural = _("artifacts")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep what lists sort by and show beside what it is derived from."""
        self.earliest = earliest_year(self.date) if self.date else None
        self.latest = latest_year(self.date) if self.date else None
        self.lead_image, self.lead_alt = lead_images.of_views(self.views)
        named = (block["value"].get("name") or "" for block in self.people.raw_data)
        self.names = "\n".join(dict.fromkeys(named))
        self.lacking = " ".join(self.lacks())
        super().save(*args, **kwargs)

    @property
    def meta_description(self) -> str:
        return self.search_description or summary(self.description, 200)

    @property
    def linked_data(self) -> dict[str, Any]:
        """A work with its label; the date stays EDTF, which is ISO 8601."""
        sizes = {"height": self.height_cm, "width": self.width_cm, "depth": self.depth_cm}
        return {
            "@type": "VisualArtwork",
            "identifier": self.accession_number,
            "artMedium": self.medium,
            "dateCreated": self.date,
            "creator": [schema_org.person(name) for name in self.makers],
            "locationCreated": self.place_of_origin and schema_org.place(self.place_of_origin),
            "creditText": self.credit_line,
            "license": self.rights_statement,
            **{name: schema_org.centimetres(length) for name, length in sizes.items() if length},
        }

    def share_image(self) -> ShareImage | None:
        return renditions.to_share(self.lead_image, self.lead_alt)

    def open_questions(self) -> Iterable[str]:
        yield from self.lacks()
        yield from untranslated(self)

    def lacks(self) -> Iterable[str]:
        """Name what the record lacks; an item is no decoration, so its pictures are none."""
        pictures = [view.value["image"] for view in self.views if view.block_type == "picture"]
        if any(image is not None and not image.contextual_alt_text for image in pictures):
            yield open_questions.ALTERNATIVE_TEXT
        if self.number_to_check:
            yield open_questions.NUMBER
        if not self.rights_statement:
            yield open_questions.RIGHTS
        if not self.sources:
            yield open_questions.SOURCES

    @property
    def makers(self) -> list[str]:
        """The names of those who made it."""
        people = (block["value"] for block in self.people.raw_data)
        return [person["name"] for person in people if person["role"] in MAKERS]

    @property
    def citation(self) -> dict[str, Any]:
        """Makers, date and number, for citations."""
        return {
            "author": [{"literal": name} for name in self.makers],
            "issued": csl_date(self.date) if self.date else None,
            "number": self.accession_number,
        }

    @property
    def date_display(self) -> str:
        """The date in the page's language."""
        return format_edtf(self.date, self.language) if self.date else ""

    @property
    def rights_label(self) -> str:
        """The rights statement's name in the active language."""
        return self.get_rights_statement_display() if self.rights_statement else ""

    def searchable_terms(self) -> str:
        """The item's type and terms as words for search."""
        return " ".join(term.name for term in self.term_names)

    def transcripts(self) -> str:
        """What is said in the item's films and sounds, in the page's language, for search."""
        return body.transcripts(self.views, self.language)

    def page_texts(self) -> str:
        """What is written in the item's documents, for search."""
        return body.page_texts(self.views)

    @cached_property
    def term_names(self) -> list[TermName]:
        """The item's type and terms, in the page's language."""
        ids = [self.object_type_id, *(link.term_id for link in self.terms.all())]
        return in_language([pk for pk in ids if pk is not None], self.language)
