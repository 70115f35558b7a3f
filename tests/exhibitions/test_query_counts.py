"""Pages ask the database no more than they may, however large the museum is."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from exhibitions.models import Artifact, Collection
from home.models import HomePage
from museum.core.requests import known
from tests.bench import collection

pytestmark = pytest.mark.django_db
MOST = 10
FEW, MANY = 30, 200


def asked(client: Client, address: str) -> int:
    """Return the queries of one page, once the process knows what many pages share."""
    with known.relying_on({}):
        assert client.get(address).status_code == 200
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
    return len(captured)


def full_reads(client: Client, address: str) -> list[str]:
    """Return SQLite's plans of one page that read all pages, or all relations, to find a few."""
    plans: list[str] = []

    def explain(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        cursor = connection.connection.cursor()
        asked = f"EXPLAIN QUERY PLAN {sql.replace('%s', '?')}"
        plans.extend(row[3] for row in cursor.execute(asked, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(explain):
        client.get(address)
    return [plan for plan in plans if re.match(r"SCAN (\w+page|\w+artifact|\w+relation)\b", plan)]


def counts(client: Client) -> dict[tuple[str, str], int]:
    found = {}
    for language in collection.LANGUAGES:
        index = Collection.objects.get(locale__language_code=language)
        addresses = {
            "home": HomePage.objects.get(locale__language_code=language).address,
            "detail": Artifact.objects.child_of(index).order_by("path")[5].address,
            "list": index.address,
            "search": f"/{language}/search/?{urlencode({'q': collection.SEARCHED[language]})}",
        }
        for name, address in addresses.items():
            found[name, language] = asked(client, address)
    return found


def test_a_larger_museum_asks_no_more(
    client: Client, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    # Translations are published, and renditions made, once the transaction is over.
    with django_capture_on_commit_callbacks(execute=True):
        collection.plant()
    collection.grow_to(FEW)
    few = counts(client)
    for (name, language), number in few.items():
        assert number <= MOST, (name, language)
        assert number == few[name, "he"], (name, language)
    if connection.vendor == "sqlite":
        home = HomePage.objects.get(locale__language_code="fr")
        artifact = Artifact.objects.filter(locale=home.locale).order_by("path")[5]
        assert full_reads(client, home.address) == full_reads(client, artifact.address) == []
    collection.grow_to(MANY)
    assert counts(client) == few
