"""A small museum in four languages, as search finds it."""

from collections.abc import Callable

import pytest
from wagtail.models import Locale, Page

from exhibitions.models import Artifact, Collection, Community, CommunityIndex, Story, StoryIndex
from home.models import HomePage, PlainPage

Translate = Callable[..., Page]


@pytest.fixture
def translate() -> Translate:
    """Publish a page in another language, together with the pages above it."""

    def translated(page: Page, language: str, **texts: str) -> Page:
        locale, _ = Locale.objects.get_or_create(language_code=language)
        if existing := page.get_translation_or_none(locale):
            return existing.specific
        if page.get_parent().depth > 1:
            translated(page.get_parent().specific, language)
        translation = page.copy_for_translation(locale)
        for name, text in texts.items():
            setattr(translation, name, text)
        translation.save_revision().publish()
        return translation

    return translated


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
def museum(museum_home: HomePage, artifact: Callable[..., Artifact]) -> dict[str, Page]:
    """One page of most kinds about a globe, in Hebrew."""
    communities = museum_home.add_child(instance=CommunityIndex(title="קהילות", slug="communities"))
    stories = museum_home.add_child(instance=StoryIndex(title="סיפורים", slug="stories"))
    return {
        "artifact": artifact("גלוֹבּוּס של כי״ח", "aiu-1"),
        "community": communities.add_child(
            instance=Community(
                title="תטואן",
                slug="tetouan",
                country="MA",
                introduction="<p>גלובוס בכל כיתה</p>",
            )
        ),
        "story": stories.add_child(
            instance=Story(
                title="מורה עם גלובוס",
                slug="teacher",
                subject="מורה",
                standfirst="שנה אחת",
                years="1889~",
            )
        ),
        "page": museum_home.add_child(instance=PlainPage(title="על גלובוס", slug="about")),
    }
