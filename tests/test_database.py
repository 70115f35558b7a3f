"""Between tests the database is brought back to what the migrations made."""

import pytest
from django.db import connection
from wagtail.models import Locale, Page

from tests import database


@pytest.mark.django_db(transaction=True)
def test_it_is_restored_to_the_last_row() -> None:
    made = connection.creation.serialize_db_to_string()
    assert Page.objects.exists()
    Page.objects.update(title="another")
    Locale.objects.create(language_code="fr")
    database.restore()
    assert connection.creation.serialize_db_to_string() == made
    Page.objects.all().delete()
    database.restore()
    assert connection.creation.serialize_db_to_string() == made
