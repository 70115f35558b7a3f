"""wagtail-localize's own views behind the museum's rules."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.submit_translations import (
    SubmitPageTranslationView,
    SubmitSnippetTranslationView,
)
from wagtail_localize.views.update_translations import UpdateTranslationsView

from home.translations.permissions import may_publish
from home.translations.publishing import lacking
from museum.core.page_permissions import languages_of, translates_only

View = Callable[..., Any]


def behind(allowed: Callable[[Any, Translation], bool], view: View) -> View:
    """Let only those in who are `allowed` to do it with the translation in the address."""

    def guarded(request: HttpRequest, translation_id: int, **kwargs: Any) -> Any:
        translation = get_object_or_404(Translation, id=translation_id)
        if not allowed(request.user, translation):
            raise PermissionDenied
        return view(request, translation_id, **kwargs)

    # Views of a REST framework look at the token themselves.
    guarded.csrf_exempt = getattr(view, "csrf_exempt", False)  # type: ignore[attr-defined]
    return guarded


def no_translator(view: View) -> View:
    """Keep out those who only translate."""

    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if translates_only(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


class ForTranslators:
    """Translators begin translations of what is published, into their own languages."""

    request: HttpRequest
    object: Any

    def get_form(self) -> forms.Form:
        form: forms.Form = super().get_form()  # type: ignore[misc]
        if not translates_only(self.request.user):
            return form
        locales: Any = form.fields["locales"]
        locales.queryset = locales.queryset.filter(
            pk__in=[locale.pk for locale in languages_of(self.request.user)]
        )
        if isinstance(self.object, Page) and self.object.get_descendants().not_live().exists():
            form.fields["include_subtree"].disabled = True
        return form

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if translates_only(request.user) and not getattr(self.get_object(), "live", True):  # type: ignore[attr-defined]
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


class SubmitPage(ForTranslators, SubmitPageTranslationView):
    """Begin a page's translations."""


class SubmitTerm(ForTranslators, SubmitSnippetTranslationView):
    """Begin a term's translations."""


class Update(UpdateTranslationsView):
    """Bring a source's new texts; show visitors those translations that are whole, if asked."""

    def form_valid(self, form: forms.Form) -> HttpResponse:
        wanted = form.cleaned_data["publish_translations"]
        form.cleaned_data["publish_translations"] = False
        response = super().form_valid(form)
        if wanted:
            self.publish()
        return response

    def publish(self) -> None:
        for translation in self.object.translations.filter(enabled=True):
            if not may_publish(self.request.user, translation):
                continue
            if lacking(translation):
                messages.warning(
                    self.request,
                    _("In %(language)s texts are missing, so it was not published.")
                    % {"language": translation.target_locale.get_display_name()},
                )
                continue
            translation.save_target(user=self.request.user, publish=True)
