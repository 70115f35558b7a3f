"""The editor's dialog of a page's privacy: a restriction covers every language, and says which."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.forms.pages import PageViewRestrictionForm
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.admin.views.page_privacy import SetPrivacyView
from wagtail.models import Page, PageViewRestriction

from museum.core.models import OneLanguageOnly


class PrivacyForm(PageViewRestrictionForm):
    """Wagtail's form, and whether it speaks of one language alone."""

    one_language_only = forms.BooleanField(
        label=_("In this language only"),
        required=False,
        help_text=_("The page stays as it is in its other languages."),
    )


class PrivacyView(SetPrivacyView):
    """Wagtail's dialog, for the page in all its languages."""

    form_class = PrivacyForm

    def dispatch(
        self, request: HttpRequest, page_id: int, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """Open the page's restriction, in whichever language it is kept, and one from above.

        Raises PermissionDenied for those who may not set the privacy of every page it covers.
        """
        self.page = get_object_or_404(Page, pk=page_id).specific
        found = list(self.page.get_view_restrictions().order_by("-page__depth"))
        own = [one for one in found if one.page.translation_key == self.page.translation_key]
        self.object = self.restriction = next(iter(own), None)
        self.restriction_on_ancestor = next((one for one in found if one not in own), None)
        covers_all = self.restriction and not self.is_of_one_language
        if not self.may_change([self.page, *(self.translations if covers_all else [])]):
            raise PermissionDenied
        # Wagtail's own would look the restriction up on this page alone.
        return View.dispatch(self, request, *args, **kwargs)

    def may_change(self, pages: list[Page]) -> bool:
        testers = (page.specific.permissions_for_user(self.request.user) for page in pages)
        return all(tester.can_set_view_restrictions() for tester in testers)

    @cached_property
    def translations(self) -> list[Page]:
        """The page in its other languages."""
        return list(self.page.get_translations().select_related("locale").order_by("locale_id"))

    @property
    def is_of_one_language(self) -> bool:
        return hasattr(self.restriction, "one_language_only")

    def get_initial(self) -> dict[str, Any]:
        initial: dict[str, Any] = super().get_initial()
        return {**initial, "one_language_only": self.is_of_one_language}

    def get_form(self, form_class: Any = None) -> PrivacyForm:
        """Offer one language alone where there are others; only that to who may not set them."""
        form: PrivacyForm = super().get_form(form_class)
        if not self.translations:
            del form.fields["one_language_only"]
        elif not self.may_change(self.translations):
            form.fields["one_language_only"].disabled = True
            form.initial["one_language_only"] = True
        return form

    def form_valid(self, form: PrivacyForm) -> HttpResponseBase:
        """Set or lift the restriction; what it replaces in other languages goes."""
        alone = form.cleaned_data.get("one_language_only", False)
        kind = form.cleaned_data["restriction_type"]
        response: HttpResponseBase = super().form_valid(form)
        if kind != PageViewRestriction.NONE:
            self.note(form.instance, alone)
        if not alone:
            self.replaced().exclude(pk=form.instance.pk).delete()
        return response

    def note(self, restriction: PageViewRestriction, alone: bool) -> None:
        if alone:
            OneLanguageOnly.objects.get_or_create(restriction=restriction)
        else:
            OneLanguageOnly.objects.filter(restriction=restriction).delete()

    def replaced(self) -> Any:
        """Return the restrictions that cover the page in all languages."""
        return PageViewRestriction.objects.filter(
            page__translation_key=self.page.translation_key, one_language_only=None
        )

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponseBase:
        if not self.page.private_page_options:
            answer: HttpResponseBase = super().render_to_response(context, **kwargs)
            return answer
        context["translations"] = self.translations
        return render_modal_workflow(
            self.request,
            "museum/admin/set_privacy.html",
            template_vars=context,
            json_data={"step": "set_privacy"},
        )
