"""Addresses of rooms that belong to no language: their scenes."""

from django.urls import path

from exhibitions import views

urlpatterns = [
    path("rooms/draft-<int:page_id>/scene.json", views.draft_scene, name="draft_scene"),
    path("rooms/<uuid:key>/scene.json", views.current_scene, name="current_scene"),
    path("rooms/<uuid:key>/scene-<slug:version>.json", views.room_scene, name="room_scene"),
]
