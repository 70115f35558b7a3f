"""What a visitor meets without a network: the worker that answers then, and the page it keeps."""

from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

WORKER = "museum/build/offline-worker.js"


@require_safe
@cache_control(no_cache=True)
def worker(request: HttpRequest) -> HttpResponse:
    """Serve the service worker: only from the root may it answer for all pages."""
    return HttpResponse(script(), content_type="text/javascript; charset=utf-8")


@cache
def script() -> bytes:
    """Read the worker once: browsers ask for it with each page that they open."""
    return Path(str(finders.find(WORKER))).read_bytes()


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the page that says there is no network, in the language of the address."""
    return render(request, "museum/offline.html")
