"""Every page type has a factory: tests that walk through the types leave none out."""

from wagtail.models import Page, get_page_models

from home.models import HomePage
from tests.factories import TREE


def test_every_page_type_has_its_factory() -> None:
    made = {make._meta.model for make, _parent in TREE}
    # Tests make bad page types of their own.
    ours = {model for model in get_page_models() if not model.__module__.startswith("tests.")}
    assert made | {HomePage, Page} == ours
