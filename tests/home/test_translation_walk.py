"""Every page type is translated whole, and a change of the source leaves translators' words."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Any, Protocol

import polib
import pytest
from wagtail import blocks
from wagtail.images.blocks import ImageBlock
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from exhibitions.blocks.fields import CodeBlock
from exhibitions.listing import cards
from exhibitions.models.relations import related_keys
from home.translations import po_files
from museum.core.models import MuseumPage
from tests.factories import streams, words

pytestmark = pytest.mark.django_db
MARK = "‹fr› "


class Commits(Protocol):
    def __call__(self, *, execute: bool) -> AbstractContextManager[Any]: ...


def by_hand(po: polib.POFile) -> polib.POFile:
    """Do a translator's work on a PO that was exported."""
    for entry in po:
        if not entry.msgstr:
            entry.msgstr = f"fr-{entry.msgid}" if entry.msgctxt == "slug" else MARK + entry.msgid
    return polib.pofile(str(po))


def submit(page: Page, locale: Locale) -> Translation:
    source, _created = TranslationSource.update_or_create_from_instance(page)
    return Translation.objects.get_or_create(source=source, target_locale=locale)[0]


def translated(page: Page, commits: Commits) -> Page:
    """Return the page in French, along the path of translators, with the pages above it."""
    locale = Locale.objects.get_or_create(language_code="fr")[0]
    if page.has_translation(locale):
        return page.get_translation(locale).specific
    if page.depth > 2:
        translated(page.get_parent().specific, commits)
    translation = submit(page, locale)
    assert translation.import_po(by_hand(translation.export_po())) == []
    with commits(execute=True):
        translation.save_target(publish=True)
    return page.get_translation(locale).specific


def leaves(block: blocks.Block, value: Any, path: str = "") -> Iterator[tuple[str, Any, bool]]:
    """Yield path, raw value and whether it is text for translators, of all that a block holds."""
    if isinstance(block, ImageBlock):
        yield f"{path}.alt_text", value["alt_text"], True
        yield f"{path}.image", (value["image"], value["decorative"]), False
    elif isinstance(block, blocks.StreamBlock):
        for one in value:
            yield from leaves(
                block.child_blocks[one["type"]], one["value"], f"{path}.{one['type']}.{one['id']}"
            )
    elif isinstance(block, blocks.ListBlock):
        for one in value:
            yield from leaves(block.child_block, one["value"], f"{path}.{one['id']}")
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from leaves(child, value[name], f"{path}.{name}")
    else:
        yield path, value, is_text(block)


def is_text(block: blocks.Block) -> bool:
    texts = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock)
    return isinstance(block, texts) and not isinstance(block, blocks.URLBlock | CodeBlock)


def content(page: Page) -> dict[str, tuple[Any, bool]]:
    """Return everything in a page's StreamFields by its path of names and ids."""
    return {
        f"{field.name}{path}": (value, text)
        for field in streams(page)
        for path, value, text in leaves(
            field.stream_block, list(getattr(page, field.name).raw_data)
        )
    }


def test_every_page_type_is_walked(
    tree: dict[str, Page], django_capture_on_commit_callbacks: Commits
) -> None:
    for name, page in tree.items():
        french = translated(page, django_capture_on_commit_callbacks)
        nothing_is_lost(page, french)
        fields_are_whole(name, page, french)
    terms_and_relations_survive(tree["Artifact"], tree["Story"])
    for page in tree.values():
        a_change_leaves_the_translators_words(page, django_capture_on_commit_callbacks)


def nothing_is_lost(page: Page, french: Page) -> None:
    assert french.live and french.title == MARK + page.title
    before, after = content(page), content(french)
    assert list(after) == list(before)
    for path, (value, text) in before.items():
        if text:
            assert MARK in after[path][0], f"{path} stayed untranslated"
            assert after[path][0].replace(MARK, "") == value, path
        else:
            assert after[path][0] == value, path


PLAIN = {
    "Artifact": ["accession_number", "date", "height_cm", "width_cm", "depth_cm", "earliest",
                 "latest", "rights_statement", "lead_image_id"],
    "Community": ["country", "latitude", "longitude", "hero_image_id"],
    "Story": ["years", "hero_image_id"],
    "Exhibition": ["palette", "opens_on", "closes_on", "hero_image_id"],
    "Room": ["height", "floor_finish", "light", "start_x", "start_y", "start_heading"],
}  # fmt: skip
WORDS = {
    "Artifact": ["medium", "place_of_origin", "description", "provenance", "credit_line"],
    "Community": ["introduction", "hero_alt"],
    "Story": ["subject", "place", "narrator", "standfirst", "hero_alt"],
    "Exhibition": ["introduction", "hero_alt"],
    "Room": ["introduction"],
    "PlainPage": ["introduction", "hero_alt"],
    "Collection": ["introduction"],
}


def fields_are_whole(name: str, page: Page, french: Page) -> None:
    for field in PLAIN.get(name, []):
        assert getattr(french, field) == getattr(page, field), field
    for field in WORDS.get(name, []):
        assert MARK in getattr(french, field), field
        assert getattr(french, field).replace(MARK, "") == getattr(page, field), field


def terms_and_relations_survive(artifact: Page, story: Page) -> None:
    locale = Locale.objects.get(language_code="fr")
    french, french_story = (one.get_translation(locale).specific for one in (artifact, story))
    assert [link.term_id for link in french.terms.all()] == [
        link.term_id for link in artifact.terms.all()
    ]
    for one, other in ((french, french_story), (french_story, french)):
        assert other.title in [card.title for card in related(one)]
    artifact.relations.all().delete()
    assert related(french) == related(french_story) == []


def related(page: MuseumPage) -> list[cards.Card]:
    return cards.for_keys(related_keys(page), page.language)


def a_change_leaves_the_translators_words(page: Page, commits: Commits) -> None:
    french = page.get_translation(Locale.objects.get(language_code="fr")).specific
    before = content(french)
    page.refresh_from_db()
    page.title = words()
    page.save_revision().publish()
    translation = submit(page, french.locale)
    exported = po_files.exported(translation)
    untranslated = [entry.msgctxt for entry in exported if entry.fuzzy or not entry.msgstr]
    assert untranslated == ["title"]
    with commits(execute=True):
        translation.save_target(publish=True)
    assert content(page.get_translation(french.locale).specific) == before


def test_details_move_in_every_language_when_the_source_moves_one(
    tree: dict[str, Page], django_capture_on_commit_callbacks: Commits
) -> None:
    page = tree["Artifact"]
    french = translated(page, django_capture_on_commit_callbacks)
    raw = list(page.views.raw_data)
    detail = next(view for view in raw if view["type"] == "picture")["value"]["details"][0]
    detail["value"] |= {"x": 12.5, "width": 40}
    page.views = raw
    page.save_revision().publish()
    with django_capture_on_commit_callbacks(execute=True):
        submit(page, french.locale).save_target(publish=True)
    moved = content(page.get_translation(french.locale).specific)
    places = {
        path.rsplit(".", 1)[-1]: value for path, (value, _) in moved.items() if detail["id"] in path
    }
    assert (places["x"], places["width"]) == (12.5, 40)
    assert places["title"].startswith(MARK)
