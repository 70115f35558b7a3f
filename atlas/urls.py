"""The addresses of the map and of its data, below their language."""

from django.urls import path

from atlas.exports import geojson, linked_places
from atlas.views import map_data, map_page

in_languages = [
    path("map/", map_page, name="map"),
    path("map.geojson", map_data, {"form": geojson}, name="map_geojson"),
    path("map.lpf.json", map_data, {"form": linked_places}, name="map_linked_places"),
]
