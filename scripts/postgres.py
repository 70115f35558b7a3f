"""Run a command against a PostgreSQL of its own, made for it and thrown away afterwards.

    python -m scripts.postgres pytest tests

The command finds the cluster in DATABASE_URL. It listens on a Unix socket in a temporary folder
only, keeps nothing safe on disk, and runs as an ordinary user even when we are root, because
PostgreSQL refuses root.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from scripts.console import fail
from scripts.installing.debian import install

NAME = "museum"
SECONDS_TO_START = 60
# A throw-away cluster has nothing to lose in a crash, and tests write all the time. Compiling
# queries to machine code costs more than queries of a test take.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "jit=off")


def main() -> None:
    if len(sys.argv) < 2:
        fail("Say which command to run against PostgreSQL.")
    # Being ended politely must take the cluster along.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with cluster() as url:
        result = subprocess.run(sys.argv[1:], env={**os.environ, "DATABASE_URL": url}, check=False)
    sys.exit(result.returncode)


@contextmanager
def cluster() -> Iterator[str]:
    """A running cluster with one empty database, as the value of DATABASE_URL."""
    programs = find_programs() or install_programs()
    folder = Path(tempfile.mkdtemp(prefix="museum-pg-"))
    user = ordinary_user()
    if user:
        os.chown(folder, user.pw_uid, user.pw_gid)
    try:
        initialise(programs, folder, user)
        server = start(programs, folder, user)
        try:
            wait_until_ready(programs, folder, server)
            run(programs / "createdb", "-h", folder, "-U", NAME, NAME)
            yield f"postgres://{NAME}@{quote(str(folder), safe='')}/{NAME}"
        finally:
            server.send_signal(signal.SIGINT)  # PostgreSQL's "fast" shutdown
            server.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def find_programs() -> Path | None:
    """The folder of initdb and postgres; Debian keeps them, a version each, off the PATH."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    installed = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(installed, key=lambda path: float(path.parts[-3]), default=None)
    return newest.parent if newest else None


def install_programs() -> Path:
    install("postgresql", "The tests need PostgreSQL's server programs, and none are installed")
    return find_programs() or fail(
        "PostgreSQL was installed, but its initdb is nowhere to be found."
    )


def ordinary_user() -> pwd.struct_passwd | None:
    """Who runs the cluster: ourselves, or someone harmless when we are root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def initialise(programs: Path, folder: Path, user: pwd.struct_passwd | None) -> None:
    options = ["--username", NAME, "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8"]
    run(programs / "initdb", "--pgdata", folder / "data", "--no-sync", *options, user=user)


def start(programs: Path, folder: Path, user: pwd.struct_passwd | None) -> subprocess.Popen[bytes]:
    data = str(folder / "data")
    settings = [f"--{setting}" for setting in FAST]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            [str(programs / "postgres"), "-D", data, "-k", str(folder), "-h", "", *settings],
            stdout=log,
            stderr=log,
            cwd=folder,
            **as_user(user),
        )


def wait_until_ready(programs: Path, folder: Path, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    ready = [str(programs / "pg_isready"), "-q", "-h", str(folder)]
    while subprocess.run(ready, check=False).returncode:
        if server.poll() is not None or time.monotonic() > deadline:
            fail(f"PostgreSQL did not start:\n{(folder / 'log').read_text(errors='replace')}")
        time.sleep(0.1)


def run(*command: str | Path, user: pwd.struct_passwd | None = None) -> None:
    result = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd="/", **as_user(user)
    )
    if result.returncode:
        fail(f"{Path(command[0]).name} failed: {result.stderr.strip()}")


def as_user(user: pwd.struct_passwd | None) -> dict[str, Any]:
    """Arguments for subprocess that give up root's rights."""
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}


if __name__ == "__main__":
    main()
