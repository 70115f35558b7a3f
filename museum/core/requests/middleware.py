"""What happens to every response: headers, compression, a content-security policy,
words for a full disk.
"""

import logging
from collections.abc import Callable
from http import HTTPStatus

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import render
from django.utils.functional import SimpleLazyObject

from museum.core.full_disk import is_full
from museum.core.visibility import Visitor

logger = logging.getLogger(__name__)

ADMIN_PREFIXES = ("/admin/",)
SECRETS = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}

# Wagtail's own editor needs inline styles and scripts; nothing in it comes from another host.
ADMIN_POLICY = {
    "default-src": ["'self'"],
    "script-src": ["'self'", "'unsafe-inline'", "'unsafe-eval'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "frame-ancestors": ["'self'"],
    "object-src": ["'none'"],
    "worker-src": ["'self'", "blob:"],
}
# A picture, a film or a sound needs nothing beside itself.
FILE_POLICY = {"default-src": ["'none'"], "style-src": ["'unsafe-inline'"]}


class FileHeadersMiddleware:
    """Send files without the headers that only a document's reader heeds: a page has twenty files.

    A file is the same in every language, and caches between us and its readers shall know that.
    """

    for_documents = ("Cross-Origin-Opener-Policy", "Referrer-Policy", "Content-Language")

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.folders = (settings.STATIC_URL, settings.MEDIA_URL)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.path.startswith(self.folders) and response.status_code == HTTPStatus.OK:
            for name in self.for_documents:
                response.headers.pop(name, None)
            if response.headers.get("Vary") == "Accept-Language":
                del response.headers["Vary"]
        return response


class CompressionMiddleware(GZipMiddleware):
    """Compress the pages of anonymous visitors; files are compressed in their own ways.

    A page that holds a secret, such as a form's token, stays as it is: from the length of a
    compressed page that also repeats the asker's words, a secret can be guessed (BREACH).
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        holds_secret = SECRETS.intersection(request.COOKIES) or SECRETS.intersection(
            response.cookies
        )
        if response.streaming or holds_secret:
            return response
        return super().process_response(request, response)


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """Send the strict policy of the settings, `ADMIN_POLICY` below the admin's addresses, and
    `FILE_POLICY` with pictures, films and sounds.
    """

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path.startswith(ADMIN_PREFIXES) and not report_only:
            parts.config = ADMIN_POLICY
        elif request.path.startswith(settings.MEDIA_URL) and not report_only:
            parts.config = FILE_POLICY
        return parts


class LockMiddleware:
    """Keep what a visitor sees behind a lock for this visitor:
    no cache and no other site has it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(ADMIN_PREFIXES):
            # Where Wagtail's `test_page_is_public` looks: a lock covers translations too.
            closed = SimpleLazyObject(lambda: Visitor().closed.paths)
            request.all_page_view_restriction_paths = closed  # type: ignore[attr-defined]
        response = self.get_response(request)
        if getattr(request, "behind_lock", False):
            response["Cache-Control"] = "private, no-store"
            response.headers.pop("Access-Control-Allow-Origin", None)
        return response


class FullDiskMiddleware:
    """Say in words that the disk takes no more, whatever a person was about to keep.

    Files are written before the row that names them: what failed leaves nothing behind.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, failure: Exception) -> HttpResponse | None:
        if not is_full(failure):
            return None
        logger.error("The disk is full: %s", request.path, exc_info=failure)
        return render(None, "507.html", status=507)
