"""The museum's own viewers of objects and rooms, photographed by a browser without a window.

The browser gets a page, the viewer's scripts and what they show from a server of one minute that
only this machine can reach, and gives the pictures back to it, or says why it cannot; whatever else
it asks for leads nowhere.
"""

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

from django.contrib.staticfiles import finders
from django.utils.translation import gettext as _

from media.derivatives.browser import chromium

SECONDS = 90
LARGEST_PICTURE = 20_000_000
"""Bytes; a poster of 1600 × 1200 px has about 200 kB."""
PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}"><meta charset="utf-8"><title>Picture</title>
<link rel="stylesheet" href="/build/museum.css">
<canvas></canvas>
{markup}
<script>
const fail = (reason) => fetch("/failure", {{ method: "POST", body: String(reason) }});
addEventListener(
  "error", (event) => fail(event.message || `${{event.target.src}} is not there`), true
);
addEventListener("unhandledrejection", (event) => fail(event.reason));
</script>
<script type="module" src="/build/{script}.js"></script></html>"""
TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".woff2": "font/woff2",
    ".json": "application/json",
    ".webp": "image/webp",
}
OPTIONS = (
    "--headless",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--mute-audio",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


class NoPicture(Exception):
    """Why there is no picture; for curators, in the active language."""


@dataclass(frozen=True)
class Sitting:
    """What is photographed: a script of the front end, by its name in the build, and what it shows.

    `files` are the files that it asks for, by path; each is read when it is asked for. The script
    gives back every one of the `pictures`, by name. `markup` stands in the page's body.
    """

    script: str
    files: Mapping[str, Callable[[], bytes]]
    pictures: tuple[str, ...]
    markup: str = ""
    language: str = "en"
    direction: str = "ltr"

    @property
    def page(self) -> str:
        return PAGE.format_map(vars(self))


class Studio(ThreadingHTTPServer):
    """Serves one sitting and takes its pictures."""

    daemon_threads = True

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(("127.0.0.1", 0), Photographer)
        self.sitting = sitting
        self.pictures: dict[str, bytes] = {}
        self.failure = ""
        self.finished = Event()


class Photographer(BaseHTTPRequestHandler):
    """Answers the browser: the page, the scripts, the files; and takes the pictures from it."""

    server: Studio

    def do_GET(self) -> None:
        if self.path == "/":
            return self.answer(self.server.sitting.page.encode(), "text/html")
        if read := self.server.sitting.files.get(self.path):
            try:
                content = read()
            except OSError:
                return self.send_error(404)
            return self.answer(content, type_of(self.path))
        found = finders.find(f"museum{self.path}") if self.path.startswith("/build/") else None
        if found and found.endswith((".js", ".css", ".woff2")):
            return self.answer(Path(found).read_bytes(), type_of(found))
        return self.send_error(404)

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        wanted, name = self.server.sitting.pictures, self.path.removeprefix("/")
        if name not in (*wanted, "failure") or length > LARGEST_PICTURE:
            return self.send_error(404)
        body = self.rfile.read(length)
        if name == "failure":
            self.server.failure = self.server.failure or body.decode(errors="replace")[:300]
        else:
            self.server.pictures[name] = body
        self.answer(b"", "text/plain")
        if self.server.failure or len(self.server.pictures) == len(wanted):
            self.server.finished.set()

    def answer(self, body: bytes, media_type: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Say nothing: this is no server of the museum's."""


def photograph(model: Path) -> bytes:
    """Return a picture of a GLB as WebP. Raises NoPicture."""
    sitting = Sitting("object-poster", {"/model.glb": model.read_bytes}, ("poster",))
    return take(sitting)["poster"]


def take(sitting: Sitting) -> dict[str, bytes]:
    """Return the pictures of a sitting by name, as its script encodes them.

    Raises NoPicture as soon as it is certain that one of them will not come.
    """
    program = find()
    studio = Studio(sitting)
    Thread(target=studio.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory(prefix="poster-") as profile:
        command = [program, *OPTIONS, f"--user-data-dir={profile}"]
        if os.geteuid() == 0:
            command.append("--no-sandbox")
        address = f"http://127.0.0.1:{studio.server_address[1]}/"
        process = subprocess.Popen(
            [*command, "--remote-debugging-port=0", address],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            # Ended from outside, it leaves its own temporary folder behind.
            env={**os.environ, "TMPDIR": profile},
        )
        try:
            wait(studio, process)
        finally:
            end(process)
            studio.shutdown()
            studio.server_close()
    return studio.pictures


def type_of(path: str) -> str:
    return TYPES.get(Path(path).suffix, "application/octet-stream")


def find() -> str:
    """Return the browser's path. Raises NoPicture where there is none."""
    try:
        program = chromium.find()
    except FileNotFoundError as missing:
        raise NoPicture(str(missing)) from missing
    if not program:
        raise NoPicture(_("No browser is installed on the server."))
    return program


def wait(studio: Studio, process: subprocess.Popen[bytes]) -> None:
    """Wait for the pictures.

    Raises NoPicture once the page failed, the browser ended, or the time is over.
    """
    latest = time.monotonic() + SECONDS
    while not studio.finished.wait(0.2):
        if process.poll() is not None:
            raise NoPicture(_("The browser ended by itself (%d).") % process.returncode)
        if time.monotonic() > latest:
            raise NoPicture(_("It took longer than %d seconds and was ended.") % SECONDS)
    if studio.failure or not all(studio.pictures.values()):
        raise NoPicture(studio.failure or _("The picture is empty."))


def end(process: subprocess.Popen[bytes]) -> None:
    """End the browser with all of its own processes, and wait until its files are free."""
    try:
        os.killpg(process.pid, 15)
        process.wait(10)
    except ProcessLookupError:
        pass
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.wait(10)
