"""The database that the migrations make: made once, kept in var/, copied for each test process.

Migrating takes half a minute, a copy a fraction of a second. A template is named by the hash of
what it is made from, so a new migration or a new Wagtail makes a new one. A lock on a file lets
processes that start together make it once.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.db import connection

from scripts.postgres import find_programs

FOLDER = settings.VAR_DIR / "test-templates"
# Branches that take turns in one checkout keep theirs.
KEPT = 4
MAKERS = [Path(__file__), settings.BASE_DIR / "requirements.txt"]


@contextmanager
def copied_database() -> Iterator[None]:
    """Use a copy of the template as the test database; remove it at the end.

    Like Django's test runner, it keeps on the connection what tests that commit are refilled with.
    """
    creation = connection.creation
    name, real_name = creation._get_test_db_name(), connection.settings_dict["NAME"]
    connection.close()
    copy = copy_sqlite if connection.vendor == "sqlite" else copy_postgresql
    with locked():
        copy(name)
        settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
        connection._test_serialized_contents = first_data()
    yield
    creation.destroy_test_db(real_name, verbosity=0)


@contextmanager
def locked() -> Iterator[None]:
    """Hold the folder against other processes; at the end remove what has long not been used."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
        for suffix in ("*.sqlite3", "*.sql", "*.json"):
            kept = sorted(FOLDER.glob(suffix), key=lambda path: path.stat().st_mtime, reverse=True)
            for path in kept[KEPT:]:
                path.unlink()


def key() -> str:
    """Hash everything that the template is made from: migrations, packages, languages."""
    digest = hashlib.sha256(repr((sys.version_info[:2], settings.LANGUAGES)).encode())
    for app in apps.get_app_configs():
        for path in sorted(Path(app.path, "migrations").glob("*.py")):
            digest.update(path.name.encode() + path.read_bytes())
    for path in MAKERS:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def kept(suffix: str) -> Path:
    """Return where a part of the template lies, marked as used."""
    path = FOLDER / f"{key()}{suffix}"
    if path.exists():
        path.touch()
    return path


def migrate(url: str) -> None:
    """Migrate a database in a process of its own, whose models of the past vanish with it."""
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--run-syncdb", "--verbosity", "0"],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "museum.settings.test"},
        check=True,
    )


def copy_sqlite(name: str) -> None:
    template = kept(".sqlite3")
    if not template.exists():
        unfinished = FOLDER / "unfinished"
        unfinished.unlink(missing_ok=True)
        migrate(f"sqlite:///{unfinished}")
        unfinished.rename(template)
    shutil.copyfile(template, name)


def copy_postgresql(name: str) -> None:
    """Copy the cluster's own template, which is restored from a kept dump or made by migrating."""
    quoted = connection.ops.quote_name
    template = f"template_{key()}"
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template])
        if not cursor.fetchone():
            unfinished = "template_unfinished"
            cursor.execute(f"DROP DATABASE IF EXISTS {unfinished}")
            cursor.execute(f"CREATE DATABASE {unfinished}")
            fill_postgresql(unfinished)
            cursor.execute(f"ALTER DATABASE {unfinished} RENAME TO {template}")
        cursor.execute(f"DROP DATABASE IF EXISTS {quoted(name)}")
        cursor.execute(f"CREATE DATABASE {quoted(name)} TEMPLATE {template}")


def fill_postgresql(name: str) -> None:
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    dump = kept(f"-{connection.pg_version}.sql")
    programs = find_programs()
    if programs and dump.exists():
        restore = [programs / "psql", "--quiet", "--set", "ON_ERROR_STOP=1", "--file", dump, url]
        subprocess.run(restore, check=True, stdout=subprocess.DEVNULL)
        return
    migrate(url)
    if programs:
        unfinished = dump.with_suffix(".unfinished")
        subprocess.run([programs / "pg_dump", "--no-owner", "--file", unfinished, url], check=True)
        unfinished.rename(dump)


def first_data() -> str:
    """Return what the migrations wrote, as `serialize_db_to_string` gives it."""
    path = kept(f"-{connection.vendor}.json")
    if not path.exists():
        unfinished = path.with_suffix(".unfinished")
        unfinished.write_text(connection.creation.serialize_db_to_string(), encoding="utf-8")
        unfinished.rename(path)
    return path.read_text(encoding="utf-8")
