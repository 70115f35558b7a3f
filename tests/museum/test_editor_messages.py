"""The editor's scripts speak Hebrew: with Wagtail's own words, and ours where it has none."""

import json

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/admin/jsi18n/", "/admin/localize/jsi18n/"])
def test_scripts_find_their_words(admin_client: Client, address: str) -> None:
    response = admin_client.get(address, headers={"accept-language": "he"})
    catalogue = response.content.decode()
    assert response["Content-Type"].startswith("text/javascript")
    for word in ("Insert a block", "Toggle section", "Translate", "Reply"):
        assert f'"{word}": "' in catalogue, word
    assert f'"Insert a block": {json.dumps("הוספת רכיב")}' in catalogue
    english = admin_client.get(address, headers={"accept-language": "en"}).content.decode()
    assert "Insert a block" not in english
