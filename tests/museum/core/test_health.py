"""`/healthz` tells monitors the truth, whatever language, host or part they meet."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from wagtail.models import Site

ASK = """
import django, json
django.setup()
from django.test import Client
response = Client(raise_request_exception=False).get("/healthz")
print(json.dumps([response.status_code, response.json()]))
"""


def ask_with_database(url: str) -> tuple[int, dict[str, str]]:
    """The answer of a museum of its own that is told to use this database."""
    result = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=True,
    )
    status, answer = json.loads(result.stdout.splitlines()[-1])
    return status, answer


@pytest.mark.django_db
@pytest.mark.usefixtures("museum_home")
class TestReady:
    def test_says_so_in_json(self, client: Client) -> None:
        response = client.get("/healthz")
        assert response.status_code == 200
        assert response.json()["status"] == "ok"
        assert "no-store" in response["Cache-Control"]

    @pytest.mark.parametrize("language", ["he", "fr", "xx"])
    def test_has_no_language_and_no_session(self, client: Client, language: str) -> None:
        response = client.get("/healthz", headers={"accept-language": language})
        assert response.status_code == 200
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")

    def test_answers_head_and_refuses_post(self, client: Client) -> None:
        assert client.head("/healthz").status_code == 200
        assert client.post("/healthz").status_code == 405

    def test_a_site_without_a_home_page_is_not_ready(self, client: Client) -> None:
        Site.objects.all().delete()
        response = client.get("/healthz")
        assert response.status_code == 503
        assert response.json()["failing"] == "museum"

    def test_an_unpublished_home_page_is_not_ready(self, client: Client) -> None:
        Site.objects.get(is_default_site=True).root_page.unpublish()
        assert client.get("/healthz").json()["failing"] == "museum"


class TestDatabaseAway:
    def test_sqlite_file_gone(self, tmp_path: Path) -> None:
        missing = tmp_path / "gone.sqlite3"
        status, answer = ask_with_database(f"sqlite:///{missing}")
        assert (status, answer["failing"]) == (503, "database")
        assert not missing.exists(), "asking must not make an empty database"

    def test_postgresql_not_listening(self) -> None:
        status, answer = ask_with_database("postgres://museum@127.0.0.1:1/museum")
        assert (status, answer["failing"]) == (503, "database")

    def test_migrations_waiting(self, tmp_path: Path) -> None:
        empty = tmp_path / "empty.sqlite3"
        empty.touch()
        status, answer = ask_with_database(f"sqlite:///{empty}")
        assert (status, answer["failing"]) == (503, "migrations")
