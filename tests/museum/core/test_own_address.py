"""Addresses in what others keep are the museum's own, whatever host a request names."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import Settings

from exhibitions.models import Artifact
from home.models import HomePage

pytestmark = pytest.mark.django_db


def test_no_port_of_a_stranger_is_written_anywhere(
    client: Client,
    museum_home: HomePage,
    artifact: Callable[..., Artifact],
    settings: Settings,
) -> None:
    settings.WAGTAILADMIN_BASE_URL = "https://museum.example"
    work = artifact("גלובוס", "aiu-1", slug="גלובוס")
    key = work.translation_key
    for address in (
        work.address,
        f"/artifacts/{key}/manifest.json",
        f"/artifacts/{key}/linked-art.json",
        f"/he/cite/{key}/",
        f"/he/cite/{key}/citation.bib",
        f"/he/cite/{key}/citation.ris",
        "/collection.json",
        "/robots.txt",
        "/sitemap.xml",
        "/sitemap-he.xml",
        "/he/feeds/stories.xml",
        "/he/feeds/exhibitions.xml",
    ):
        answer = client.get(address, headers={"host": "stranger.example:4711"})
        assert answer.status_code == 200, address
        body = answer.content.decode()
        assert "stranger.example" not in body and "4711" not in body, address
        assert "https://museum.example/" in body, address
        # Letters of every script are encoded where machines read.
        for found in re.findall(r"https://museum\.example/[^\s\"<>]*", body):
            assert found.isascii(), (address, found)
