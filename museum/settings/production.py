"""Settings of the museum as visitors get it: `make run` and real servers alike.

`SECRET_KEY` and `ALLOWED_HOSTS` come from the environment; a server without them does not start.
"""

import os

from django.core.exceptions import ImproperlyConfigured

from .base import *
from .base import STORAGES, WAGTAILADMIN_BASE_URL


def required(name: str) -> str:
    """Return an environment variable; raise ImproperlyConfigured where it is missing."""
    if value := os.environ.get(name):
        return value
    raise ImproperlyConfigured(f"Set the environment variable {name}; the README explains it.")


DEBUG = False
SECRET_KEY = required("SECRET_KEY")
ALLOWED_HOSTS = required("ALLOWED_HOSTS").split(",")

STORAGES["staticfiles"]["BACKEND"] = "whitenoise.storage.CompressedManifestStaticFilesStorage"
# Scripts name the chunks that they import as the build named them, so the files stay under these
# names too. Both kinds of names carry a hash of the content: browsers may keep the files for ever.
WHITENOISE_IMMUTABLE_FILE_TEST = r"\.[0-9a-f]{12}\.\w+$|/build/chunks/[\w-]+-[0-9A-Z]{8}\.js$"

# Styles, scripts and fonts are for this museum's own pages; pictures are lent, by
# `media.delivery.views`.
WHITENOISE_ALLOW_ALL_ORIGINS = False

SECURE = WAGTAILADMIN_BASE_URL.startswith("https://")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_SSL_REDIRECT = SECURE
# Monitors ask beside the proxy, without its encryption.
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if SECURE else 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
CSRF_TRUSTED_ORIGINS = [WAGTAILADMIN_BASE_URL]
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
