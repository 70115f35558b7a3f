"""Settings for developers: errors are shown, nothing is secret, nothing leaves the machine."""

from .base import *  # noqa: F403

DEBUG = True
SECRET_KEY = "for development on this machine only"  # noqa: S105
ALLOWED_HOSTS = ["*"]
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
