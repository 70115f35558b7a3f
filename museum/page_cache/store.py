"""Where pages are kept: in Redis, where several servers share one,
else in a folder of this machine.

A generation is a name. Whoever makes a page asks for the generation first, and keeps the page under
it: a page that was begun before a change can therefore not be found after it.
"""

import fcntl
import hashlib
import json
import os
import secrets
import shutil
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings
from django.core.cache import cache as shared

MOST_BYTES = 256 * 1024 * 1024
LIFETIME = 60 * 60
"""Seconds that a page is kept in Redis, which forgets by itself."""
SLOTS = 64


@dataclass(frozen=True)
class Kept:
    """A response without its status, which is 200. Without a body: one that must not be kept."""

    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""

    @property
    def etag(self) -> str:
        return dict(self.headers)["etag"]

    @cached_property
    def coded(self) -> list[tuple[bytes, bytes]]:
        """The headers as a server sends them."""
        return [(name.encode("ascii"), value.encode("latin-1")) for name, value in self.headers]

    def dump(self) -> bytes:
        return json.dumps(self.headers).encode() + b"\n" + self.body

    @classmethod
    def load(cls, content: bytes) -> "Kept":
        head, _, body = content.partition(b"\n")
        return cls(tuple((name, value) for name, value in json.loads(head)), body)


class Store(Protocol):
    """What `server` and `changes` need of a place for pages."""

    def generation(self) -> str:
        """Return the name of the pages' generation."""

    def begin(self) -> None:
        """Begin a new generation: every page is made anew."""

    def get(self, generation: str, key: str) -> Kept | None:
        """Return what is kept."""

    def put(self, generation: str, key: str, kept: Kept) -> None:
        """Keep a response."""

    def hold(self, key: str) -> AbstractContextManager[Any]:
        """Return, once no other process makes a page, what lets others go on when it is closed."""


def key_of(*parts: str) -> str:
    """Return the name of an entry."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:40]


class Folder:
    """Pages as files; the folder of a generation is what the link `now` names."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.now = root / "now"
        self.puts = 0
        (root / "locks").mkdir(parents=True, exist_ok=True)

    def generation(self) -> str:
        try:
            return str(self.now.readlink())
        except FileNotFoundError:
            self.begin()
            return str(self.now.readlink())

    def begin(self) -> None:
        name = f"pages-{secrets.token_hex(8)}"
        link = self.root / f"link-{name}"
        link.symlink_to(name)
        link.replace(self.now)
        for folder in self.root.glob("pages-*"):
            if folder.name != name:
                shutil.rmtree(folder, ignore_errors=True)

    def get(self, generation: str, key: str) -> Kept | None:
        try:
            return Kept.load((self.root / generation / key).read_bytes())
        except FileNotFoundError:
            return None

    def put(self, generation: str, key: str, kept: Kept) -> None:
        folder = self.root / generation
        folder.mkdir(exist_ok=True)
        part = folder / f"part-{secrets.token_hex(8)}"
        try:
            part.write_bytes(kept.dump())
            part.replace(folder / key)
            self.puts += 1
            is_due = self.puts % SLOTS == 0
            if is_due and sum(entry.stat().st_size for entry in os.scandir(folder)) > MOST_BYTES:
                self.begin()
        except FileNotFoundError:
            # A new generation began meanwhile, and the folder went.
            return

    def hold(self, key: str) -> AbstractContextManager[Any]:
        slot = int(key[:8], 16) % SLOTS
        lock = (self.root / "locks" / str(slot)).open("w")
        fcntl.flock(lock, fcntl.LOCK_EX)
        return lock


class Shared:
    """Pages in the cache that several servers share; `here` has this one's locks."""

    def __init__(self, here: Folder) -> None:
        self.here = here

    def generation(self) -> str:
        return shared.get("pages:generation") or self._named()

    def begin(self) -> None:
        shared.set("pages:generation", secrets.token_hex(8), None)

    def _named(self) -> str:
        shared.add("pages:generation", secrets.token_hex(8), None)
        return str(shared.get("pages:generation"))

    def get(self, generation: str, key: str) -> Kept | None:
        content = shared.get(f"pages:{generation}:{key}")
        return Kept.load(content) if content else None

    def put(self, generation: str, key: str, kept: Kept) -> None:
        shared.set(f"pages:{generation}:{key}", kept.dump(), LIFETIME)

    def hold(self, key: str) -> AbstractContextManager[Any]:
        # Every server makes a page once at a time.
        return self.here.hold(key)


@cache
def current() -> Store:
    """Return the store that the settings name."""
    folder = Folder(Path(settings.PAGE_CACHE or ""))
    return Shared(folder) if settings.PAGE_CACHE_IS_SHARED else folder
