"""What every test may ask for.

The database is the one in DATABASE_URL, SQLite without it. To run tests on PostgreSQL:
`.venv/bin/python -m scripts.postgres .venv/bin/pytest …`.
"""

import pytest
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Locale, Page, Site

from home.models import HomePage


@pytest.fixture
def live_server(django_db_serialized_rollback: None, live_server: LiveServer) -> LiveServer:
    """A running museum. Tests with a server empty the database at their end; each therefore begins
    with what the migrations made (languages, the site, the roles) put back."""
    return live_server


@pytest.fixture
def museum_home(db: None) -> HomePage:
    """The museum's home page in Hebrew, published at the site's root."""
    root = Page.get_first_root_node()
    home = HomePage(title="מוזיאון", slug="museum", locale=Locale.objects.get(language_code="he"))
    root.add_child(instance=home)
    Site.objects.filter(is_default_site=True).update(root_page=home)
    return home
