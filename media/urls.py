"""Addresses of pictures that belong to no language: their image services."""

from django.urls import path

from media.delivery import image_service

urlpatterns = [
    path("iiif/<slug:key>", image_service.image, name="iiif_image"),
    path("iiif/<slug:key>/info.json", image_service.info, name="iiif_info"),
    path("iiif/<slug:key>/<path:path>", image_service.file, name="iiif_file"),
]
