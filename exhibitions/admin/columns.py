"""Columns of the lists of pages. Each fetches what it shows of all listed pages together."""

from typing import Any

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import ngettext
from wagtail.admin.ui.tables import Column
from wagtail.models import Page

from exhibitions.admin.translations import states_of
from exhibitions.vocabulary.dates import format_edtf
from media.derivatives import renditions


class ThumbnailColumn(Column):
    """The page's picture; its alternative text is empty because the title stands beside it."""

    cell_template_name = "exhibitions/admin/thumbnail_cell.html"

    def fetch(self, pages: list[Page]) -> None:
        prefetch_related_objects(pages, self.name)
        renditions.prefetch(getattr(page, self.name) for page in pages)

    def get_value(self, instance: Page) -> renditions.Step | None:
        image = getattr(instance, self.name)
        steps = renditions.ladder(image) if image else []
        return next((step for step in steps if step.format == "webp"), None)


class EdtfColumn(Column):
    """An EDTF date, in words of the page's language."""

    def get_value(self, instance: Page) -> str:
        date = getattr(instance, self.name)
        return format_edtf(date, instance.locale.language_code) if date else ""


class RoomsColumn(Column):
    """How many rooms an exhibition has, and the way to them."""

    def get_value(self, instance: Page) -> SafeString:
        count = instance.numchild
        text = ngettext("%(count)s room", "%(count)s rooms", count) % {"count": count}
        address = reverse("wagtailadmin_explore", args=[instance.pk])
        return format_html('<a href="{}">{}</a>', address, text)


class TranslationsColumn(Column):
    """How the page stands in each language, as words and not by colour alone."""

    cell_template_name = "exhibitions/admin/translations_cell.html"

    def fetch(self, pages: list[Any]) -> None:
        states = states_of(pages)
        for page in pages:
            page.translation_states = states[page.translation_key]

    def get_value(self, instance: Any) -> list[tuple[str, Any]]:
        states = getattr(instance, "translation_states", None)
        # Wagtail lists the pages of a type by a view of its own.
        return list((states or states_of([instance])[instance.translation_key]).items())
