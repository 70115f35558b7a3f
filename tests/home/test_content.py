"""The words of the demonstration museum are whole, in four languages, and well set."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from exhibitions.blocks import BodyBlock
from exhibitions.vocabulary.choices import Language, Role
from exhibitions.vocabulary.dates import validate_edtf
from home.demo.content import FOLDERS, LANGUAGES, PICTURES, items, rich, terms
from home.demo.pages import FOUNDED

NARROW_SPACE = "\u202f"
DOCUMENTS = {
    *("proclamation", "letter", "register", "timetable", "certificate", "telegram", "map"),
    *("chart", "notice", "programme", "names", "report"),
}
TEXTS = ("title", "medium", "place_of_origin", "description", "provenance", "credit_line", "alt")
PLAIN = ("accession_number", "kind", "object_type", "date", "height_cm", "width_cm", "rights")
MADE_FOR_THE_DEMONSTRATION = {
    "he": "הדגמה",
    "es": "para la demostración",
    "fr": "pour la démonstration",
    "en": "made for the demonstration",
}
ITEMS = [(kind, key) for kind in FOLDERS for key in items(kind)]
ARTIFACTS = list(items("artifact"))


def tables(value: Any, place: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield every table of languages below a value, with the place where it stands."""
    if isinstance(value, dict):
        if set(value) & set(LANGUAGES):
            yield place, value
        else:
            for key, one in value.items():
                yield from tables(one, f"{place}.{key}")
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from tables(one, f"{place}[{index}]")


def texts(kind: str, key: str) -> list[tuple[str, dict[str, str]]]:
    return list(tables(items(kind)[key], f"{kind}/{key}"))


@pytest.mark.parametrize(("kind", "key"), ITEMS)
def test_every_text_is_there_in_four_languages(kind: str, key: str) -> None:
    for place, table in texts(kind, key):
        assert set(table) == set(LANGUAGES), place
        assert all(text.strip() for text in table.values()), place


@pytest.mark.parametrize(("kind", "key"), ITEMS)
def test_texts_are_set_with_the_marks_of_their_language(kind: str, key: str) -> None:
    for place, table in texts(kind, key):
        for language in ("he", "es", "fr"):
            assert not re.search("[\"']", table[language]), (place, language)
        french = table["fr"]
        assert not re.search(rf"(?<![{NARROW_SPACE}!?])[;:!?](?!\d)", french), place
        assert not re.search(rf"«(?!{NARROW_SPACE})|(?<!{NARROW_SPACE})»", french), place


def test_a_vocabulary_has_each_term_once_in_four_languages() -> None:
    for place, table in tables(terms(), "terms"):
        assert set(table) == set(LANGUAGES), place
    assert [
        slug for slug, count in Counter(one["slug"] for one in terms()).items() if count > 1
    ] == []


def test_accession_numbers_are_unique() -> None:
    numbers = Counter(one["accession_number"] for one in items("artifact").values())
    assert [number for number, count in numbers.items() if count > 1] == []


@pytest.mark.parametrize("key", ARTIFACTS)
def test_an_artifact_has_its_whole_record(key: str) -> None:
    artifact = items("artifact")[key]
    assert [name for name in (*TEXTS, *PLAIN, "caption", "sources") if not artifact.get(name)] == []
    vocabularies = {term["slug"]: term["vocabulary"] for term in terms()}
    assert vocabularies[artifact["object_type"]] == "object-type"
    assert 2 <= len(artifact["terms"]) <= 4
    assert set(artifact["terms"]) <= set(vocabularies)
    validate_edtf(artifact["date"])
    for language in LANGUAGES:
        assert len(artifact["title"][language]) <= 70
        assert len(artifact["alt"][language]) <= 200
        assert MADE_FOR_THE_DEMONSTRATION[language] in artifact["credit_line"][language]
        assert len(artifact["description"][language].split()) >= 90


@pytest.mark.parametrize("key", ARTIFACTS)
def test_an_artifact_says_what_its_picture_is_made_from(key: str) -> None:
    artifact = items("artifact")[key]
    if artifact["kind"] in DOCUMENTS:
        facsimile = artifact["facsimile"]
        inscription = artifact["inscriptions"][0]
        assert inscription["language"] == facsimile["language"]
        for line in (facsimile["heading"], *facsimile["lines"]):
            assert line in inscription["text"]
    else:
        assert artifact["drawing"]["subject"]


@pytest.mark.parametrize("key", ARTIFACTS)
def test_an_artifact_names_people_and_languages_from_the_lists(key: str) -> None:
    artifact = items("artifact")[key]
    assert {one["role"] for one in artifact.get("people", [])} <= set(Role.values)
    assert {one["language"] for one in artifact.get("inscriptions", [])} <= set(Language.values)


@pytest.mark.parametrize(("kind", "key"), ITEMS)
def test_what_an_item_points_at_is_there(kind: str, key: str) -> None:
    item = items(kind)[key]
    known = {f"{other}/{name}" for other, name in ITEMS}
    assert set(item.get("related", [])) <= known - {f"{kind}/{key}"}
    if item.get("hero"):
        drawn = (PICTURES / f"{item['hero']}.webp").exists() and "hero_alt" in item
        assert item["hero"] in items("artifact") or drawn
    if kind == "story":
        assert item["parent"] in {*known, "stories"}
    if kind == "exhibition":
        assert set(item["rooms"]) <= set(items("room"))
    if kind == "room":
        hung = [
            work["artifact"]
            for wall in item["walls"]
            for work in wall.get("works", [])
            if "artifact" in work
        ]
        assert set(hung) <= set(items("artifact"))


@pytest.mark.parametrize(("kind", "key"), ITEMS)
def test_a_body_has_blocks_that_the_museum_knows(kind: str, key: str) -> None:
    known = set(BodyBlock().child_blocks)
    for block in items(kind)[key].get("body", []):
        assert block["type"] in known
        pictured = [block["artifact"]] if "artifact" in block else []
        pictured += [*block.get("artifacts", []), *block.get("works", [])]
        assert set(pictured) <= set(items("artifact"))
        link = block.get("link", "")
        assert not link or link in {*FOUNDED, *items("page")} or "/" in link


def test_no_work_hangs_twice() -> None:
    hung = Counter(
        work["artifact"]
        for room in items("room").values()
        for wall in room["walls"]
        for work in wall.get("works", [])
        if "artifact" in work
    )
    assert [key for key, count in hung.items() if count > 1] == []


def test_french_keeps_its_narrow_spaces_as_markup() -> None:
    assert rich(f"Deux mots{NARROW_SPACE}:\nici.") == f"<p>Deux mots{NARROW_SPACE}: ici.</p>"
