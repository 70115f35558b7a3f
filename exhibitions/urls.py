"""Addresses of what is made of the museum's pages: scenes, manifests, downloads, catalogues,
Mirador.
"""

from django.urls import path

from exhibitions import views
from exhibitions.exports.downloads import download
from exhibitions.exports.iiif import views as iiif
from exhibitions.exports.linked_art import linked_art
from exhibitions.exports.mirador import mirador
from exhibitions.exports.printed_catalogue import printed_catalogue

urlpatterns = [
    path("rooms/draft-<id:page_id>/scene.json", views.draft_scene, name="draft_scene"),
    path("rooms/<uuid:key>/scene.json", views.current_scene, name="current_scene"),
    path("rooms/<uuid:key>/scene-<slug:version>.json", views.room_scene, name="room_scene"),
    path("rooms/<id:page_id>/said-<str:work>.vtt", views.voice_captions, name="voice_captions"),
    path("artifacts/<uuid:key>/download/<id:place>-<slug:size>.jpg", download, name="download"),
    path(
        "artifacts/<uuid:key>/download/<id:place>.<id:page>-<slug:size>.jpg",
        download,
        name="download_page",
    ),
    path("artifacts/<uuid:key>/linked-art.json", linked_art, name="linked_art"),
    path("artifacts/<uuid:key>/manifest.json", iiif.artifact_manifest, name="artifact_manifest"),
    path(
        "exhibitions/<uuid:key>/collection.json",
        iiif.exhibition_collection,
        name="exhibition_collection",
    ),
    path("collection.json", iiif.museum_collection, name="museum_collection"),
]
in_languages = [
    path("catalogue/<uuid:key>/", printed_catalogue, name="catalogue"),
    path("mirador/<uuid:key>/", mirador, name="mirador"),
]
