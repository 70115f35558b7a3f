"""What happens to every response: compression, and a content-security policy for its reader."""

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware

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
