"""Unpublishing and deleting many pages at once:
their translations go along unless told otherwise.
"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import DefaultPageForm
from wagtail.admin.views.pages.bulk_actions.unpublish import UnpublishBulkAction
from wagtail.models import Page

from museum.access.page_actions import translations_of


class TranslationsForm(DefaultPageForm):
    """Wagtail's form, and whether the translations stay."""

    keep_translations = forms.BooleanField(label=_("Keep the other languages"), required=False)


class WithTranslations:
    """A bulk action that names the translations of its pages, and takes them along."""

    form_class = TranslationsForm

    def along(self, page: Page) -> list[Page]:
        """Return a page's translations that this editor may do the same to."""
        return [one for one in translations_of(page) if self.check_perm(one)]  # type: ignore[attr-defined]

    def object_context(self, page: Page) -> dict[str, Any]:
        context: dict[str, Any] = super().object_context(page)  # type: ignore[misc]
        return {**context, "translations": self.along(page)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        context["has_translations"] = any(item["translations"] for item in context["items"])
        return context

    def get_execution_context(self) -> dict[str, Any]:
        context: dict[str, Any] = super().get_execution_context()  # type: ignore[misc]
        keeps = self.cleaned_form.cleaned_data["keep_translations"]  # type: ignore[attr-defined]
        return {**context, "along": (lambda page: []) if keeps else self.along}

    @classmethod
    def execute_action(cls, objects: Any, along: Any = None, **kwargs: Any) -> tuple[int, int]:
        pages = {page.pk: page for page in objects}
        for page in list(objects):
            pages.update((one.pk, one) for one in (along(page) if along else ()))
        done: tuple[int, int] = super().execute_action(pages.values(), **kwargs)  # type: ignore[misc]
        return done


class UnpublishMany(WithTranslations, UnpublishBulkAction):
    """Wagtail's own, for the pages in every language."""

    template_name = "museum/admin/confirm_bulk_unpublish.html"


class DeleteMany(WithTranslations, DeleteBulkAction):
    """Wagtail's own, for the pages in every language."""

    template_name = "museum/admin/confirm_bulk_delete.html"
