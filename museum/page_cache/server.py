"""The WSGI application in front of Django: pages that are kept are sent before Django begins.

Only requests without a session, a form's token or a query are answered here, below the addresses
that begin with a language. Sources: RFC 9110 (conditional requests), RFC 9111 (caches), PEP 3333.
"""

import gzip
import hashlib
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import brotli
from django.conf import settings
from django.http.request import split_domain_port, validate_host
from django.utils import timezone

from museum.page_cache.store import Kept, Store, key_of

Environ = dict[str, Any]
Headers = list[tuple[str, str]]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

TYPES = ("text/html", "application/json", "application/ld+json", "application/atom+xml")
SERVER_KEYS = ("SERVER_NAME", "SERVER_PORT", "SERVER_PROTOCOL", "SCRIPT_NAME", "PATH_INFO")
MOST_BYTES = 2 * 1024 * 1024
"""A larger page is sent and not kept."""
ENCODINGS: dict[str, Callable[[bytes], bytes]] = {
    "br": partial(brotli.compress, quality=6),
    "gzip": partial(gzip.compress, mtime=0),
    "identity": bytes,
}
CACHE_CONTROL = "public, no-cache"
"""Browsers and caches between us keep a page, and ask each time whether it is still so."""


class PageCache:
    """Sends kept pages, and keeps those that Django makes for everybody."""

    def __init__(self, application: Application, store: Store) -> None:
        self.application, self.store = application, store
        names = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages")
        self.own_cookies = tuple(f"{name}=" for name in names)
        self.languages = {code for code, _name in settings.LANGUAGES}
        self.host = urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc
        # The program itself may have changed.
        store.begin()

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        if not self.is_for_everybody(environ):
            return self.application(environ, start_response)
        encoding = accepted(environ.get("HTTP_ACCEPT_ENCODING", ""))
        generation = self.store.generation()
        page = (environ["PATH_INFO"], timezone.localdate().isoformat())
        kept = self.store.get(generation, key_of(*page, encoding))
        if kept is None:
            kept = self.make(generation, page, encoding, environ)
        if isinstance(kept, Kept) and kept.headers:
            return send(kept, environ, start_response)
        answer = kept if isinstance(kept, Answer) else self.ask(environ)
        return answer.send(environ, start_response)

    def make(
        self, generation: str, page: tuple[str, ...], encoding: str, environ: Environ
    ) -> "Kept | Answer":
        """Have a page made once, and keep it in every encoding if that may be."""
        with self.store.held(key_of(*page)):
            # Whoever held it before has made it.
            if kept := self.store.get(generation, key_of(*page, encoding)):
                return kept
            answer = self.ask(environ)
            if not answer.is_kept:
                if answer.status.startswith("200"):
                    for name in ENCODINGS:
                        self.store.put(generation, key_of(*page, name), Kept())
                return answer
            versions = answer.versions()
            for name, version in versions.items():
                self.store.put(generation, key_of(*page, name), version)
            return versions[encoding]

    def ask(self, environ: Environ) -> "Answer":
        return Answer(self.application, self.own(environ))

    def is_for_everybody(self, environ: Environ) -> bool:
        """Would everybody get the same answer, whoever asks?"""
        cookies = environ.get("HTTP_COOKIE", "")
        return (
            environ["REQUEST_METHOD"] in ("GET", "HEAD")
            and not environ.get("QUERY_STRING")
            and environ.get("PATH_INFO", "").partition("/")[2].partition("/")[0] in self.languages
            and not any(name in cookies for name in self.own_cookies)
            and is_allowed(self.host)
            and is_allowed(environ.get("HTTP_HOST", ""))
            and (not settings.SECURE_SSL_REDIRECT or self.is_secure(environ))
        )

    def is_secure(self, environ: Environ) -> bool:
        name, value = settings.SECURE_PROXY_SSL_HEADER or ("wsgi.url_scheme", "https")
        return bool(environ.get(name) == value)

    def own(self, environ: Environ) -> Environ:
        """Return the museum's own request for the same page: nothing of the asker's is in it."""
        own = {name: value for name, value in environ.items() if name.startswith("wsgi.")}
        own.pop("wsgi.file_wrapper", None)
        own |= {name: environ[name] for name in SERVER_KEYS if name in environ}
        if settings.SECURE_PROXY_SSL_HEADER:
            name, value = settings.SECURE_PROXY_SSL_HEADER
            own[name] = value
        return own | {
            "REQUEST_METHOD": "GET",
            "QUERY_STRING": "",
            "HTTP_HOST": self.host,
            "HTTP_ACCEPT_ENCODING": "identity",
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.input": BytesIO(),
        }


class Answer:
    """What Django answers to a request of the museum's own."""

    def __init__(self, application: Application, environ: Environ) -> None:
        self.status = ""
        self.headers: Headers = []
        self.body = application(environ, self._start)

    def _start(self, status: str, headers: Headers, *_exc_info: Any) -> None:
        self.status, self.headers = status, headers

    @property
    def is_kept(self) -> bool:
        """May it be sent to everybody?"""
        named = {name.lower(): value for name, value in self.headers}
        vary = {part.strip().lower() for part in named.get("vary", "").split(",")} - {""}
        told = named.get("cache-control", "")
        return (
            self.status.startswith("200")
            and named.get("content-type", "").startswith(TYPES)
            and "set-cookie" not in named
            and "private" not in told
            and "no-store" not in told
            and vary <= {"accept-encoding", "accept-language", "origin"}
            and int(named.get("content-length", MOST_BYTES + 1)) <= MOST_BYTES
        )

    def send(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        start_response(self.status, self.headers)
        if environ["REQUEST_METHOD"] != "HEAD":
            return self.body
        self.close()
        return []

    def close(self) -> None:
        """End Django's request."""
        getattr(self.body, "close", lambda: None)()

    def versions(self) -> dict[str, Kept]:
        """Return the whole page in every encoding."""
        try:
            body = b"".join(self.body)
        finally:
            self.close()
        return {name: self.version(body, name) for name in ENCODINGS}

    def version(self, body: bytes, encoding: str) -> Kept:
        content = ENCODINGS[encoding](body)
        replaced = {"content-length", "vary", "etag", "content-encoding"}
        headers = [pair for pair in self.headers if pair[0].lower() not in replaced]
        if not any(name.lower() == "cache-control" for name, _value in headers):
            headers.append(("Cache-Control", CACHE_CONTROL))
        if encoding != "identity":
            headers.append(("Content-Encoding", encoding))
        headers += [
            ("Content-Length", str(len(content))),
            ("Vary", "Accept-Encoding"),
            ("ETag", f'"{hashlib.sha256(content).hexdigest()[:32]}"'),
        ]
        return Kept(tuple(headers), content)


def send(kept: Kept, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Send a page that is kept, or say that the asker has it already."""
    headers = list(kept.headers)
    tag = next(value for name, value in headers if name == "ETag")
    asked = environ.get("HTTP_IF_NONE_MATCH", "")
    if tag in (one.strip().removeprefix("W/") for one in asked.split(",")):
        bodiless = {"Content-Length", "Content-Type", "Content-Encoding"}
        start_response("304 Not Modified", [pair for pair in headers if pair[0] not in bodiless])
        return []
    start_response("200 OK", headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [kept.body]


@lru_cache(maxsize=256)
def accepted(header: str) -> str:
    """Return the encoding in which a page is sent."""
    asked = dict(part.partition(";")[::2] for part in header.lower().replace(" ", "").split(","))
    refused = {name for name, weight in asked.items() if weight.rstrip("0.") == "q="}
    return next((name for name in ENCODINGS if name in asked.keys() - refused), "identity")


@lru_cache(maxsize=256)
def is_allowed(host: str) -> bool:
    """Does the museum answer to this name?"""
    domain, _port = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)
