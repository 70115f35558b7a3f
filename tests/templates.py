"""The database that the migrations make: made once, kept, and copied for each test process.

Migrating takes half a minute, a copy a fraction of a second. A template is named by the hash of
what it is made from, so a new migration or a new Wagtail makes a new one. It lies in the virtual
environment, which worktrees may share. A lock lets processes that start together make it once.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.apps import apps
from django.conf import settings
from django.db import connection

from scripts.postgres import find_programs

FOLDER = Path(sys.prefix).resolve() / "test-templates"
# Branches that take turns, and worktrees side by side, keep theirs.
KEPT = 16
PACKAGES = settings.BASE_DIR / "requirements.txt"

# On PostgreSQL the rows that the migrations wrote stand beside the tables, in a schema of their
# own.
KEEP_FIRST_ROWS = """
DO $$ DECLARE name text; filled boolean; BEGIN
  CREATE SCHEMA first_rows;
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM public.%I)', name) INTO filled;
    IF filled THEN
      EXECUTE format('CREATE TABLE first_rows.%I AS TABLE public.%I', name, name);
    END IF;
  END LOOP;
END $$
"""


@contextmanager
def copied_database() -> Iterator[None]:
    """Use a copy of the template as the test database; remove it at the end."""
    creation = connection.creation
    name, real_name = creation._get_test_db_name(), connection.settings_dict["NAME"]  # type: ignore[attr-defined]
    connection.close()
    copy = copy_sqlite if connection.vendor == "sqlite" else copy_postgresql
    with locked():
        copy(name)
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
    yield
    creation.destroy_test_db(real_name, verbosity=0)


@contextmanager
def locked() -> Iterator[None]:
    """Hold the template against other processes; remove those that have not been used longest."""
    folder().mkdir(parents=True, exist_ok=True)
    with (folder() / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        os.utime(folder())
        yield
    newest_first = sorted(FOLDER.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in newest_first[KEPT:]:
        shutil.rmtree(old, ignore_errors=True)


@cache
def folder() -> Path:
    """Return where the template lies, by the hash of what it is made from."""
    languages = [code for code, _name in settings.LANGUAGES]
    digest = hashlib.sha256(repr((sys.version_info[:2], languages, KEEP_FIRST_ROWS)).encode())
    digest.update(PACKAGES.read_bytes())
    for app in apps.get_app_configs():
        for path in sorted(Path(app.path, "migrations").glob("*.py")):
            digest.update(path.name.encode() + path.read_bytes())
    return FOLDER / digest.hexdigest()[:16]


def migrate(url: str) -> None:
    """Migrate a database in a process of its own, whose models of the past vanish with it."""
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--run-syncdb", "--verbosity", "0"],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "museum.settings.test"},
        check=True,
    )


def sqlite_template() -> Path:
    return folder() / "museum.sqlite3"


def copy_sqlite(name: str) -> None:
    template = sqlite_template()
    if not template.exists():
        unfinished = template.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        migrate(f"sqlite:///{unfinished}")
        unfinished.rename(template)
    shutil.copyfile(template, name)


def copy_postgresql(name: str) -> None:
    """Copy the cluster's own template, which is restored from a kept dump or made by migrating."""
    template, quoted = f"template_{folder().name}", connection.ops.quote_name(name)
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template])
        if not cursor.fetchone():
            unfinished = "template_unfinished"
            cursor.execute(f"DROP DATABASE IF EXISTS {unfinished}")
            cursor.execute(f"CREATE DATABASE {unfinished}")
            fill_postgresql(unfinished)
            cursor.execute(f"ALTER DATABASE {unfinished} RENAME TO {template}")
        cursor.execute(f"DROP DATABASE IF EXISTS {quoted}")
        cursor.execute(f"CREATE DATABASE {quoted} TEMPLATE {template}")


def fill_postgresql(name: str) -> None:
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    dump = folder() / f"postgresql-{connection.pg_version}.sql"  # type: ignore[attr-defined]
    programs = find_programs()
    if programs and dump.exists():
        restore = [programs / "psql", "--quiet", "--set", "ON_ERROR_STOP=1", "--file", dump, url]
        subprocess.run(restore, check=True, stdout=subprocess.DEVNULL)
        return
    migrate(url)
    with psycopg.connect(url) as made:
        made.execute(KEEP_FIRST_ROWS)
    if programs:
        unfinished = dump.with_suffix(".unfinished")
        subprocess.run([programs / "pg_dump", "--no-owner", "--file", unfinished, url], check=True)
        unfinished.rename(dump)
