"""The interface speaks every language: complete, certain, and with the same placeholders."""

import re
from collections import Counter
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from django import conf as django_conf
from django.apps import apps
from django.conf import settings
from django.utils.translation.trans_real import DjangoTranslation

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


@pytest.fixture(
    scope="module",
    params=sorted(path.relative_to(LOCALE) for path in LOCALE.glob("*/LC_MESSAGES/*.po")),
    ids=str,
)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    """The museum's own texts, or what it adds to Wagtail's."""
    return of_language(request.param.parts[0], request.param.name)


def key(message: Message) -> tuple[str | None, str | tuple[str, ...]]:
    return message.context, message.id  # type: ignore[return-value]


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
    return found  # type: ignore[return-value]


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
    assert {len(message.string) for message in plurals} <= {catalogue.num_plurals}


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
    found = [load(path, "he") for path in wagtails("he", "django.po")]
    assert "פרסם" in {message.string for catalogue in found for message in catalogue}
    assert wagtails("fr", "django.po") == []


@pytest.mark.parametrize("domain", ["django", "djangojs"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_editor_is_translated(language: str, domain: str) -> None:
    """Every text that Wagtail, its companions and Django ask for, in pages and in scripts."""
    known = DjangoTranslation(language, domain=domain)._catalog  # type: ignore[attr-defined]
    places = [app.path for app in apps.get_app_configs()] + [django_conf.__path__[0]]
    missing = [
        text
        for place in places
        for text in asked(Path(place) / "locale", f"{domain}.po")
        if text not in known and (text, 0) not in known
    ]
    assert missing == []


def asked(folder: Path, name: str) -> list[str]:
    """The texts of a package as gettext keeps them, a plural's by its singular.

    One that keeps no catalogue of its English has the same texts in French.
    """
    paths = [folder / language / "LC_MESSAGES" / name for language in ("en", "fr")]
    path = next(filter(Path.exists, paths), None)
    if path is None:
        return []
    messages = [message for message in load(path, path.parent.parent.name) if message.id]
    firsts = [one.id if isinstance(one.id, str) else one.id[0] for one in messages]
    contexts = [f"{one.context}\x04" if one.context else "" for one in messages]
    return [context + first for context, first in zip(contexts, firsts, strict=True)]


def test_every_language_of_the_museum_has_its_catalogue() -> None:
    assert {*LANGUAGES, "en"} == {code for code, _name in settings.LANGUAGES}
