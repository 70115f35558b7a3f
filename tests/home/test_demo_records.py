"""The demonstration's schools: all of the sources', once, and gone when they are taken back."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from exhibitions.vocabulary.dates import parse
from home.demo import records
from home.founding import found_museum, other_locales
from records.models import KINDS, Person, Place, School, SchoolName, SchoolPlace
from tests.database import taken_back
from tests.records.factories import make

pytestmark = pytest.mark.django_db


def counts() -> list[int]:
    models: list[Any] = [*KINDS, SchoolName, SchoolPlace]
    return [model.objects.count() for model in models]


def load() -> None:
    records.load_records()
    for locale in other_locales():
        records.translate_records(locale)


def test_what_curators_made_stays() -> None:
    found_museum()
    theirs = make(School, ("שלנו", "he"), slug="tetouan-boys")
    load()
    tetouan = Place.objects.of_source().get(slug="tetouan")
    theirs.places.add(SchoolPlace(place=tetouan))
    theirs.save()
    kept: list[str] = []
    records.remove_records(kept.append)
    assert list(School.objects.all()) == [theirs]
    assert list(Place.objects.all()) == [tetouan]
    assert len(kept) == 1
    assert not Person.objects.exists()


@pytest.fixture(scope="module")
def loaded(founded: int, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The schools in four languages, loaded once for those that look at them."""
    with django_db_blocker.unblock(), taken_back():
        load()
        yield


@pytest.mark.usefixtures("loaded")
def test_every_school_has_names_a_place_and_a_source(client: Client) -> None:
    schools = School.objects.shown().prefetch_related("places")
    assert (len(schools), Place.objects.shown().count()) == (118, 76)
    for school in schools:
        assert school.source
        assert school.source_url.startswith("http")
        assert {name.language for name in school.names.all()} == {"he", "es", "fr", "en"}
        assert len(school.places.all()) == 1
        for date in filter(None, (school.opened, school.closed)):
            parse(date)
        school.full_clean()
    assert len({school.title_in("fr") for school in schools}) == 118
    # Illigh's position is not known.
    assert Place.objects.shown().filter(latitude=None).values_list("slug", flat=True)[0] == "illigh"
    html = client.get("/fr/schools/tetouan-boys/").content.decode()
    assert "La première école du réseau" in html
    for record in [*Place.objects.shown(), *Person.objects.shown()]:
        record.full_clean()
        for language in ("he", "es", "fr", "en"):
            assert record.naming(language).shown.language == language


@pytest.mark.usefixtures("loaded")
def test_loading_again_changes_nothing_and_asks_little() -> None:
    before = counts()
    with CaptureQueriesContext(connection) as captured:
        records.load_records()
    assert len(captured) < 40
    load()
    assert counts() == before
