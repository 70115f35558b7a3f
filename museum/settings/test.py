"""Settings for the tests: fast passwords, mail and files that vanish."""

import tempfile

from .base import *  # noqa: F403

DEBUG = False
SECRET_KEY = "for the tests only"  # noqa: S105
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = tempfile.mkdtemp(prefix="museum-test-media-")
