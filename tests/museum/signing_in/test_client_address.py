"""A visitor's address is the connection's, or what a proxy that the settings name says of it."""

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from museum.signing_in.client_address import client_address


@pytest.mark.parametrize(
    ("proxies", "connection", "told", "address"),
    [
        ([], "198.51.100.7", "203.0.113.9", "198.51.100.7"),
        (["10.0.0.0/8"], "10.1.2.3", "203.0.113.9", "203.0.113.9"),
        (["10.0.0.0/8"], "10.1.2.3", "1.1.1.1, 203.0.113.9", "203.0.113.9"),
        (["10.0.0.0/8"], "10.1.2.3", "1.1.1.1, 203.0.113.9, 10.9.9.9", "203.0.113.9"),
        (["10.0.0.0/8"], "198.51.100.7", "203.0.113.9", "198.51.100.7"),
        (["10.0.0.0/8"], "10.1.2.3", "", "10.1.2.3"),
        (["10.0.0.0/8"], "10.1.2.3", "unknown", "unknown"),
        (["::1"], "::1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ([], "", "203.0.113.9", ""),
    ],
)
def test_whose_word_is_taken(
    settings: Settings, proxies: list[str], connection: str, told: str, address: str
) -> None:
    settings.TRUSTED_PROXIES = proxies
    request = RequestFactory().get(
        "/", REMOTE_ADDR=connection, headers={"x-forwarded-for": told} if told else {}
    )
    assert client_address(request) == address
