"""Every page type has a factory: tests that walk through the types leave none out."""

from wagtail.models import Page, get_page_models

from home.models import HomePage
from tests.factories import TREE


def test_every_page_type_has_its_factory() -> None:
    made = {make._meta.model for make, _parent in TREE}
    assert made | {HomePage, Page} == set(get_page_models())
