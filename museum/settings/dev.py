"""Settings for developers: errors are shown, nothing is secret, nothing leaves the machine."""

from .base import *

DEBUG = True
SECRET_KEY = "for development on this machine only"
ALLOWED_HOSTS = ["*"]
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEMO_ACCOUNTS = True
# Templates and styles change under the developer's hands.
PAGE_CACHE = None
