"""The address of the search page."""

from django.urls import path

from search.views import search

in_languages = [path("search/", search, name="search")]
