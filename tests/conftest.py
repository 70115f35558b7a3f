"""What every test may ask for.

The database is the one in DATABASE_URL, SQLite without it. To run tests on PostgreSQL:
`.venv/bin/python -m scripts.postgres .venv/bin/pytest …`.
"""

import pytest
from pytest_django.live_server_helper import LiveServer


@pytest.fixture
def live_server(django_db_serialized_rollback: None, live_server: LiveServer) -> LiveServer:
    """A running museum. Tests with a server empty the database at their end; each therefore begins
    with what the migrations made (languages, the site, the roles) put back."""
    return live_server
