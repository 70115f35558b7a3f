"""Addresses of pictures that belong to no language: their image services."""

from django.urls import path

from media import iiif

urlpatterns = [
    path("iiif/<slug:key>", iiif.image, name="iiif_image"),
    path("iiif/<slug:key>/info.json", iiif.info, name="iiif_info"),
    path("iiif/<slug:key>/<path:path>", iiif.file, name="iiif_file"),
]
