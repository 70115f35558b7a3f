"""Between tests the database is brought back to what the migrations made."""

import pytest
from django.core.management import call_command
from django.db import connection
from wagtail.models import Page


@pytest.mark.django_db(transaction=True)
def test_it_is_emptied_and_refilled_to_the_last_row() -> None:
    made = connection._test_serialized_contents
    call_command("flush", interactive=False, verbosity=0, inhibit_post_migrate=True)
    assert not Page.objects.exists()
    connection.creation.deserialize_db_from_string(made)
    assert connection.creation.serialize_db_to_string() == made
