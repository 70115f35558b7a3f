"""The address of the map, below its language."""

from django.urls import path

from atlas.views import map_page

in_languages = [path("map/", map_page, name="map")]
