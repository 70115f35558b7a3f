"""Addresses that the room editor asks, below the admin: only for those who may use the admin."""

from django.urls import path

from exhibitions.admin.editors import points
from exhibitions.admin.editors.room import views

urlpatterns = [
    path("artifacts/", views.artifacts, name="artifacts"),
    path("images/", views.images, name="images"),
    path("objects/<id:object_id>/", points.model, name="object"),
    path("rooms/", views.rooms, name="rooms"),
    path("rooms/<id:page_id>/door/", views.make_door, name="door"),
]
