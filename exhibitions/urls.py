"""Addresses that belong to no language: the scenes of rooms, and IIIF manifests."""

from django.urls import path

from exhibitions import iiif, views

urlpatterns = [
    path("rooms/draft-<int:page_id>/scene.json", views.draft_scene, name="draft_scene"),
    path("rooms/<uuid:key>/scene.json", views.current_scene, name="current_scene"),
    path("rooms/<uuid:key>/scene-<slug:version>.json", views.room_scene, name="room_scene"),
    path("artifacts/<uuid:key>/manifest.json", iiif.artifact_manifest, name="artifact_manifest"),
    path(
        "exhibitions/<uuid:key>/collection.json",
        iiif.exhibition_collection,
        name="exhibition_collection",
    ),
    path("collection.json", iiif.museum_collection, name="museum_collection"),
]
