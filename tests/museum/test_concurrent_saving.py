"""Two curators who save at once wait for each other; neither meets "database is locked"."""

import threading
import time

import pytest
from django.db import close_old_connections, connection, connections, transaction
from wagtail.models import Page

SAVES = 8
# Long enough that the other curator surely begins in the middle.
SECONDS_OF_THOUGHT = 0.02

pytestmark = pytest.mark.django_db(transaction=True)


def save_often(page_id: int, mistakes: list[Exception]) -> None:
    """Read a page, think, write it, publish it: a transaction that begins with a question."""
    try:
        for number in range(SAVES):
            with transaction.atomic():
                page = Page.objects.get(pk=page_id).specific
                time.sleep(SECONDS_OF_THOUGHT)
                page.title = f"{page.title.split(' · ')[0]} · {number}"
                page.save_revision().publish()
    except Exception as mistake:  # noqa: BLE001 - shown by the test, whatever it is
        mistakes.append(mistake)
    finally:
        connections.close_all()


@pytest.mark.usefixtures("museum_home")
@pytest.mark.parametrize("same_page", [True, False], ids=["same page", "two pages"])
def test_nobody_is_locked_out(same_page: bool) -> None:
    home = Page.objects.filter(depth=2).first()
    assert home is not None
    other = home if same_page else home.copy(update_attrs={"slug": "other", "title": "Other"})
    mistakes: list[Exception] = []
    curators = [
        threading.Thread(target=save_often, args=(page.pk, mistakes)) for page in (home, other)
    ]
    for curator in curators:
        curator.start()
    for curator in curators:
        curator.join()
    close_old_connections()
    assert mistakes == []
    for page in (home, other):
        page.refresh_from_db()
        assert page.title.endswith(f" · {SAVES - 1}")
        assert page.revisions.count() >= SAVES


def test_sqlite_keeps_a_write_ahead_log() -> None:
    """Readers go on while a curator writes. (PostgreSQL always works so.)"""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            mode = cursor.execute("PRAGMA journal_mode").fetchone()
        assert mode == ("wal",)
