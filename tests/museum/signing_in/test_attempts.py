"""Passwords are guessed seldom, from wherever; nobody is shut out for ever by a stranger."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.models import HomePage
from museum.core.models import User
from museum.signing_in import attempts, backend
from museum.signing_in.models import Attempt

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
PASSWORD = "the right one"


@pytest.fixture
def curator() -> User:
    return User.objects.create_superuser("curator", "curator@example.org", PASSWORD)


def sign_in(client: Client, name: str, password: str, address: str = "10.0.0.1") -> Any:
    data = {"username": name, "password": password}
    return client.post(reverse("wagtailadmin_login"), data, REMOTE_ADDR=address)


def said(response: Any) -> str:
    return " ".join(response.context["form"].non_field_errors()) if response.context else ""


def later(**time: float) -> None:
    """Let time pass for what was counted."""
    for row in Attempt.objects.all():
        row.since -= timedelta(**time)
        row.until = row.until and row.until - timedelta(**time)
        row.save()


def test_40_wrong_passwords_and_then_the_right_one(client: Client, curator: User) -> None:
    answers = [sign_in(client, "curator", f"wrong {n}") for n in range(40)]
    assert sum("too many attempts" in said(one) for one in answers) == 34
    refused = sign_in(client, "curator", PASSWORD)
    assert refused.status_code == 200
    assert re.search(r"There were too many attempts. Try again in \d+ seconds.", said(refused))
    assert "_auth_user_id" not in client.session
    later(seconds=16)
    assert sign_in(client, "curator", PASSWORD).status_code == 302


def test_the_wait_doubles_up_to_a_quarter_of_an_hour(client: Client, curator: User) -> None:
    waits = []
    for _ in range(14):
        sign_in(client, "curator", "wrong")
        until = max((row.until for row in Attempt.objects.exclude(until=None)), default=None)  # type: ignore[type-var]
        waits.append(round((until - timezone.now()).total_seconds()) if until else 0)
        Attempt.objects.update(until=None)
    assert waits[:8] == [0, 0, 0, 0, 0, 15, 30, 60]
    assert max(waits) == 900


def test_right_passwords_between_wrong_ones_are_let_in(client: Client, curator: User) -> None:
    for _ in range(5):
        for wrong in ("wrong", "wrong too"):
            sign_in(client, "curator", wrong)
        assert sign_in(client, "curator", PASSWORD).status_code == 302


def test_one_address_guesses_at_many_accounts(client: Client, curator: User) -> None:
    answers = [sign_in(client, f"name-{n}", "wrong") for n in range(30)]
    assert "too many attempts" not in said(answers[24])
    assert "too many attempts" in said(answers[26])
    assert "too many attempts" not in said(sign_in(client, "curator", "wrong", "10.0.0.2"))


def test_many_addresses_guess_at_one_account_and_its_owner_comes_in(
    client: Client, curator: User
) -> None:
    assert sign_in(client, "curator", PASSWORD, "10.0.0.1").status_code == 302
    answers = [
        sign_in(client, "Curator " if n % 2 else "curator", "wrong", f"192.0.2.{n}")
        for n in range(60)
    ]
    assert "too many attempts" not in said(answers[39])
    assert "too many attempts" in said(answers[59])
    assert "too many attempts" in said(sign_in(client, "curator", PASSWORD, "192.0.2.99"))
    assert sign_in(client, "curator", PASSWORD, "10.0.0.1").status_code == 302
    later(minutes=16)
    assert sign_in(client, "curator", PASSWORD, "192.0.2.99").status_code == 302


def test_what_is_refused_in_a_wait_does_not_lengthen_it(client: Client, curator: User) -> None:
    for n in range(6):
        sign_in(client, "curator", f"wrong {n}")
    until = set(Attempt.objects.exclude(until=None).values_list("until", flat=True))
    for n in range(20):
        sign_in(client, "curator", f"wrong {n}")
    assert set(Attempt.objects.exclude(until=None).values_list("until", flat=True)) == until


def test_names_and_addresses_are_not_written_down(client: Client, curator: User) -> None:
    sign_in(client, "curator", "wrong")
    assert all("curator" not in row.key and len(row.key) == 64 for row in Attempt.objects.all())


def test_old_counts_are_forgotten(client: Client, curator: User) -> None:
    sign_in(client, "somebody", "wrong")
    later(days=2)
    sign_in(client, "another", "wrong")
    assert Attempt.objects.count() == 3


@pytest.mark.parametrize("free", [0, 1, 2])
def test_few_passwords_are_checked_at_a_time(
    curator: User, free: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = RequestFactory().post("/")
    monkeypatch.setattr(backend, "PATIENCE", 0.001)
    taken = [backend.AT_THE_DOOR.acquire() for _ in range(2 - free)]
    busy = free == 1 and backend.CHECKING.acquire()
    try:
        if free == 2:
            assert authenticate(request, username="curator", password=PASSWORD) == curator
        else:
            with pytest.raises(attempts.TooManyAttempts, match="in a few seconds"):
                authenticate(request, username="curator", password=PASSWORD)
    finally:
        for _ in taken:
            backend.AT_THE_DOOR.release()
        if busy:
            backend.CHECKING.release()
    assert authenticate(request, username="curator", password=PASSWORD) == curator


def test_a_reset_is_asked_for_a_few_times_only(client: Client, curator: User) -> None:
    reset = reverse("wagtailadmin_password_reset")
    answers = [client.post(reset, {"email": "curator@example.org"}) for _ in range(8)]
    assert [answer.status_code for answer in answers] == [302] * 6 + [429] * 2
    assert "Try again in" in answers[7].content.decode()


def test_the_password_of_a_page_is_guessed_a_few_times_only(
    client: Client, museum_home: HomePage
) -> None:
    locks = [
        PageViewRestriction.objects.create(
            page=museum_home, restriction_type="password", password=PASSWORD
        )
        for _time in range(2)
    ]

    def guess(lock: PageViewRestriction, password: str, **more: str) -> int:
        address = reverse("wagtailcore_authenticate_with_password", args=[lock.pk, museum_home.pk])
        data = {"password": password, "return_url": "/he/", **more}
        return client.post(address, data, REMOTE_ADDR="10.0.0.1").status_code

    # Whatever else is sent along.
    answers = [guess(locks[0], "wrong", email=f"{n}@example.org") for n in range(8)]
    assert answers == [200] * 6 + [429] * 2
    assert guess(locks[0], PASSWORD) == 429
    assert guess(locks[1], PASSWORD) == 302
    later(seconds=16)
    assert guess(locks[0], PASSWORD) == 302
