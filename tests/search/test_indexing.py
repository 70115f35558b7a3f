"""Indexing that waits: nothing is found meanwhile, what was passed on is found afterwards."""

import pytest
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from home.models import PlainPage
from museum.core.models import MuseumPage
from search.indexing import index_all, indexing_paused

pytestmark = pytest.mark.django_db


def found(word: str) -> list[str]:
    return [page.title for page in get_search_backend().search(word, Page.objects.all())]


def test_what_is_saved_meanwhile_is_found_once_it_is_indexed(museum_home: MuseumPage) -> None:
    with indexing_paused():
        page = museum_home.add_child(instance=PlainPage(title="Lanterna", slug="lanterna"))
        page.save_revision().publish()
    assert found("lanterna") == []
    index_all([page, museum_home])
    assert found("lanterna") == ["Lanterna"]
    assert found("מוזיאון") == [museum_home.title]


def test_saves_are_indexed_again_even_after_an_error(museum_home: MuseumPage) -> None:
    with pytest.raises(KeyError), indexing_paused():
        raise KeyError
    page = museum_home.add_child(instance=PlainPage(title="Lanterna", slug="lanterna"))
    assert found("lanterna") == ["Lanterna"]
    page.title = "Fanal"
    page.save_revision().publish()
    assert found("fanal") == ["Fanal"]
