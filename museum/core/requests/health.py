"""`GET /healthz`: is the museum ready for visitors? For load balancers and monitors."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Site

from museum.core.background.chores import CHORES, ChoreRecord, overdue_since
from museum.core.models import MuseumPage

SERVICE_UNAVAILABLE = 503
TOO_LONG = timedelta(minutes=15)
"""After this delay an essential chore makes the museum unavailable: it shows what has expired."""


class NotReady(Exception):
    """A part of the museum is not ready; the message says in a few words why."""


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 once every part is ready, else 503 naming the first part that is not.

    What the workers should have done, and when they did it last, is told in either case but a
    database that is away.
    """
    for part, check in CHECKS.items():
        try:
            check()
        except NotReady as reason:
            return unavailable(part, str(reason))
        except DatabaseError as error:
            return unavailable(part, type(error).__name__)
    work = {name: str(record.done_at or "") for name, record in records().items()}
    overdue = {name: f"since {since:%Y-%m-%d %H:%M} UTC" for name, since in late().items()}
    return JsonResponse(
        {"status": "overdue" if overdue else "ok", "parts": list(CHECKS)}
        | {"work": work, "overdue": overdue}
    )


def unavailable(part: str, reason: str) -> JsonResponse:
    answer = {"status": "unavailable", "failing": part, "reason": reason}
    return JsonResponse(answer, status=SERVICE_UNAVAILABLE)


def check_database() -> None:
    """The database answers a question."""
    if file_is_missing():
        raise NotReady("the database file is missing")
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def file_is_missing() -> bool:
    """SQLite goes on reading a file that was taken away, and makes an empty one where none is."""
    name = str(connection.settings_dict["NAME"])
    in_memory = name.startswith((":memory:", "file:"))
    return connection.vendor == "sqlite" and not in_memory and not Path(name).exists()


@cache
def check_migrations() -> None:
    """Every migration is applied. Only success is remembered: it holds while the server runs."""
    executor = MigrationExecutor(connection)
    if waiting := len(executor.migration_plan(executor.loader.graph.leaf_nodes())):
        raise NotReady(f"{waiting} migrations wait to be applied")


def check_museum() -> None:
    """Visitors find a home page of the museum, not an empty site."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    home = site and site.root_page.specific_class
    if not home or not issubclass(home, MuseumPage) or not site.root_page.live:
        raise NotReady("the museum has no published home page")


def check_schedule() -> None:
    """What must be published or taken back by now is, or will be within minutes."""
    for name, since in late().items():
        if CHORES[name].essential and timezone.now() - since > TOO_LONG:
            raise NotReady(
                f"{name} is overdue since {since:%Y-%m-%d %H:%M} UTC: is there a worker?"
            )


def records() -> dict[str, ChoreRecord]:
    return ChoreRecord.objects.filter(name__in=CHORES).in_bulk()


def late() -> dict[str, datetime]:
    """Return what is overdue, and since when. Before the first worker nothing is."""
    known = records()
    found = {name: overdue_since(chore, known.get(name)) for name, chore in CHORES.items()}
    return {name: since for name, since in found.items() if since}


CHECKS: dict[str, Callable[[], None]] = {
    "database": check_database,
    "migrations": check_migrations,
    "museum": check_museum,
    "schedule": check_schedule,
}
