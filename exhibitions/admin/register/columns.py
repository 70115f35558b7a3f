"""The columns that the register can show. What they show of a page of it is fetched together."""

from collections import defaultdict
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.models import Page, ReferenceIndex

from exhibitions.admin.checks_panel import WORDS
from exhibitions.admin.columns import EdtfColumn, ThumbnailColumn, TranslationsColumn
from exhibitions.models import Artifact, ArtifactTerm, Room
from exhibitions.models.term import in_language

SELECT, _TITLE, _PARENT, UPDATED, _TYPE, STATUS = ExplorableIndexView.base_columns


def label(name: str) -> Any:
    return capfirst(getattr(Artifact._meta.get_field(name), "verbose_name", name))


class Editable:
    """A column whose values are changed where they stand, by those who may edit the collection."""

    name: str
    cell_template_name = "exhibitions/admin/register/editable_cell.html"

    def get_cell_context_data(self, instance: Artifact, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)  # type: ignore[misc]
        if parent_context.get("may_edit"):
            context["edit"] = reverse("register:value", args=[instance.pk, self.name])
        return context


class ValueColumn(Editable, Column):
    """A value of the record."""


class DateColumn(Editable, EdtfColumn):
    """The date, sorted by its earliest year."""


class TitleColumn(Column):
    """The title, which leads to the page's form; what closes the page stands beside it."""

    cell_template_name = "exhibitions/admin/register/title_cell.html"


class TermsColumn(Column):
    """The names of terms in the reader's language; `ids_of` finds them for all listed pages."""

    def fetch(self, pages: list[Artifact]) -> None:
        ids = self.ids_of(pages)
        wanted = [term for terms in ids.values() for term in terms]
        names = dict(zip(wanted, in_language(wanted, get_language() or ""), strict=True))
        for page in pages:
            said = ", ".join(names[term].name for term in ids[page.pk])
            setattr(page, f"{self.name}_said", said)

    def ids_of(self, pages: list[Artifact]) -> dict[int, list[int]]:
        found = defaultdict(list)
        links = ArtifactTerm.objects.filter(artifact__in=pages).order_by("sort_order", "pk")
        for artifact, term in links.values_list("artifact_id", "term_id"):
            found[artifact].append(term)
        return found

    def get_value(self, instance: Artifact) -> str:
        return getattr(instance, f"{self.name}_said", "")


class TypeColumn(Editable, TermsColumn):
    def ids_of(self, pages: list[Artifact]) -> dict[int, list[int]]:
        return {page.pk: [page.object_type_id] if page.object_type_id else [] for page in pages}


class LinesColumn(Column):
    """Names that are kept one a line."""

    def get_value(self, instance: Artifact) -> str:
        return ", ".join(getattr(instance, self.name).splitlines())


class SizeColumn(Column):
    """Height × width × depth in cm, as far as they are known."""

    def get_value(self, instance: Artifact) -> str:
        sizes = (instance.height_cm, instance.width_cm, instance.depth_cm)
        return " × ".join(number_format(size) for size in sizes if size is not None)


class HungColumn(Column):
    """The rooms in which a work hangs, also as another language of itself."""

    def fetch(self, pages: list[Artifact]) -> None:
        titles = dict(Room.objects.values_list("pk", "title"))
        rooms = defaultdict(list)
        for room, key in hung(translation_key__in={page.translation_key for page in pages}):
            rooms[key].append(titles.get(room, ""))
        for page in pages:
            page.hung_in = ", ".join(dict.fromkeys(rooms[page.translation_key]))


class LackingColumn(Column):
    """What the record lacks, in the words of the editor's checks."""

    def get_value(self, instance: Artifact) -> str:
        return " · ".join(str(WORDS[code][0]) for code in instance.lacking.split())


def hung(**works: Any) -> list[tuple[int, Any]]:
    """Return (room's id, work's translation key) for the works that hang in drafted or public
    rooms of the source language or another. Two queries."""
    pages = ContentType.objects.get_for_model(Page)
    there = ReferenceIndex.objects.filter(
        content_type=ContentType.objects.get_for_model(Room), to_content_type=pages
    )
    pairs = [
        (int(room), int(work)) for room, work in there.values_list("object_id", "to_object_id")
    ]
    found = Artifact.objects.filter(pk__in={work for _room, work in pairs}, **works)
    keys = dict(found.values_list("pk", "translation_key"))
    return [(room, keys[work]) for room, work in pairs if work in keys]


COLUMNS = (
    SELECT,
    ThumbnailColumn("lead_image", label=_("Picture"), width="80px"),
    TitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
    ValueColumn("accession_number", label=label("accession_number"), sort_key="accession_number"),
    TypeColumn("object_type", label=label("object_type"), sort_key="object_type__name"),
    DateColumn("date", label=label("date"), sort_key="earliest"),
    ValueColumn("place_of_origin", label=label("place_of_origin"), sort_key="place_of_origin"),
    LinesColumn("names", label=_("People"), sort_key="names"),
    TermsColumn("terms", label=_("Terms")),
    ValueColumn("medium", label=label("medium"), sort_key="medium"),
    SizeColumn("size", label=_("Size (cm)"), sort_key="height_cm"),
    ValueColumn("credit_line", label=label("credit_line"), sort_key="credit_line"),
    ValueColumn(
        "rights_statement",
        label=label("rights_statement"),
        accessor="rights_label",
        sort_key="rights_statement",
    ),
    HungColumn("hung_in", label=_("Rooms")),
    LackingColumn("lacking", label=_("To be mended"), sort_key="lacking"),
    TranslationsColumn("translation_states", label=_("Languages"), classname="register-languages"),
    UPDATED,
    STATUS,
)
"""All columns, in the order in which they stand."""
ALWAYS = {"bulk_actions", "title"}
AT_FIRST = (
    *("lead_image", "accession_number", "object_type", "date"),
    *("translation_states", "latest_revision_created_at", "status"),
)
"""What the register shows of whoever has chosen nothing yet."""
CHOICES = [column for column in COLUMNS if column.name not in ALWAYS]


def columns_of(names: list[str]) -> list[Column]:
    """Return the columns of these names, and those that always stand there."""
    return [column for column in COLUMNS if column.name in ALWAYS or column.name in names]
