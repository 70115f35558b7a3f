"""Settings that every environment shares. Environment variables are listed in the README."""

import os
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = Path(os.environ.get("MUSEUM_VAR", BASE_DIR / "var"))
VAR_DIR.mkdir(parents=True, exist_ok=True)

INSTALLED_APPS = [
    "museum.apps.MuseumConfig",
    "home.apps.HomeConfig",
    "importing.apps.ImportingConfig",
    "search.apps.SearchConfig",
    "atlas.apps.AtlasConfig",
    "exhibitions.apps.ExhibitionsConfig",
    "records.apps.RecordsConfig",
    "media.apps.MediaConfig",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtailmedia",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "home.apps.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
]

MIDDLEWARE = [
    "museum.page_cache.moments.MomentMiddleware",
    "museum.core.requests.middleware.FileHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "museum.core.requests.middleware.FullDiskMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "museum.core.requests.middleware.CompressionMiddleware",
    "museum.core.requests.middleware.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "museum.core.requests.bad_requests.BadRequestMiddleware",
    "museum.signing_in.middleware.AttemptsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "museum.core.requests.middleware.LockMiddleware",
]

ROOT_URLCONF = "museum.urls"
WSGI_APPLICATION = "museum.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "museum.templating.Loader",
                    ["django.template.loaders.app_directories.Loader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "museum.core.shell.context",
                "home.feeds.links",
            ],
        },
    },
]

# Two curators who save at once wait for each other instead of failing: a write transaction takes
# SQLite's lock when it begins, not in its middle, and readers go on beside it (write-ahead log).
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 30,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;",
}
DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or f"sqlite:///{VAR_DIR / 'museum.sqlite3'}",
        conn_max_age=600,
        # A database that was away for a moment is found again by the next request.
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

if redis_url := os.environ.get("REDIS_URL"):
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": redis_url,
        }
    }

# Pages for everybody are made once; where several servers share a cache, they share them there.
PAGE_CACHE: Path | None = VAR_DIR / "pages"
PAGE_CACHE_IS_SHARED = bool(redis_url)

AUTH_USER_MODEL = "museum.User"
AUTHENTICATION_BACKENDS = ["museum.signing_in.backend.GuardedBackend"]
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "museum.signing_in.reset.LaterResetForm"
# Addresses or networks whose word for a visitor's own address is taken (X-Forwarded-For).
TRUSTED_PROXIES = os.environ.get("TRUSTED_PROXIES", "").replace(",", " ").split()
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = "/"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Hebrew is the source of every page; the interface is written in English and translated.
LANGUAGE_CODE = "he"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("he", _("Hebrew")),
    ("es", _("Spanish")),
    ("fr", _("French")),
    ("en", _("English")),
]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
USE_I18N = WAGTAIL_I18N_ENABLED = True
USE_TZ = True
TIME_ZONE = os.environ.get("TIME_ZONE", "Asia/Jerusalem")
# A time in the editor is the museum's, wherever the editor sits.
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
# Files on their way: beside the museum's files, below no address.
UPLOAD_ROOT = VAR_DIR / "uploads"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# A room of 300 works sends about eight form inputs a work.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

# Derivatives are made by workers (`manage.py work`), never in a web process. The tests have them
# made at once, by the process that asks for them: "immediate".
DERIVATIVES = "workers"

# Posters of 3D objects are made by a browser without a window, where one is installed.
POSTERS = os.environ.get("POSTERS") != "off"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "media-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF, "blob:"],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "base-uri": [NONE],
    }
}

WAGTAIL_SITE_NAME = os.environ.get("MUSEUM_NAME", "Digital Museum")
WAGTAILADMIN_BASE_URL = os.environ.get("MUSEUM_URL", "http://localhost:8000")

# Mail goes by the server that is named, and into a folder where none is.
EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mails"
EMAIL_USE_SSL = os.environ.get("EMAIL_TLS") == "tls"
EMAIL_USE_TLS = os.environ.get("EMAIL_TLS", "starttls") == "starttls"
EMAIL_PORT = int(os.environ.get("EMAIL_PORT") or (465 if EMAIL_USE_SSL else 587))
EMAIL_HOST_USER = os.environ.get("EMAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_PASSWORD", "")
EMAIL_TIMEOUT = 20
SENDER = f"museum@{urlsplit(WAGTAILADMIN_BASE_URL).hostname}"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("EMAIL_SENDER") or SENDER
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.backend"}}
WAGTAILIMAGES_IMAGE_MODEL = "media.MuseumImage"
WAGTAILDOCS_DOCUMENT_MODEL = "media.MuseumDocument"
WAGTAILMEDIA = {
    "MEDIA_MODEL": "media.MuseumMedia",
    "MEDIA_FORM_BASE": "media.ingest.forms.RecordingForm",
    "AUDIO_EXTENSIONS": ["flac", "m4a", "mp3", "oga", "ogg", "opus", "wav"],
    "VIDEO_EXTENSIONS": ["m4v", "mov", "mp4", "webm"],
}
# SVG stays out: it can carry scripts.
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpg", "jpeg", "png", "tif", "tiff", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "media.ingest.forms.ImageForm"
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"avif": "avif", "webp": "webp"}
# Chosen by eye on typeset documents and line drawings: 50 looks the same and weighs a third more.
WAGTAILIMAGES_AVIF_QUALITY = 42
WAGTAILIMAGES_WEBP_QUALITY = 72
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 60 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "tif", "tiff", "txt", "xlsx"]
WAGTAILDOCS_DOCUMENT_FORM_BASE = "media.ingest.forms.DocumentForm"
WAGTAILDOCS_PASSWORD_REQUIRED_TEMPLATE = "museum/password_required.html"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
# A translation that has just begun is a draft: none of its texts is translated yet.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAIL_ALLOW_UNICODE_SLUGS = True
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
