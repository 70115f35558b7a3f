"""Translating by program: the words of a twin, at their places."""

from collections.abc import Callable

import pytest
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation

from exhibitions.models import Artifact
from home.translating import SegmentsDiffer, translate

pytestmark = pytest.mark.django_db
Make = Callable[..., Artifact]
SOURCE = "<p>אחת</p><p>שתיים</p><p>אחת</p>"


@pytest.fixture
def work(artifact: Make, translate: Callable[..., object]) -> Artifact:
    work = artifact("גלובוס", "aiu-1", description=SOURCE)
    translate(work.get_parent(), "fr")
    return work


def into_french(work: Artifact, **words: str) -> Artifact:
    french = Locale.objects.get(language_code="fr")
    translate(work, Artifact(slug=work.slug, **words), french)
    return work.get_translation(french).specific


def test_each_text_stands_at_its_place(work: Artifact) -> None:
    made = into_french(work, title="Un globe", description="<p>un</p><p>deux</p><p>un</p>")
    assert made.title == "Un globe"
    assert made.description == "<p>un</p><p>deux</p><p>un</p>"


def test_other_words_take_the_place_of_the_first(work: Artifact) -> None:
    into_french(work, title="Un globe", description="<p>un</p><p>deux</p><p>un</p>")
    number = StringTranslation.objects.count()
    before = StringTranslation.objects.latest("updated_at").updated_at
    StringTranslation.objects.update(has_error=True)
    made = into_french(work, title="Le globe", description="<p>I</p><p>II</p><p>I</p>")
    assert (made.title, made.description) == ("Le globe", "<p>I</p><p>II</p><p>I</p>")
    assert StringTranslation.objects.count() == number
    assert not StringTranslation.objects.filter(has_error=True).exists()
    assert StringTranslation.objects.earliest("updated_at").updated_at > before


def test_a_text_that_has_no_counterpart_is_named(work: Artifact) -> None:
    with pytest.raises(SegmentsDiffer, match="description"):
        into_french(work, title="Un globe", description="<p>un</p>")
    assert not StringTranslation.objects.exists()
