"""Settings for the tests: fast passwords, mail and files that vanish."""

import tempfile

from .base import *

DEBUG = False
SECRET_KEY = "for the tests only"
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = tempfile.mkdtemp(prefix="museum-test-media-")
