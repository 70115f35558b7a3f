"""Addresses for machines that look for what is new: search engines and feed readers."""

from django.contrib.sitemaps import views as sitemaps
from django.urls import path

from home.feeds import NewExhibitions, NewStories
from home.sitemaps import SITEMAPS, robots

urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path(
        "sitemap.xml",
        sitemaps.index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap"},
        name="sitemap_index",
    ),
    path("sitemap-<section>.xml", sitemaps.sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
]
in_languages = [
    path("feeds/stories.xml", NewStories(), name="story_feed"),
    path("feeds/exhibitions.xml", NewExhibitions(), name="exhibition_feed"),
]
