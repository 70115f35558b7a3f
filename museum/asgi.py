"""The entry point of the server: `museum.asgi:application`, with the pages that are kept."""

import os

import django
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "museum.settings.production")
django.setup()

# What follows reads models.
from museum.core.serving.bridge import Bridge
from museum.page_cache import store
from museum.page_cache.server import PageCache
from museum.wsgi import application as museum

# Each thread keeps a database connection of its own.
bridge = Bridge(museum, threads=int(os.environ.get("THREADS") or 4))
application = PageCache(bridge, store.current()) if settings.PAGE_CACHE else bridge
