"""When the passing of time alone changes what visitors see: a page or record begins, or ends."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.models import Min, Q
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page

from museum.core.requests import known
from museum.page_cache import store

HEADER = "museum-until"
TOKEN = secrets.token_hex(16)
"""Only a request of the museum's own, from this very process, is told the moment."""
NEVER = float("inf")
ALWAYS_ASK = ("/admin/", "/healthz")
"""Editors see what is so now, and monitors whether there is a database to ask at all."""


@dataclass(frozen=True)
class Present:
    """What is known of a generation of pages, and until when it is true, in seconds since 1970."""

    generation: str
    until: float
    facts: known.Facts = field(default_factory=dict)


class MomentMiddleware:
    """Has requests that only read rely on what others found in this generation.

    It tells a request of the museum's own how long its pages are true, in seconds since 1970.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.latest: Present | None = None

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        reads = request.method in ("GET", "HEAD") and not request.path.startswith(ALWAYS_ASK)
        # What a transaction has written, nobody else knows yet.
        if reads and settings.PAGE_CACHE and not connection.in_atomic_block:
            with known.relying_on(self.present().facts):
                response = self.get_response(request)
        else:
            response = self.get_response(request)
        if request.headers.get(HEADER) == TOKEN:
            response.headers[HEADER] = str(next_moment())
        return response

    def present(self) -> Present:
        """Return what is known now; the generation is asked for before anything is looked for."""
        generation = store.current().generation()
        latest = self.latest
        if not latest or latest.generation != generation or time.time() >= latest.until:
            latest = self.latest = Present(generation, next_moment())
        return latest


def next_moment() -> float:
    """Return when the next page or record begins or ends, in seconds since 1970; `NEVER` where none
    does."""
    now = timezone.now()
    moments: list[datetime | None] = []
    for model in scheduled():
        times = model._default_manager.aggregate(
            begins=Min("go_live_at", filter=Q(go_live_at__gt=now)),
            ends=Min("expire_at", filter=Q(expire_at__gt=now)),
        )
        moments += times.values()
    return min((moment.timestamp() for moment in moments if moment), default=NEVER)


@cache
def scheduled() -> list[type[DraftStateMixin]]:
    """Return what can be published for a time, as Wagtail finds it: all pages, and other models."""
    others = (model for model in apps.get_models() if issubclass(model, DraftStateMixin))
    return [Page, *(model for model in others if not issubclass(model, Page))]
