"""The ASGI application in front of Django: pages that are kept are sent before Django begins.

Only requests without a session, a form's token or a query are answered here, below the addresses
that begin with a language. Sources: RFC 9110 (conditional requests), RFC 9111 (caches).
"""

import asyncio
import gzip
import hashlib
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache, partial
from typing import Any
from urllib.parse import urlsplit

import brotli
from django.conf import settings
from django.http.request import split_domain_port, validate_host
from django.utils import timezone

from museum.page_cache.moments import HEADER, NEVER, TOKEN
from museum.page_cache.store import Kept, Store, key_of

Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]
Headers = list[tuple[str, str]]

TYPES = ("text/html", "application/json", "application/ld+json", "application/atom+xml")
MOST_BYTES = 2 * 1024 * 1024
"""A larger page is sent and not kept."""
MOST_AT_HAND = 16 * 1024 * 1024
"""Of bytes that a process remembers beside the store; beyond them it begins anew."""
ENCODINGS: dict[str, Callable[[bytes], bytes]] = {
    "br": partial(brotli.compress, quality=6),
    "gzip": partial(gzip.compress, mtime=0),
    "identity": bytes,
}
CACHE_CONTROL = "public, no-cache"
"""Browsers and caches between us keep a page, and ask each time whether it is still so."""


@dataclass
class Answer:
    """What Django answered to a request of the museum's own."""

    status: int = 500
    headers: Headers = field(default_factory=list)
    body: bytes = b""

    async def collect(self, message: Message) -> None:
        """Take in what an application sends."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = [
                (name.decode("ascii"), value.decode("latin-1"))
                for name, value in message["headers"]
            ]
        else:
            self.body += message.get("body", b"")

    @property
    def is_kept(self) -> bool:
        """May it be sent to everybody?"""
        named = dict(self.headers)
        vary = {part.strip().lower() for part in named.get("vary", "").split(",")} - {""}
        told = named.get("cache-control", "")
        return (
            self.status == 200
            and named.get("content-type", "").startswith(TYPES)
            and "set-cookie" not in named
            and "private" not in told
            and "no-store" not in told
            and vary <= {"accept-encoding", "accept-language", "origin"}
            and len(self.body) <= MOST_BYTES
        )

    def version(self, encoding: str) -> Kept:
        """Return the page in an encoding."""
        content = ENCODINGS[encoding](self.body)
        replaced = {"content-length", "vary", "etag", "content-encoding"}
        headers = [pair for pair in self.headers if pair[0] not in replaced]
        if "cache-control" not in dict(headers):
            headers.append(("cache-control", CACHE_CONTROL))
        if encoding != "identity":
            headers.append(("content-encoding", encoding))
        headers += [
            ("content-length", str(len(content))),
            ("vary", "Accept-Encoding"),
            ("etag", f'"{hashlib.sha256(content).hexdigest()[:32]}"'),
        ]
        return Kept(tuple(headers), content)


class PageCache:
    """Sends kept pages, and keeps those that Django makes for everybody."""

    def __init__(self, application: Application, store: Store) -> None:
        self.application, self.store = application, store
        names = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages")
        self.own_cookies = tuple(f"{name}=".encode() for name in names)
        self.languages = {code for code, _name in settings.LANGUAGES}
        self.host = urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc
        self.until: tuple[str, float] = ("", NEVER)
        self.at_hand: dict[tuple[str, str], Kept] = {}
        self.at_hand_bytes = 0
        self.making: dict[str, asyncio.Task[Answer | Kept]] = {}
        # The program itself may have changed.
        store.begin()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return await self.application(scope, receive, send)
        asked = dict(scope["headers"])
        if not self.is_for_everybody(scope, asked):
            return await self.application(scope, receive, send)
        encoding = accepted(asked.get(b"accept-encoding", b""))
        generation = self.current_generation()
        today = datetime.now(timezone.get_default_timezone()).date().isoformat()
        page = (scope["path"], today)
        kept: Kept | Answer | None = self.find(generation, key_of(*page, encoding))
        if kept is None:
            kept = await self.made(generation, page, encoding, scope)
        if isinstance(kept, Kept):
            if kept.headers:
                return await send_kept(kept, scope["method"], asked, send)
            kept = await self.ask(scope)
        return await send_answer(kept, scope["method"], send)

    def find(self, generation: str, key: str) -> Kept | None:
        """Return what is kept; what this process found before is at hand."""
        if kept := self.at_hand.get((generation, key)):
            return kept
        if kept := self.store.get(generation, key):
            if self.at_hand_bytes > MOST_AT_HAND or (
                self.at_hand and next(iter(self.at_hand))[0] != generation
            ):
                self.at_hand.clear()
                self.at_hand_bytes = 0
            self.at_hand[generation, key] = kept
            self.at_hand_bytes += len(kept.body)
        return kept

    async def made(
        self, generation: str, page: tuple[str, ...], encoding: str, scope: Message
    ) -> Kept | Answer:
        """Return a page that one makes while all others who want it wait."""
        key = key_of(generation, *page)
        if key in self.making:
            made = await asyncio.shield(self.making[key])
            if isinstance(made, Answer):
                # An answer that is not kept is somebody's own.
                return made.version(encoding) if made.is_kept else Kept()
            return self.store.get(generation, key_of(*page, encoding)) or made
        task = asyncio.ensure_future(self.make(generation, page, scope))
        self.making[key] = task
        try:
            made = await asyncio.shield(task)
        finally:
            self.making.pop(key, None)
        if isinstance(made, Answer):
            return made.version(encoding) if made.is_kept else made
        return self.store.get(generation, key_of(*page, encoding)) or made

    async def make(self, generation: str, page: tuple[str, ...], scope: Message) -> Answer | Kept:
        """Have Django make a page, unless another process did so meanwhile, and keep it."""
        loop = asyncio.get_running_loop()
        with await loop.run_in_executor(None, self.store.hold, key_of(*page)):
            if kept := self.store.get(generation, key_of(*page, "identity")):
                return kept
            answer = await self.ask(scope, generation)
            if answer.status == 200:
                for name in ENCODINGS:
                    version = answer.version(name) if answer.is_kept else Kept()
                    self.store.put(generation, key_of(*page, name), version)
            return answer

    async def ask(self, scope: Message, generation: str = "") -> Answer:
        """Return what Django answers to the museum's own request for the same page.

        The first one of a generation is told how long its pages are true.
        """
        answer, own = Answer(), self.own(scope)
        if generation and self.until[0] != generation:
            own["headers"].append((HEADER.encode(), TOKEN.encode()))
        await self.application(own, nothing, answer.collect)
        if moment := dict(answer.headers).get(HEADER):
            answer.headers = [pair for pair in answer.headers if pair[0] != HEADER]
            self.until = generation, float(moment)
            self.store.put(generation, HEADER, Kept(((HEADER, moment),)))
        return answer

    def current_generation(self) -> str:
        """Return the generation of pages that are true now."""
        generation = self.store.generation()
        if self.until[0] != generation and (told := self.store.get(generation, HEADER)):
            self.until = generation, float(dict(told.headers)[HEADER])
        if self.until[0] == generation and time.time() >= self.until[1]:
            self.store.begin()
            return self.store.generation()
        return generation

    def is_for_everybody(self, scope: Message, asked: dict[bytes, bytes]) -> bool:
        """Would everybody get the same answer, whoever asks?"""
        cookies = asked.get(b"cookie", b"")
        return (
            not scope.get("query_string")
            and scope["path"].partition("/")[2].partition("/")[0] in self.languages
            and not any(name in cookies for name in self.own_cookies)
            and is_allowed(self.host)
            and is_allowed(asked.get(b"host", b"").decode("latin-1"))
            and (not settings.SECURE_SSL_REDIRECT or self.is_secure(scope, asked))
        )

    def is_secure(self, scope: Message, asked: dict[bytes, bytes]) -> bool:
        if header := self.secure_header:
            return asked.get(header[0]) == header[1]
        return bool(scope.get("scheme") == "https")

    @property
    def secure_header(self) -> tuple[bytes, bytes] | None:
        """The header by which a proxy says that a request came encrypted."""
        if not settings.SECURE_PROXY_SSL_HEADER:
            return None
        name, value = settings.SECURE_PROXY_SSL_HEADER
        return name.removeprefix("HTTP_").replace("_", "-").lower().encode(), value.encode()

    def own(self, scope: Message) -> Message:
        """Return the museum's own request for the same page: nothing of the asker's is in it."""
        headers = [(b"host", self.host.encode()), (b"accept-encoding", b"identity")]
        if self.secure_header:
            headers.append(self.secure_header)
        return {
            "type": "http",
            "asgi": scope.get("asgi", {"version": "3.0"}),
            "http_version": "1.1",
            "method": "GET",
            "scheme": scope.get("scheme", "http"),
            "path": scope["path"],
            "raw_path": scope.get("raw_path"),
            "root_path": scope.get("root_path", ""),
            "query_string": b"",
            "headers": headers,
            "client": ("127.0.0.1", 0),
            "server": scope.get("server"),
        }


async def nothing() -> Message:
    """Receive a request without a body."""
    return {"type": "http.request", "body": b"", "more_body": False}


async def send_kept(kept: Kept, method: str, asked: dict[bytes, bytes], send: Send) -> None:
    """Send a page that is kept, or say that the asker has it already."""
    tags = asked.get(b"if-none-match", b"").decode("latin-1").split(",")
    if kept.etag in (tag.strip().removeprefix("W/") for tag in tags):
        bodiless = {"content-length", "content-type", "content-encoding"}
        headers = tuple(pair for pair in kept.headers if pair[0] not in bodiless)
        return await send_all(304, headers, b"", send)
    await send_coded(200, kept.coded, b"" if method == "HEAD" else kept.body, send)


async def send_answer(answer: Answer, method: str, send: Send) -> None:
    body = b"" if method == "HEAD" else answer.body
    await send_all(answer.status, tuple(answer.headers), body, send)


async def send_all(
    status: int, headers: tuple[tuple[str, str], ...], body: bytes, send: Send
) -> None:
    await send_coded(status, Kept(headers).coded, body, send)


async def send_coded(
    status: int, coded: list[tuple[bytes, bytes]], body: bytes, send: Send
) -> None:
    await send({"type": "http.response.start", "status": status, "headers": coded})
    await send({"type": "http.response.body", "body": body})


@lru_cache(maxsize=256)
def accepted(header: bytes) -> str:
    """Return the encoding in which a page is sent."""
    parts = header.decode("latin-1").lower().replace(" ", "").split(",")
    asked = dict(part.partition(";")[::2] for part in parts)
    refused = {name for name, weight in asked.items() if weight.rstrip("0.") == "q="}
    return next((name for name in ENCODINGS if name in asked.keys() - refused), "identity")


@lru_cache(maxsize=256)
def is_allowed(host: str) -> bool:
    """Does the museum answer to this name?"""
    domain, _port = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)
