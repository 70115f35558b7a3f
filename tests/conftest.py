"""What every test may ask for.

The database is the one in DATABASE_URL, SQLite without it. To run tests on PostgreSQL:
`.venv/bin/python -m scripts.postgres .venv/bin/pytest …`.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import hypothesis
import pytest
from django.core.cache import cache
from django.test import TransactionTestCase
from django.utils import translation
from pytest_django import DjangoDbBlocker
from wagtail.models import Page

from exhibitions.models import Artifact, Collection
from home.founding import found_museum
from home.models import HomePage
from museum.page_cache import store
from tests import database, factories, selection, templates
from tests.factories import make_home, make_tree

pytest_plugins = ["tests.guards"]

# The same examples in every run, and no clock: a busy machine is no fault of the code's.
hypothesis.settings.register_profile(
    "museum",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("museum")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--differing", action="store_true", help="only the tests that can differ on PostgreSQL"
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("differing"):
        left_out = [item for item in items if not selection.differs_on_postgresql(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]
    items.sort(key=selection.longest_first)


def pytest_itemcollected(item: pytest.Item) -> None:
    selection.mark(item)


def pytest_collection_finish() -> None:
    """Spare the collector what stays to the end:
    migrations make very many objects that go again.
    """
    gc.freeze()


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """A copy of the migrated database, which is restored after each test that commits."""
    with ExitStack() as held, pytest.MonkeyPatch.context() as patch:
        with django_db_blocker.unblock():
            held.enter_context(templates.copied_database())
        patch.setattr(TransactionTestCase, "_fixture_teardown", database.restore)
        yield
        with django_db_blocker.unblock():
            held.close()


@pytest.fixture
def in_english(request: pytest.FixtureRequest) -> Iterator[None]:
    """Read the interface's texts as the sources have them; the museum's own language is Hebrew.

    The test's browsers ask for English too; what a page is written in stays its own affair.
    """
    for name in {"client", "admin_client"}.intersection(request.fixturenames):
        request.getfixturevalue(name).defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def no_language_left() -> Iterator[None]:
    """A request leaves its language active in its thread: the next test begins in the museum's."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """Clears the caches: the previous test's database is gone, and ids begin anew."""
    cache.clear()
    store.current().begin()


@pytest.fixture
def museum_home(db: None) -> HomePage:
    """The museum's home page in Hebrew, published at the site's root."""
    return make_home()


@pytest.fixture(scope="module")
def planted(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, int]]:
    """A page of every type, made once for the tests of a module: their ids by type."""
    with django_db_blocker.unblock(), database.taken_back():
        yield {name: page.pk for name, page in make_tree(make_home()).items()}


@pytest.fixture(scope="module")
def founded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    """The museum's frame with its roles, made once for the tests of a module: the home's id."""
    with django_db_blocker.unblock(), database.taken_back():
        yield found_museum().pk


@pytest.fixture
def tree(db: None, planted: dict[str, int]) -> dict[str, Page]:
    """A page of every type by its type, as they were made. No test beside it has a home page."""
    return {name: Page.objects.get(pk=key).specific for name, key in planted.items()}


@pytest.fixture
def translate() -> Callable[..., Page]:
    """Publish a page in another language, together with the pages above it."""
    return factories.translate


@pytest.fixture
def collection(museum_home: HomePage) -> Collection:
    return museum_home.add_child(instance=Collection(title="האוסף", slug="collection"))


@pytest.fixture
def artifact(collection: Collection) -> Callable[..., Artifact]:
    """Make a live artifact in Hebrew."""

    def make(title: str, number: str, **fields: str) -> Artifact:
        return collection.add_child(
            instance=Artifact(title=title, accession_number=number, **fields)
        )

    return make


@pytest.fixture
def museum(museum_home: HomePage, collection: Collection) -> dict[str, Page]:
    """One page of most kinds about a globe, in Hebrew."""
    return factories.about_a_globe(museum_home, collection)
