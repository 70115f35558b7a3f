"""The WSGI entry point: `museum.wsgi:application`."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from museum.page_cache import store
from museum.page_cache.server import PageCache

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "museum.settings.production")

application = get_wsgi_application()
if settings.PAGE_CACHE:
    application = PageCache(application, store.current())
