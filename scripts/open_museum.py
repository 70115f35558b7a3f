"""Bring the database up to date, fill it on the first start, and serve the museum.

    python -m scripts.open_museum 8000 [--dev]

Runs in the virtual environment, after `bootstrap.py`. Settings come from the environment with
defaults for this machine; the README lists them.
"""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import django
from django.core.management import CommandError, call_command
from django.db import connections
from django.utils import timezone

from home.apps import DEMONSTRATION
from scripts import supervisor
from scripts.console import PYTHON, ROOT, fail, progress, say, step
from scripts.installing.stamps import forget, unless_current
from scripts.port import HOST

APPS = ("museum", "media", "records", "exhibitions", "atlas", "search", "importing", "home")
WORKERS = 2
LAST_ACCOUNT = "administrator"


def main() -> None:
    port, dev = sys.argv[1], "--dev" in sys.argv[2:]
    set_defaults(port, dev)
    with ThreadPoolExecutor(1) as beside:
        static_files = beside.submit(lambda: None if dev else collect_static_files())
        prepare_database()
        static_files.result()
    announce(port)
    # The server makes its own connections; those of this process must not be shared with it.
    connections.close_all()
    (serve_developers if dev else serve)(port)


def set_defaults(port: str, dev: bool) -> None:
    """Give what a server needs and this machine can know. The environment's own word goes first."""
    folder = Path(os.environ.get("MUSEUM_VAR", ROOT / "var"))
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["DJANGO_SETTINGS_MODULE"] = f"museum.settings.{'dev' if dev else 'demo'}"
    os.environ.setdefault("SECRET_KEY", secret_key(folder / "secret-key"))
    os.environ.setdefault("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
    os.environ.setdefault("MUSEUM_URL", f"http://localhost:{port}")
    django.setup()


def secret_key(path: Path) -> str:
    """Return this machine's own key, made on the first start and readable by its owner alone."""
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text()


def collect_static_files() -> None:
    from django.conf import settings

    folder = Path(settings.STATIC_ROOT)
    sources = [path for app in APPS if (path := ROOT / app / "static").exists()]
    unless_current(
        "static",
        [*sources, ROOT / "requirements.txt"],
        folder,
        lambda: step(
            "Static files, hashed and compressed",
            [PYTHON, "manage.py", "collectstatic", "--noinput", "--clear", "--verbosity", "0"],
        ),
    )


def prepare_database() -> None:
    """Apply migrations; load what is missing of the demonstration in the museum's own language."""
    with progress("Database"):
        call_command("migrate", verbosity=0, interactive=False)
    if not is_demonstration_loaded():
        with progress("Demonstration museum, in Hebrew"):
            call_command("load_demo", hebrew=True)


def is_demonstration_loaded() -> bool:
    """Is nothing of the demonstration to come?

    A museum that had it before this was noted has it.
    """
    from django.contrib.auth import get_user_model

    from museum.models import ChoreRecord

    record, is_new = ChoreRecord.objects.get_or_create(name=DEMONSTRATION)
    if is_new and get_user_model().objects.filter(username=LAST_ACCOUNT).exists():
        ChoreRecord.objects.filter(name=DEMONSTRATION).update(done_at=timezone.now())
        return True
    return record.done_at is not None


def announce(port: str) -> None:
    """Print where to go and who to be."""
    address = f"http://localhost:{port}"
    print(
        f"\nThe museum    {address}/\nThe editor    {address}/admin/\n\nAccounts of the"
        " demonstration:"
    )
    call_command("create_demo_accounts")
    print(f"\n{where_mails_go()}")
    if not is_demonstration_loaded():
        print(
            "\nStill to come, made by the museum's worker while you look around: the translations,"
            "\nand the pictures' smaller copies. It says here when all is there."
        )
    print("\nCtrl+C closes the museum.\n", flush=True)


def where_mails_go() -> str:
    """Say by which server mails leave, or in which folder they can be read."""
    from django.conf import settings

    if settings.EMAIL_HOST:
        return f"Mails go by {settings.EMAIL_HOST}."
    return f"Mails are not sent; read them in {settings.EMAIL_FILE_PATH}"


def serve(port: str) -> None:
    """Run the server and a worker; whichever falls is started again."""
    supervisor.keep_running(
        {"server": server_command(port), "worker": worker_command()}, look=tell_progress()
    )


def worker_command() -> list[str]:
    return [str(PYTHON), "manage.py", "work", "--jobs", str(WORKERS)]


def tell_progress() -> Callable[[], None]:
    """Return what says now and then how much the worker still has to make, until it has."""
    from media.derivatives import worker

    told = -1

    def look() -> None:
        nonlocal told
        still = worker.waiting() + (not is_demonstration_loaded())
        connections.close_all()
        if told == still or (told == -1 and not still):
            return
        told = still
        say(f"· The worker has {still} things to make." if still else "✓ All is there.")

    return look


def server_command(port: str) -> list[str]:
    """Return the command of the server for visitors."""
    granian = str(PYTHON.with_name("granian"))
    address = ["--host", HOST, "--port", port]
    size = ["--workers", str(WORKERS), "--respawn-failed-workers", "--respawn-interval", "0.5"]
    # A killed supervisor leaves no process on the port: those that do not end are ended.
    size += ["--workers-kill-timeout", "5"]
    # Only HTTP/1 has a time limit for headers; HTTP/2 needs encryption, which ends at the proxy.
    limits = ["--http", "1", "--no-ws", "--http1-header-read-timeout", "15000"]
    kind = ["--interface", "asginl", "--loop", "uvloop", "--log-level", "warning"]
    return [granian, *kind, *address, *size, *limits, "museum.asgi:application"]


def serve_developers(port: str) -> None:
    """Run Django's reloading server, and build the front end again after every change."""
    # What the watcher builds is for developers; `make run` shall build its own.
    forget("build")
    supervisor.keep_running(
        {
            "front end": ["node", "frontend/build/build.mjs", "--watch"],
            "server": [str(PYTHON), "manage.py", "runserver", f"{HOST}:{port}"],
            "worker": worker_command(),
        }
    )


if __name__ == "__main__":
    try:
        main()
    except CommandError as reason:
        fail(str(reason))
