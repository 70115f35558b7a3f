"""Take the pictures of docs/ from the demonstration museum.

    python -m scripts.screenshots

Opens the museum on a free port, visits its pages in a real browser as a visitor and as the
demonstration's people, and writes docs/images/*.webp.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from django.core.management import call_command
from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from scripts import browser, open_museum
from scripts.console import ROOT, fail, say
from scripts.port import HOST

IMAGES = ROOT / "docs" / "images"
VIEWPORT: ViewportSize = {"width": 1280, "height": 800}
QUALITY = 80
SECONDS_TO_START = 60
MILLISECONDS_TO_SETTLE = 4_000


@dataclass(frozen=True)
class Shot:
    """One picture: its file name, the address, who looks (a visitor without `account`),
    and what at.
    """

    name: str
    address: str
    account: str = ""
    middle: str = ""


def main() -> None:
    path = browser.find() or fail("Screenshots need Chromium; name it with CHROMIUM=/path.")
    with socket.create_server((HOST, 0)) as probe:
        port = str(probe.getsockname()[1])
    open_museum.set_defaults(port, dev=False)
    open_museum.collect_static_files()
    open_museum.prepare_database()
    call_command("load_demo")
    call_command("work", batch=True)
    call_command("create_demo_accounts")
    shots = list(chosen_shots())
    IMAGES.mkdir(parents=True, exist_ok=True)
    with open_server(port) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=browser.OPTIONS)
        for account in dict.fromkeys(shot.account for shot in shots):
            take([shot for shot in shots if shot.account == account], account, address, chromium)
        chromium.close()


def chosen_shots() -> Iterator[Shot]:
    """What docs/ shows: the entrance, a work, a community in two scripts, the editors' screens."""
    from exhibitions.models import Artifact, Community, Room
    from museum.core.models import MuseumPage

    def first(model: type[MuseumPage], language: str) -> MuseumPage:
        page = model.objects.live().filter(locale__language_code=language).first()
        return page or fail(f"The demonstration museum has no {model.__name__} in “{language}”.")

    artifact, room = first(Artifact, "he"), first(Room, "he")
    translated = first(Artifact, "fr")
    yield Shot("home-he", "/he/")
    yield Shot("artifact-he", artifact.address)
    for language in ("he", "fr"):
        yield Shot(f"community-{language}", first(Community, language).address)
    yield Shot("editor-dashboard", "/admin/", "curator")
    yield Shot("editor-artifact", f"/admin/pages/{artifact.pk}/edit/", "curator")
    yield Shot("editor-room", f"/admin/pages/{room.pk}/edit/", "curator", ".re-stage")
    yield Shot("editor-translation", f"/admin/pages/{translated.pk}/edit/", "translator")
    yield Shot("editor-moderation", "/admin/", "moderator")


@contextmanager
def open_server(port: str) -> Iterator[str]:
    """The museum as visitors get it, until the pictures are taken."""
    address = f"http://{HOST}:{port}"
    with subprocess.Popen(open_museum.server_command(port), env=os.environ) as server:
        try:
            wait_for(f"{address}/healthz")
            yield address
        finally:
            server.terminate()


def wait_for(address: str) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            with urlopen(address):
                return
        except URLError:
            if time.monotonic() > deadline:
                fail("The museum did not start; its own words are above.")
            time.sleep(0.2)


def take(shots: list[Shot], account: str, address: str, chromium: Browser) -> None:
    """Take one person's pictures."""
    context = chromium.new_context(viewport=VIEWPORT, reduced_motion="reduce", locale="he")
    page = context.new_page()
    if account:
        log_in(page, account, address)
    for shot in shots:
        # The editor never rests: it saves and looks for changes of others.
        page.goto(address + shot.address, wait_until="load" if account else "networkidle")
        page.wait_for_timeout(MILLISECONDS_TO_SETTLE if account else 0)
        if shot.middle:
            page.locator(shot.middle).evaluate("it => it.scrollIntoView({ block: 'center' })")
        picture = Image.open(BytesIO(page.screenshot()))
        picture.save(IMAGES / f"{shot.name}.webp", quality=QUALITY, method=6)
        say(f"✓ docs/images/{shot.name}.webp")
    context.close()


def log_in(page: Page, account: str, address: str) -> None:
    from django.conf import settings

    passwords = json.loads(Path(settings.VAR_DIR, "demo-accounts.json").read_text())
    page.goto(f"{address}/admin/login/")
    page.fill("[name=username]", account)
    page.fill("[name=password]", passwords[account])
    page.click("[type=submit]")
    page.wait_for_url("**/admin/")


if __name__ == "__main__":
    main()
