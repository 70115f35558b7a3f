"""Addresses for machines that look for what is new: search engines and feed readers."""

from django.contrib.sitemaps import views as sitemaps
from django.urls import path

from home.feeds import feeds
from home.letters import views as letters
from home.sitemaps import SITEMAPS, index, robots

urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", index, name="sitemap_index"),
    path("sitemap-<section>.xml", sitemaps.sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
]
in_languages = [
    path("letter/", letters.write, name="write_letter"),
    path("letter/sent/", letters.sent, name="letter_sent"),
    *(path(f"feeds/{name}.xml", feed, name=feed.name) for name, feed in feeds().items()),
]
