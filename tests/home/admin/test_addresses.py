"""Who may go to which address of the admin: every pattern, GET and POST, as every role.

`addresses.txt` is the table: a line an address, a letter a role that it lets in: C curators,
T translators, M moderators, A administrators, O owner (superuser). No address ever fails.
Permissions of single things are in `test_roles.py`; that some views let everybody in and then offer
each what they may do is theirs.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from pytest_django import DjangoDbBlocker

from home.roles import ADMINISTRATORS, CURATORS, MODERATORS, TRANSLATORS
from museum.core.models import User
from tests.database import taken_back
from tests.home.admin.addresses import addresses, answer, make_museum

pytestmark = pytest.mark.django_db
TABLE = Path(__file__).with_name("addresses.txt")
ROLES = {
    "C": CURATORS.name,
    "T": TRANSLATORS.name,
    "M": MODERATORS.name,
    "A": ADMINISTRATORS.name,
    "O": "",
}


@pytest.fixture(scope="module")
def museum(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, Any]]:
    with django_db_blocker.unblock(), taken_back():
        yield make_museum(User.objects.create_superuser("owner", "owner@example.org", "-"))


def signed_in(letter: str) -> Client:
    client = Client(raise_request_exception=False, HTTP_ACCEPT_LANGUAGE="en")
    if ROLES[letter]:
        user = User.objects.create_user(f"one-{letter}", password="-")
        user.groups.add(Group.objects.get(name=ROLES[letter]))
    else:
        user = User.objects.get(username="owner")
    client.force_login(user)
    return client


def table() -> dict[str, dict[str, str]]:
    """Read the table: who may, by address and method."""
    rows = (line.split(" | ") for line in TABLE.read_text().splitlines()[4:] if " | " in line)
    return {name.strip(): {"get": get.strip(), "post": post.strip()} for name, get, post in rows}


@pytest.mark.parametrize("letter", ROLES)
def test_every_address_lets_in_whom_the_table_names(letter: str, museum: dict[str, Any]) -> None:
    expected, found = {}, {}
    wanted = table()
    with taken_back():
        client = signed_in(letter)
        for name, address in addresses(museum).items():
            for method in ("get", "post"):
                with taken_back():
                    found[name, method] = answer(client, method, address)
                may = letter in wanted.get(name, {}).get(method, "")
                expected[name, method] = "yes" if may else "no"
    assert {key: value for key, value in found.items() if expected[key] != value} == {}


def test_the_table_names_every_address_and_no_other(museum: dict[str, Any]) -> None:
    assert set(table()) == set(addresses(museum))


@pytest.mark.parametrize("method", ["get", "post"])
def test_strangers_come_to_the_log_in_alone(method: str, museum: dict[str, Any]) -> None:
    open_to_all = {
        "wagtailadmin_login",
        "wagtailadmin_password_reset",
        "wagtailadmin_password_reset_done",
        "wagtailadmin_password_reset_confirm",
        "wagtailadmin_password_reset_complete",
        "wagtailadmin_sprite",
        "wagtailadmin_javascript_catalog",
        "wagtail_localize:javascript_catalog",
    }
    client = Client(raise_request_exception=False)
    for name, address in addresses(museum).items():
        if name in open_to_all:
            continue
        response = getattr(client, method)(address)
        turned_away = response.status_code in (401, 403) or "/login/" in response.headers.get(
            "Location", ""
        )
        assert turned_away, f"{name} answers {response.status_code}"
