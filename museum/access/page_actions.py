"""Wagtail's actions on a page that concern its other languages: privacy, unpublishing, deleting."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from wagtail.actions.delete_page import DeletePageAction
from wagtail.admin.views.pages.delete import DeleteView
from wagtail.admin.views.pages.unpublish import UnpublishView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page, ReferenceIndex
from wagtail_localize.models import TranslationSource

from museum.access.privacy import PrivacyView

MOST_PLACES = 12
"""Of where a page is used, as many are named; Wagtail's own list has them all."""


def is_source(page: Page) -> bool:
    """Is this the language that the page's translations were made from?"""
    if page.locale.language_code == settings.LANGUAGE_CODE:
        return True
    sources = TranslationSource.objects.filter(object_id=page.translation_key)
    return sources.filter(locale_id=page.locale_id).exists()


def translations_of(page: Page) -> list[Page]:
    """Return the translations that depend on a page: all of a source, none of a translation."""
    if not is_source(page):
        return []
    every = page.get_translations().filter(alias_of=None).select_related("locale")
    return list(every.order_by("locale_id").specific())


class Unpublish(UnpublishView):
    """Wagtail's own; names the translations, and takes them along unless told otherwise."""

    template_name = "museum/admin/confirm_unpublish.html"

    @cached_property
    def translations(self) -> list[Page]:
        """The public translations that go with the page,
        as far as this editor may unpublish them.
        """
        user = self.request.user
        return [
            page
            for page in translations_of(self.object)
            if page.live and page.permissions_for_user(user).can_unpublish()
        ]

    def get_objects_to_unpublish(self) -> list[Page]:
        alone = "keep_translations" in self.request.POST
        return [self.object, *([] if alone else self.translations)]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "translations": self.translations}


class Delete(DeleteView):
    """Wagtail's own; names the translations, and takes them along unless told otherwise."""

    template_name = "museum/admin/confirm_delete.html"

    @cached_property
    def translations(self) -> list[Page]:
        """The translations that go with the page, as far as this editor may delete them."""
        user = self.request.user
        every = translations_of(self.page)
        return [page for page in every if page.permissions_for_user(user).can_delete()]

    @cached_property
    def places(self) -> list[tuple[str, str]]:
        """Where the page is used, its own language first: titles, each with what names the page
        there, such as the walls of a room."""
        groups = sorted(ReferenceIndex.get_grouped_references_to(self.page), key=self.is_elsewhere)
        return [
            (str(source), ", ".join(sorted({one.describe_source_field() for one in references})))
            for source, references in groups
        ]

    def is_elsewhere(self, group: tuple[Any, Any]) -> bool:
        """Is the page used there by one of another language? Those come last."""
        return getattr(group[0], "locale_id", self.page.locale_id) != self.page.locale_id

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        along = [] if "keep_translations" in request.POST else self.translations
        with transaction.atomic():
            response: HttpResponse = super().post(request, *args, **kwargs)
            if not Page.objects.filter(pk=self.page.pk).exists():
                for page in along:
                    DeletePageAction(page, user=request.user).execute(skip_permission_checks=True)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "places": self.places[:MOST_PLACES],
            "more_places": len(self.places[MOST_PLACES:]),
            "translations": self.translations,
        }


class MuseumPages(PageViewSet):
    """The actions of every page type in the editor."""

    set_privacy_view_class = PrivacyView
    unpublish_view_class = Unpublish
    delete_view_class = Delete


museum_pages = MuseumPages("museum_pages", model=Page)
