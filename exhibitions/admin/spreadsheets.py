"""What a spreadsheet of artifacts, communities or stories holds, column by column."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from exhibitions.models import Artifact, Community, Story
from museum.core.addresses import whole
from museum.core.spreadsheets.export import Field
from museum.core.spreadsheets.rich_text import as_text


def own(model: type[Page], name: str, by_language: bool = False) -> Field:
    """Return the column of a model's field, headed by its name in the editor's language."""

    def value(page: Any) -> Any:
        return getattr(page, name)

    return Field(model._meta.get_field(name).verbose_name, value, by_language)


def told(model: type[Page], name: str) -> Field:
    """Return the columns of a formatted text: plain in each language, a paragraph a line."""

    def value(page: Any) -> str:
        return as_text(getattr(page, name))

    return Field(model._meta.get_field(name).verbose_name, value, by_language=True)


def address(page: Page) -> str:
    """Return where visitors find a page; nothing for a draft."""
    return whole(page.address) if page.live else ""


def published(page: Page) -> str:
    return gettext("yes") if page.live else gettext("no")


def object_type(artifact: Artifact) -> str:
    return artifact.object_type.name if artifact.object_type else ""


STATUS = (
    Field(_("published"), published, by_language=True),
    Field(_("address"), address, by_language=True),
)
ARTIFACT = (
    own(Artifact, "accession_number"),
    own(Artifact, "title", by_language=True),
    Field(Artifact._meta.get_field("object_type").verbose_name, object_type),
    own(Artifact, "date"),
    Field(_("date in words"), lambda page: page.date_display, by_language=True),
    own(Artifact, "medium", by_language=True),
    own(Artifact, "place_of_origin", by_language=True),
    own(Artifact, "height_cm"),
    own(Artifact, "width_cm"),
    own(Artifact, "depth_cm"),
    told(Artifact, "description"),
    own(Artifact, "provenance", by_language=True),
    own(Artifact, "credit_line", by_language=True),
    own(Artifact, "rights_statement"),
    *STATUS,
)
COMMUNITY = (
    own(Community, "title", by_language=True),
    own(Community, "country"),
    own(Community, "latitude"),
    own(Community, "longitude"),
    told(Community, "introduction"),
    *STATUS,
)
STORY = (
    own(Story, "title", by_language=True),
    own(Story, "subject", by_language=True),
    own(Story, "place", by_language=True),
    own(Story, "years"),
    own(Story, "narrator", by_language=True),
    own(Story, "standfirst", by_language=True),
    *STATUS,
)
