"""Settings for the tests: fast passwords, mail and files that vanish."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from .base import *
from .base import DATABASES

if os.environ.get("COVERAGE"):
    import tests.covered  # noqa: F401  (before what it is to note is imported)

DEBUG = False
SECRET_KEY = "for the tests only"
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
DERIVATIVES = "immediate"
# A browser takes seconds to start; the tests of posters ask for it.
POSTERS = False
WAGTAILADMIN_BASE_URL = "http://testserver"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
FOLDER = Path(tempfile.mkdtemp(prefix="museum-test-"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
VAR_DIR = FOLDER
MEDIA_ROOT = FOLDER / "media"
UPLOAD_ROOT = FOLDER / "uploads"
PAGE_CACHE = FOLDER / "pages"
STATIC_ROOT = FOLDER / "static"
STATIC_ROOT.mkdir()
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: there the threads of a test's server would share one connection.
    DATABASES["default"]["TEST"] = {"NAME": str(FOLDER / "museum.sqlite3")}
