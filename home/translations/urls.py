"""Addresses of wagtail-localize that the museum answers itself, before it does."""

from django.urls import path
from wagtail_localize.views import convert, edit_translation

from home.translations import po_files, texts, views
from home.translations.permissions import may_stop, may_translate

TRANSLATION = "translate/<int:translation_id>/"

urlpatterns = [
    path("submit/page/<int:page_id>/", views.SubmitPage.as_view()),
    path("submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/", views.SubmitTerm.as_view()),
    path("update/<int:translation_source_id>/", views.Update.as_view()),
    path(f"{TRANSLATION}strings/<int:string_segment_id>/edit/", texts.text),
    path(
        f"{TRANSLATION}overrides/<int:overridable_segment_id>/edit/",
        views.behind(may_translate, edit_translation.edit_override),
    ),
    path(f"{TRANSLATION}pofile/download/", po_files.download),
    path(f"{TRANSLATION}pofile/upload/", po_files.upload),
    path(
        f"{TRANSLATION}preview/", views.behind(may_translate, edit_translation.preview_translation)
    ),
    path(
        f"{TRANSLATION}preview/<str:mode>/",
        views.behind(may_translate, edit_translation.preview_translation),
    ),
    path(f"{TRANSLATION}disable/", views.behind(may_stop, edit_translation.stop_translation)),
    path("page/<int:page_id>/convert_to_alias/", views.no_translator(convert.convert_to_alias)),
]
