"""The museum's addresses are kept by its apps."""

from django.urls import URLResolver, get_resolver, reverse
from django.utils import translation


def test_the_project_only_includes_the_addresses_of_its_apps() -> None:
    root = get_resolver().url_patterns
    (in_languages,) = [
        one for one in root if one.pattern.__class__.__name__ == "LocalePrefixPattern"
    ]
    assert all(isinstance(one, URLResolver) for one in [*root, *in_languages.url_patterns])


def test_what_people_read_carries_its_language_and_what_machines_read_does_not() -> None:
    with translation.override("en"):
        assert reverse("search") == "/en/search/"
        assert reverse("story_feed") == "/en/feeds/stories.xml"
    assert reverse("museum_collection") == "/collection.json"
    assert reverse("public_file", args=["images/lamp.webp"]) == "/media/images/lamp.webp"
