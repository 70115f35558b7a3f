"""Whether an address has an account is not told by what asking for a new password costs."""

import re

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_tasks import default_task_backend
from pytest_django import Settings

from museum.core.models import User
from museum.signing_in import reset

pytestmark = pytest.mark.django_db
RESET = "wagtailadmin_password_reset"


@pytest.fixture
def curator() -> User:
    return User.objects.create_user("curator", "curator@example.org", "-")


def asked(client: Client, email: str) -> tuple[int, list[str]]:
    """Ask for a reset; return the answer's status and the shapes of its queries."""
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = client.post(reverse(RESET), {"email": email})
    return response.status_code, [re.sub(r"'[^']*'|\d+", "?", one["sql"]) for one in queries]


def test_the_request_does_the_same_for_known_and_unknown(
    client: Client, curator: User, settings: Settings
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    asked(client, "first@example.org")
    known, unknown = asked(client, curator.email), asked(client, "nobody@example.org")
    assert known == unknown
    assert known[0] == 302
    assert not any("museum_user" in query for query in known[1])
    assert [result.args[0] for result in default_task_backend.results[1:]] == [  # type: ignore[attr-defined]
        curator.email, "nobody@example.org",
    ]  # fmt: skip
    assert mail.outbox == []


def test_the_mail_leads_to_a_new_password(
    client: Client, curator: User, settings: Settings
) -> None:
    settings.WAGTAILADMIN_BASE_URL = "https://museum.example"
    asked(client, "nobody@example.org")
    assert mail.outbox == []
    asked(client, "CURATOR@example.org")
    [letter] = mail.outbox
    assert letter.to == [curator.email]
    assert letter.from_email == settings.DEFAULT_FROM_EMAIL
    [address] = re.findall(r"https://museum\.example(/\S+)", letter.body)
    form = client.get(address, follow=True)
    new = {"new_password1": "zu5-Regen-Haus", "new_password2": "zu5-Regen-Haus"}
    assert client.post(form.request["PATH_INFO"], new).status_code == 302
    curator.refresh_from_db()
    assert curator.check_password("zu5-Regen-Haus")


def test_nothing_is_written_to_what_is_no_address() -> None:
    reset.send.func("no address", "en", {})
    assert mail.outbox == []
