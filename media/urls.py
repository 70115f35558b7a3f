"""Addresses of files, which belong to no language: image services and what is served as it is."""

from django.urls import path

from media.delivery import documents, image_service
from media.delivery.profile_pictures import profile_picture
from media.delivery.views import public_file

urlpatterns = [
    path("documents/<id:pk>/<path:filename>", documents.serve),
    path("iiif/<slug:key>", image_service.image, name="iiif_image"),
    path("iiif/<slug:key>/info.json", image_service.info, name="iiif_info"),
    path("iiif/<slug:key>/<path:path>", image_service.file, name="iiif_file"),
    path("media/avatar_images/<str:name>", profile_picture, name="profile_picture"),
    path("media/<path:path>", public_file, name="public_file"),
]
