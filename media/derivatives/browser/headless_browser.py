"""The museum's own viewer of 3D objects, photographed by a browser without a window.

The browser gets a page, the viewer's scripts and the object from a server of one minute that only
this machine can reach, and gives the picture back to it, or says why it cannot; whatever else it
asks for leads nowhere.
"""

import os
import subprocess
import tempfile
import time
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
PAGE = b"""<!doctype html><meta charset="utf-8"><title>Poster</title>
<canvas></canvas>
<script>
const fail = (reason) => fetch("/failure", { method: "POST", body: String(reason) });
addEventListener(
  "error", (event) => fail(event.message || `${event.target.src} is not there`), true
);
addEventListener("unhandledrejection", (event) => fail(event.reason));
</script>
<script type="module" src="/build/object-poster.js"></script>"""
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


class Studio(ThreadingHTTPServer):
    """Serves one object and takes one picture."""

    daemon_threads = True

    def __init__(self, model: Path) -> None:
        super().__init__(("127.0.0.1", 0), Photographer)
        self.model = model
        self.picture = b""
        self.failure = ""
        self.finished = Event()


class Photographer(BaseHTTPRequestHandler):
    """Answers the browser: the page, the scripts, the object; and takes the picture from it."""

    server: Studio

    def do_GET(self) -> None:
        if self.path == "/":
            return self.answer(PAGE, "text/html")
        if self.path == "/model.glb":
            return self.answer(self.server.model.read_bytes(), "model/gltf-binary")
        found = finders.find(f"museum{self.path}") if self.path.startswith("/build/") else None
        if found and found.endswith(".js"):
            return self.answer(Path(found).read_bytes(), "text/javascript")
        return self.send_error(404)

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        if self.path not in ("/poster", "/failure") or length > LARGEST_PICTURE:
            return self.send_error(404)
        body = self.rfile.read(length)
        if self.path == "/poster":
            self.server.picture = body
        elif not self.server.failure:
            self.server.failure = body.decode(errors="replace")[:300]
        self.answer(b"", "text/plain")
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
    """Return a picture of a GLB as WebP.

    Raises NoPicture as soon as it is certain that there will be none.
    """
    program = find()
    studio = Studio(model)
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
    return studio.picture


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
    """Wait for the picture.

    Raises NoPicture once the page failed, the browser ended, or the time is over.
    """
    latest = time.monotonic() + SECONDS
    while not studio.finished.wait(0.2):
        if process.poll() is not None:
            raise NoPicture(_("The browser ended by itself (%d).") % process.returncode)
        if time.monotonic() > latest:
            raise NoPicture(_("It took longer than %d seconds and was ended.") % SECONDS)
    if not studio.picture:
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
