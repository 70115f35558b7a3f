"""The interface speaks every language: complete, certain, and with the same placeholders."""

import re
from collections import Counter

import pytest
from babel.messages.catalog import Catalog, Message

from scripts.messages import LANGUAGES, LOCALE, collect, is_translated, load, wagtails

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")
TAG = re.compile(r"</?\w+[^>]*>")
# Forms of exactly one number may say it in words: Hebrew has one for 1 and one for 2.
SPELLED_OUT = {"he": {0, 1}, "es": {0}, "fr": set()}


@pytest.fixture(scope="module")
def sources() -> Catalog:
    return collect()


def of_language(language: str, name: str = "django.po") -> Catalog:
    return load(LOCALE / language / "LC_MESSAGES" / name, language)


@pytest.fixture(scope="module", params=LANGUAGES)
def museums(request: pytest.FixtureRequest) -> Catalog:
    """The texts of the museum's own sources."""
    return of_language(request.param)


@pytest.fixture(scope="module", params=[*LANGUAGES, "wagtail"])
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    """The museum's own texts, or what its Hebrew adds to Wagtail's."""
    known = request.param in LANGUAGES
    return of_language(request.param) if known else of_language("he", "wagtail.po")


def key(message: Message) -> tuple[str | None, str | tuple[str, ...]]:
    return message.context, message.id


def parts(pattern: re.Pattern[str], text: str) -> Counter[str]:
    return Counter(pattern.findall(text))


def pairs(catalogue: Catalog) -> list[tuple[str, str]]:
    """(source, translation) of every text; a plural gives one pair a form that names its number."""
    found = []
    for message in catalogue:
        if not message.id:
            continue
        if isinstance(message.id, str):
            found.append((message.id, message.string))
            continue
        spelled_out = SPELLED_OUT[str(catalogue.locale)]
        forms = enumerate(message.string)
        found += [(message.id[-1], form) for n, form in forms if n not in spelled_out]
    return found


def test_holds_exactly_the_texts_of_the_sources(museums: Catalog, sources: Catalog) -> None:
    wanted = {key(message) for message in sources if message.id}
    held = {key(message) for message in museums if message.id}
    assert held == wanted, "`make messages` brings the catalogues up to date"


def test_is_complete_and_certain(catalogue: Catalog) -> None:
    unfinished = [
        message.id
        for message in catalogue
        if message.id and (message.fuzzy or not is_translated(message))
    ]
    assert unfinished == []


def test_has_every_plural_form_of_its_language(catalogue: Catalog) -> None:
    plurals = [message for message in catalogue if isinstance(message.id, tuple)]
    assert plurals
    assert {len(message.string) for message in plurals} == {catalogue.num_plurals}


@pytest.mark.parametrize("pattern", [PLACEHOLDER, TAG], ids=["placeholders", "tags"])
def test_keeps_what_is_not_words(catalogue: Catalog, pattern: re.Pattern[str]) -> None:
    changed = [
        (source, translation)
        for source, translation in pairs(catalogue)
        if parts(pattern, source) != parts(pattern, translation)
    ]
    assert changed == []


def test_numbers_spelled_out_invent_no_placeholder(catalogue: Catalog) -> None:
    plurals = [message for message in catalogue if isinstance(message.id, tuple)]
    for message in plurals:
        allowed = parts(PLACEHOLDER, message.id[-1])
        assert all(parts(PLACEHOLDER, form) <= allowed for form in message.string)


def test_french_keeps_its_signs_with_the_word_before() -> None:
    loose = [
        text
        for _source, text in pairs(of_language("fr"))
        if re.search(r"[ \u00a0][;:!?»]|« ", text)
    ]
    assert loose == []


def test_the_editor_has_wagtails_hebrew() -> None:
    """Django looks for none under the country's name, so it is compiled into the museum's own."""
    found = [load(path, "he") for path in wagtails("he")]
    assert "פרסם" in {message.string for catalogue in found for message in catalogue}
    assert wagtails("fr") == []
