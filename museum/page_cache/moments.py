"""When the passing of time alone changes what visitors see: a page's end, or its beginning."""

import secrets
from collections.abc import Callable

from django.db.models import Min, Q
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from wagtail.models import Page

HEADER = "museum-until"
TOKEN = secrets.token_hex(16)
"""Only a request of the museum's own, from this very process, is told the moment."""
NEVER = float("inf")


class MomentMiddleware:
    """Tells a request of the museum's own how long its pages are true, in seconds since 1970."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.headers.get(HEADER) == TOKEN:
            response.headers[HEADER] = str(next_moment())
        return response


def next_moment() -> float:
    """Return when the next page begins or ends, in seconds since 1970; `NEVER` where none does."""
    now = timezone.now()
    moments = Page.objects.aggregate(
        begins=Min("go_live_at", filter=Q(go_live_at__gt=now)),
        ends=Min("expire_at", filter=Q(expire_at__gt=now)),
    )
    return min((moment.timestamp() for moment in moments.values() if moment), default=NEVER)
